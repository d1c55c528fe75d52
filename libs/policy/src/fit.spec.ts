// Pack and profile fit or they do not: who is written to has a post, who is to sign is there. Each problem by
// the line of the pack that asks for it.
import { join } from 'node:path';
import { misfitProblems, misfits } from './fit';
import { loadPack } from './pack-loader';
import { policyProblemText } from './sentences';

const folder = join(__dirname, '../../../deploy/packs/yicheng');
const supervisor = { id: 'x', title: 'x', role: 'supervisor', holder: 'a', deputies: [] };

test('the sentence names the line of the text, the role and the file that mends it', () => {
  const pack = loadPack(folder);
  if (!pack.ok) throw new Error(JSON.stringify(pack.error));
  const profile = { posts: [supervisor], units: [], people: [] };
  const [problem, ...others] = misfitProblems(profile, pack.value, folder);
  expect(others).toEqual([]);
  if (!problem) throw new Error('No problem');
  const { zh, en } = policyProblemText(problem);
  for (const sentence of [zh, en])
    for (const part of [/messages\.yaml:\d+ /, /clerk/, /posts\.yaml/]) expect(sentence).toMatch(part);
});

test('units without somebody for a signature of the chain are told by step, each at its first', () => {
  const title = { zh: '步骤', en: 'step' };
  const steps = [
    { id: 'draft', title, by: 'handler' as const },
    { id: 'head', title, by: 'section-head' as const },
    { id: 'leader', title, by: 'unit-leader' as const },
  ];
  const pack = { id: 'p', messages: [], unitChain: { clause: 'HD-9', steps } };
  const post = (unit: string, kind: 'section-head' | 'unit-leader') => {
    const holder = kind === 'section-head' ? 'a' : 'b';
    return { id: `${unit}-${kind}`, title: 'x', unit, kind, holder, deputies: [] };
  };
  const contact = { name: '李某', phone: '19900009901', post: '科员', confirmedOn: '2026-01-01' };
  const unit = (code: string) => ({ code, name: code, duties: ['办理'], contact });
  const posts = [
    ...[post('tax', 'section-head'), post('tax', 'unit-leader')],
    ...[post('water', 'section-head'), post('grid', 'section-head')],
  ];
  const person = (id: string, code: string) => ({ id, name: id, unit: code, phone: '19900009902' });
  const people = ['a', 'b', 'c'].flatMap((id) =>
    ['tax', 'water', 'grid'].map((code) => person(code === 'tax' ? id : `${code}-${id}`, code)),
  );
  const profile = { posts, units: [unit('tax'), unit('water'), unit('grid')], people };
  expect(misfits(profile, pack)).toEqual([
    {
      code: 'chain-without-post',
      file: 'pack.yaml',
      path: ['unitChain', 'steps', 2, 'by'],
      params: { pack: 'p', step: 'leader', post: 'unit-leader', units: 'water grid' },
    },
  ]);
  expect(misfits(profile, { ...pack, unitChain: undefined })).toEqual([]);
});
