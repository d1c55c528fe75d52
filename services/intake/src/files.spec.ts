// Files with an appeal from end to end: handed in, scanned, taken by an appeal, given out – and everything a
// hostile or broken sender does: a code, nothing stored, nothing of the file in the answer.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppealSubmitted, AppealSubmittedPrivate } from '#contracts/gen/zhitong/intake/v1/events';
import type {
  LinkFileResponse,
  ListFilesResponse,
  PutFileResponse,
  ReadFileResponse,
} from '#contracts/gen/zhitong/intake/v1/service';
import { openWith } from '#platform/runtime/codec';
import { EICAR, type PlayedClamd, playClamd } from '#testkit/counterparts/clamd';
import { archive, compound, docx, exe, jpg, pdf, png, sha256 } from '../test/handed-files';
import { demoProfile } from '../test/scenario';
import { receiptOf, startWorld, submissionWire, until, type World } from '../test/world';

const dataDir = mkdtempSync(join(tmpdir(), 'zhitong-files-'));
const limits = { megabytes: 2, count: 3, kinds: ['pdf', 'jpg', 'png', 'docx', 'doc'] } as const;
const of = { ...demoProfile(), files: { ...limits, kinds: [...limits.kinds] } };
let clamd: PlayedClamd;
let world: World;
beforeAll(async () => {
  clamd = await playClamd(1_500_000);
  world = await startWorld([], undefined, { of, settings: { INTAKE_SCANNER: clamd.address }, dataDir });
});
afterAll(async () => {
  await world.stop();
  await clamd.stop();
  rmSync(dataDir, { recursive: true });
});

const put = (name: string, content: Buffer) =>
  world.call<PutFileResponse>('putFile', { name, content }).then(({ outcome }) => outcome);
const list = (appealId: string) => world.call<ListFilesResponse>('listFiles', { appealId });
const link = (appealId: string, fileId: string) =>
  world.call<LinkFileResponse>('linkFile', { appealId, fileId });
const read = (to: string) => world.call<ReadFileResponse>('readFile', { link: to });

async function stored(name: string, content: Buffer): Promise<string> {
  const outcome = await put(name, content);
  if (outcome?.$case !== 'stored') throw new Error(JSON.stringify(outcome));
  return outcome.value.fileId;
}

/** Files in the folder. */
const onDisk = () =>
  readdirSync(join(dataDir, 'files'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

let count = 0;
const submit = (fileIds: readonly string[]) => {
  count += 1;
  const attachments = fileIds.map((fileId) => ({
    fileId,
    name: '假.exe',
    size: 1,
    mediaType: 'x/y',
    url: '',
  }));
  const matter = ('甲乙丙丁戊己庚辛壬癸'[count % 10] ?? '').repeat(20 + count);
  const words = { sourceNumber: `F${count}`, title: matter, content: matter };
  return world.submit(submissionWire({ ...words, attachments }));
};

/** The file's state, once the scanner has seen it. */
async function scanned(appealId: string, fileId: string): Promise<string> {
  for (let turn = 0; turn < 1000; turn += 1) {
    const found = (await list(appealId)).files.find((one) => one.fileId === fileId);
    if (found && found.state !== 'received') return found.state;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`${fileId} is not scanned`);
}

it('a file is taken, sealed, scanned, named by its appeal and given out as it came', async () => {
  const content = pdf('三月以来停电三次');
  const fileId = await stored('停电 记录.PDF', content);
  const { id } = receiptOf(await submit([fileId]));
  expect(await scanned(id, fileId)).toBe('clean');
  const { files, scannedHere } = await list(id);
  expect(files).toMatchObject([
    { fileId, name: '停电 记录.PDF', mediaType: 'application/pdf', size: content.length },
  ]);
  expect(scannedHere).toBe(true);
  const lying = onDisk().filter((path) => path.endsWith(fileId));
  expect(lying).toHaveLength(1);
  expect(readFileSync(lying[0] ?? '').includes('三月以来停电三次')).toBe(false);
  const linked = await link(id, fileId);
  expect(linked.untilAt).toBe(world.clock.now + 60_000);
  const given = await read(linked.link);
  expect([given.code, given.name, given.mediaType]).toEqual(['', '停电 记录.PDF', 'application/pdf']);
  expect(sha256(given.content)).toBe(sha256(content));
});

it("the appeal's event says what we know of a file, not what was sent of it", async () => {
  const content = png();
  const fileId = await stored('厂区.png', content);
  const { id } = receiptOf(await submit([fileId]));
  const record = world.records().find(({ key, type }) => key === id && type.endsWith('.AppealSubmitted'));
  const { sealed } = AppealSubmitted.decode(record?.value ?? new Uint8Array());
  const plain = openWith((await world.vault.keys([id])).get(id), record?.id ?? '')(sealed);
  const { attachments } = AppealSubmittedPrivate.decode(Buffer.from(plain));
  const known = { fileId, name: '厂区.png', mediaType: 'image/png', size: content.length, url: '' };
  expect(attachments).toMatchObject([{ ...known, digest: sha256(content) }]);
});

const name200 = `${'名'.repeat(196)}.pdf`;
it.each([
  ['nothing at all', 'a.pdf', Buffer.alloc(0), 'FILE_EMPTY'],
  ['more than is taken', 'a.pdf', pdf('x'.repeat(2 * 1024 * 1024)), 'FILE_TOO_LARGE'],
  ['a program called a picture', '照片.jpg', exe(), 'FILE_TYPE_NOT_ALLOWED'],
  ['a page of HTML called a picture', 'a.png', Buffer.from('<html><script>'), 'FILE_TYPE_NOT_ALLOWED'],
  [
    'a page of HTML before the PDF',
    'a.pdf',
    Buffer.concat([Buffer.from('<html>'), pdf()]),
    'FILE_TYPE_NOT_ALLOWED',
  ],
  ['a page of HTML behind the picture', 'a.png', png(undefined, Buffer.from('<script>')), 'FILE_DAMAGED'],
  ['a picture called a document', 'a.pdf', png(), 'FILE_TYPE_DIFFERS'],
  ['a document called a page', 'a.html', pdf(), 'FILE_TYPE_DIFFERS'],
  ['two endings', 'a.pdf.exe', pdf(), 'FILE_TYPE_DIFFERS'],
  ['half a PDF', 'a.pdf', pdf().subarray(0, 12), 'FILE_DAMAGED'],
  ['half a JPEG', 'a.jpg', jpg().subarray(0, -2), 'FILE_DAMAGED'],
  [
    'half a document',
    'a.docx',
    docx({ 'word/a.xml': Buffer.alloc(900, 'ab') }).subarray(0, -30),
    'FILE_DAMAGED',
  ],
  ['half an old document', 'a.doc', compound('WordDocument').subarray(0, 1100), 'FILE_DAMAGED'],
  ['a bomb', 'a.docx', docx({ 'word/big.xml': Buffer.alloc(101 * 1024 * 1024) }), 'FILE_UNPACKS_TOO_LARGE'],
  [
    'a bomb that says it is none',
    'a.docx',
    docx({ 'word/b.xml': Buffer.alloc(9_000_000) }, 10),
    'FILE_DAMAGED',
  ],
  ['a part that leads out', 'a.docx', docx({ '../../etc/passwd': Buffer.from('x') }), 'FILE_DAMAGED'],
  ['macros', 'a.docx', docx({ 'word/vbaProject.bin': Buffer.from('x') }), 'FILE_TYPE_NOT_ALLOWED'],
  ['an archive of anything', 'a.zip', archive({ 'a.exe': exe() }), 'FILE_TYPE_NOT_ALLOWED'],
  ['a kind this profile does not take', 'a.xls', compound('Workbook'), 'FILE_TYPE_NOT_ALLOWED'],
  ['a way out of the folder', '../../etc/a.pdf', pdf(), 'FILE_NAME_WRONG'],
  ['a way out of a folder of Windows', '..\\a.pdf', pdf(), 'FILE_NAME_WRONG'],
  ['a hidden file', '.pdf', pdf(), 'FILE_NAME_WRONG'],
  ['a stream of NTFS', 'a.exe:b.pdf', pdf(), 'FILE_NAME_WRONG'],
  ['NUL in the name', 'a.exe\0.pdf', pdf(), 'UNSEEN_CHARACTER'],
  ['a name written backwards', 'a\u202efdp.exe.pdf', pdf(), 'UNSEEN_CHARACTER'],
  ['no name', ' ', pdf(), 'FIELD_MISSING'],
  ['no ending', 'a', pdf(), 'FILE_NAME_WRONG'],
  ['a name without end', `名${name200}`, pdf(), 'TEXT_TOO_LONG'],
])('%s is refused and nothing of it kept', async (_, name, content, code) => {
  const before = onDisk().length;
  const outcome = await put(name, content);
  expect(outcome).toMatchObject({ $case: 'refused', value: { code } });
  expect(JSON.stringify(outcome)).not.toContain('etc');
  expect(onDisk()).toHaveLength(before);
});

it.each([
  ['name200.pdf', name200, pdf()],
  ['a document', '情况说明.docx', docx()],
  ['an old document', '情况说明.doc', compound('WordDocument')],
  ['a picture', 'IMG_1.JPEG', jpg()],
  ['two endings, the last one right', '合同.v2.pdf', pdf()],
])('%s is taken', async (_, name, content) => {
  expect(await put(name, content)).toMatchObject({ $case: 'stored', value: { name } });
});

it('a virus is found in what calls itself a document: its bytes go, nobody takes or opens it', async () => {
  const fileId = await stored('发票.pdf', pdf(EICAR));
  const { id } = receiptOf(await submit([fileId]));
  expect(await scanned(id, fileId)).toBe('infected');
  expect((await link(id, fileId)).code).toBe('FILE_INFECTED');
  await until(() => !onDisk().some((path) => path.endsWith(fileId)));
  const other = await stored('发票.pdf', pdf(EICAR));
  await until(() => !onDisk().some((path) => path.endsWith(other)));
  expect(await submit([other])).toMatchObject({
    outcome: { value: { problems: [{ code: 'FILE_INFECTED', field: 'attachments[0].fileId' }] } },
  });
});

it('what the scanner will not look into is not given out', async () => {
  const fileId = await stored('大图.png', png(Buffer.alloc(1_600_000)));
  const { id } = receiptOf(await submit([fileId]));
  expect(await scanned(id, fileId)).toBe('unscannable');
  expect((await link(id, fileId)).code).toBe('FILE_UNSCANNABLE');
});

it('a scanner that is away leaves the file in quarantine, and the appeal is taken all the same', async () => {
  clamd.trouble.away = true;
  const fileId = await stored('合同.pdf', pdf());
  const { id } = receiptOf(await submit([fileId]));
  expect((await link(id, fileId)).code).toBe('FILE_IN_QUARANTINE');
  clamd.trouble.away = false;
  await stored('催它.pdf', pdf());
  expect(await scanned(id, fileId)).toBe('clean');
});

it("another's file, one that never was and one that was let go again", async () => {
  const fileId = await stored('合同.pdf', pdf());
  const mine = receiptOf(await submit([fileId]));
  const unknown = { outcome: { $case: 'refused', value: { problems: [{ code: 'FILE_UNKNOWN' }] } } };
  expect(await submit([fileId])).toMatchObject(unknown);
  expect(await submit(['00000000-0000-4000-8000-000000000000'])).toMatchObject(unknown);
  expect(await submit(['../../etc/passwd'])).toMatchObject(unknown);
  const theirs = receiptOf(await submit([]));
  expect((await link(theirs.id, fileId)).code).toBe('FILE_UNKNOWN');
  // Refused for another reason: the file is free for the appeal that is mended.
  const free = await stored('证明.pdf', pdf());
  expect(await submit([free, '00000000-0000-4000-8000-000000000000'])).toMatchObject(unknown);
  expect((await submit([free])).outcome?.$case).toBe('created');
  expect((await list(mine.id)).files.map((one) => one.fileId)).toEqual([fileId]);
});

it('an appeal takes so many files with all that is added to it', async () => {
  const ids = await Promise.all([1, 2, 3, 4].map((n) => stored(`${n}.pdf`, pdf(String(n)))));
  const { id } = receiptOf(await submit(ids.slice(0, 2)));
  const add = (fileIds: readonly string[]) => {
    const attachments = fileIds.map((fileId) => ({ fileId }));
    return world.execute(id, 'enterprise', { $case: 'addMaterial', value: { text: '补充', attachments } });
  };
  expect(await add(ids.slice(2))).toBe('TOO_MANY_ATTACHMENTS');
  expect((await list(id)).files).toHaveLength(2);
  expect(await add(ids.slice(2, 3))).toBe('admitted');
  expect((await list(id)).files).toHaveLength(3);
});

it('a link works for a minute, for the file it was made for', async () => {
  const [one, two] = [await stored('1.pdf', pdf('1')), await stored('2.pdf', pdf('2'))];
  const { id } = receiptOf(await submit([one, two]));
  await scanned(id, one);
  await scanned(id, two);
  const linked = (await link(id, one)).link;
  expect((await read(linked)).code).toBe('');
  expect((await read(linked.replace(one, two))).code).toBe('LINK_OVER');
  expect((await read(linked.replace(/\d{13}/, '9999999999999'))).code).toBe('LINK_OVER');
  expect((await read(`${linked}x`)).code).toBe('LINK_OVER');
  world.clock.now += 60_001;
  expect((await read(linked)).code).toBe('LINK_OVER');
});

it('who is forgotten is forgotten with the files', async () => {
  const fileId = await stored('身份证.jpg', jpg());
  const { id } = receiptOf(await submit([fileId]));
  await scanned(id, fileId);
  world.vault.destroy(id);
  expect((await list(id)).files).toMatchObject([{ state: 'erased', name: '' }]);
  expect(onDisk().some((path) => path.endsWith(fileId))).toBe(false);
});
