// What a pack says of overseeing must be able to happen: each contradiction by its code, with a remedy in
// both languages. Every row breaks a pack as shipped in one way.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPack } from './pack-loader';
import { policyProblemText } from './sentences';

function problems(name: string, passage: RegExp, replacement: string) {
  const read = (file: string) => readFileSync(join(__dirname, '../../../deploy/packs', name, file), 'utf8');
  const text = read('pack.yaml').replace(passage, replacement);
  if (text === read('pack.yaml')) throw new Error(`Not in the file: ${String(passage)}`);
  const messages = { file: 'messages.yaml', text: read('messages.yaml') };
  const loaded = readPack({ file: 'pack.yaml', text }, messages);
  return loaded.ok ? [] : loaded.error;
}

test.each<[what: string, code: string, pack: string, passage: RegExp, replacement: string]>([
  [
    'a step whose role may give no order',
    'step-without-command',
    'yicheng',
    /(role: leader,.*)IssueOrder, /,
    '$1',
  ],
  ['a hand-over nobody may record', 'step-without-command', 'yicheng', /RecordTransfer, /, ''],
  ['a share without a seed', 'drawing-half-said', 'chaozhou', /, seed: chaozhou-2023-18/, ''],
  ['a seed without a share', 'drawing-half-said', 'chaozhou', /, share: 0.1/, ''],
  [
    'a drawing without a period',
    'drawing-without-period',
    'chaozhou',
    /every: month, share/,
    'every: when-needed, share',
  ],
  [
    'a reviewer who may not look',
    'named-without-command',
    'chaozhou',
    /(role: joint-supervisor,.*)GiveFindings, /,
    '$1',
  ],
  ['a drawing after which nobody may mend', 'command-without-role', 'chaozhou', /MendAnswer, /, ''],
  [
    'a body that may not rule on contests',
    'named-without-command',
    'yicheng',
    /(role: leader,.*), RuleContest/,
    '$1',
  ],
  ['a contest nobody may file', 'command-without-role', 'yicheng', /, FileContest/, ''],
])('%s', (_, code, pack, passage, replacement) => {
  const found = problems(pack, passage, replacement);
  expect(found.map((problem) => problem.code)).toEqual([code]);
  const { zh, en } = policyProblemText(found[0] as (typeof found)[number]);
  expect(zh).toMatch(/[\u4e00-\u9fff].*(请|须)/);
  expect(`${zh}${en}`).not.toMatch(/\{\w+\}|undefined/);
});
