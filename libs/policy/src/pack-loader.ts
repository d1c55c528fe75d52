// Loads a policy pack from its directory: pack.yaml and messages.yaml. Beyond the shape it looks for
// contradictions a schema cannot see: a clock that never stops, a role nobody holds, a text with a variable
// that will never be filled.
import { ok, type Result, refuse } from '#kernel/result';
import { contentAddress } from '#working-calendar/content-address';
import { diskFiles, type FileReader } from '#working-calendar/disk-files';
import { type Checked, type FileProblem, readSource, type SourceText } from '#working-calendar/source-file';
import { type Pack, type PackFile, packFileSchema } from './pack';
import { quietTexts } from './quiet-hours';
import { settingProblems } from './pack-checks';
import { courseProblems, earlyAnswers, noticesWithoutStep, platformTexts } from './pack-course-checks';
import { type Path, type Report, duplicates, reporter } from './pack-report';
import { type Message, type MessagesFile, messagesSchema } from './pack-texts';
import { textVariables } from './text-variables';
import { RECIPIENTS } from './told-platform';

/** Reads a pack from `directory`, which is named after its id. Problems are told by policyProblemText. */
export function loadPack(
  directory: string,
  files: FileReader = diskFiles,
): Result<Pack, readonly FileProblem[]> {
  const sources: SourceText[] = [];
  for (const name of ['pack.yaml', 'messages.yaml']) {
    const file = `${directory}/${name}`;
    const text = files.readText(file);
    if (text === null) return refuse([{ code: 'file-missing', file, line: 0, field: '', params: {} }]);
    sources.push({ file, text });
  }
  const [pack, messages] = sources as [SourceText, SourceText];
  return readPack(pack, messages);
}

/** Reads one pack, or every pack of a folder of packs, in the order of their names. */
export function loadPacks(
  directory: string,
  files: FileReader = diskFiles,
): Result<readonly Pack[], readonly FileProblem[]> {
  const loaded = packFolders(directory, files).map((one) => loadPack(one, files));
  const problems = loaded.flatMap((one) => (one.ok ? [] : one.error));
  return problems.length > 0 ? refuse(problems) : ok(loaded.flatMap((one) => (one.ok ? [one.value] : [])));
}

/** The folders `loadPacks` reads, in its order: the pack itself, or those of the packs in it. */
export function packFolders(directory: string, files: FileReader = diskFiles): readonly string[] {
  const isPack = (one: string) => files.list(one)?.includes('pack.yaml') === true;
  const folders = (files.list(directory) ?? []).map((name) => `${directory}/${name}`).filter(isPack);
  return isPack(directory) || folders.length === 0 ? [directory] : folders;
}

/** Checks the two texts of a pack. */
export function readPack(
  packSource: SourceText,
  messageSource: SourceText,
): Result<Pack, readonly FileProblem[]> {
  const pack = readSource(packSource, packFileSchema);
  const messages = readSource(messageSource, messagesSchema);
  if (!pack.ok || !messages.ok) {
    return refuse([...(pack.ok ? [] : pack.error), ...(messages.ok ? [] : messages.error)]);
  }
  const { messages: texts, quietHours } = messages.value.value;
  const problems = [...packProblems(pack.value, texts), ...messageProblems(messages.value, pack.value.value)];
  return problems.length > 0
    ? refuse(problems)
    : ok({ ...pack.value.value, messages: texts, ...(quietHours && { quietHours }) });
}

/** Content address of a pack: `pack-` and 64 hex digits, the same for the same meaning on every machine. */
export function packHash(pack: Pack): string {
  return `pack-${contentAddress(pack)}`;
}

function packProblems(checked: Checked<PackFile>, messages: readonly Message[]): FileProblem[] {
  const problems: FileProblem[] = [];
  const report = reporter(checked, problems);
  settingProblems(checked.value, report);
  courseProblems(checked.value, messages, report);
  return problems;
}

function messageProblems(checked: Checked<MessagesFile>, pack: PackFile): FileProblem[] {
  const problems: FileProblem[] = [];
  const report = reporter(checked, problems);
  const recipients = [...RECIPIENTS, ...pack.roles.map((role) => role.id)];
  duplicates(checked.value.messages, 'messages', report);
  noticeProblems(pack, checked.value.messages, report);
  earlyAnswers(pack, checked.value.messages, report);
  noticesWithoutStep(pack, checked.value.messages, report);
  platformTexts(pack, checked.value.messages, report);
  textVariables(pack, checked.value.messages, report);
  quietTexts(pack, checked.value, report);
  checked.value.messages.forEach((message, i) => {
    const path: Path = ['messages', i];
    if (!recipients.includes(message.to)) {
      report('unknown-role', [...path, 'to'], { role: message.to, known: recipients.join(' ') });
    }
    if (message.to === 'enterprise' && message.channel !== 'sms')
      report('email-to-enterprise', [...path, 'channel'], { id: message.id });
  });
  return problems;
}

/** The yellow notice is the supervision itself, and red counts from it: the unit must be told (SV-2). */
function noticeProblems(pack: PackFile, messages: readonly Message[], report: Report): void {
  const told = (card: 'yellow' | 'red') => messages.some(({ on, to }) => on === card && to === 'unit');
  const ofUnits = pack.clocks.filter(({ appliesTo }) => appliesTo === 'unit');
  const path: Path = ['messages'];
  if (ofUnits.some(({ yellow }) => yellow) && !told('yellow'))
    report('card-without-notice', path, { card: 'yellow' });
  if (ofUnits.some(({ red }) => red !== undefined) && !told('red'))
    report('card-without-notice', path, { card: 'red' });
}
