import { join } from 'node:path';
import { loadPack } from '#policy/pack-loader';
import { SUBMISSION } from '../../test/scenario';
import { byTemplate } from './problem-template';
import type { Submission } from './submission';

const loaded = loadPack(join(__dirname, '../../../../deploy/packs/chaozhou'));
if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
const { templates } = loaded.value;

const FINANCING = {
  template: 'financing',
  kind: '',
  topic: '',
  filled: { amount: '500万元', purpose: '周转' },
};
const FILE = {
  name: '表.pdf',
  url: 'https://files.test/1',
  mediaType: 'application/pdf',
  size: 10,
  purpose: '',
};
const guided = (over: Partial<Submission>) => byTemplate({ ...SUBMISSION, ...FINANCING, ...over }, templates);
function problems(over: Partial<Submission>, of = templates): readonly string[] {
  const answer = byTemplate({ ...SUBMISSION, ...FINANCING, ...over }, of);
  return answer.ok ? [] : answer.error.map(({ code, field }) => `${field} ${code}`);
}

describe('问题模板 (IN-3, CR 二-1)', () => {
  test('a template classes the appeal and puts what was filled in at the end of its words', () => {
    const { content } = SUBMISSION;
    const expected = { kind: 'help', topic: 'finance', content: `${content}\n需求金额：500万元\n用途：周转` };
    expect(guided({})).toMatchObject({ ok: true, value: expected });
  });
  test('who chose none says what he likes', () => {
    const plain = { ...SUBMISSION, template: '', filled: {} };
    expect(byTemplate(plain, templates)).toEqual({ ok: true, value: plain });
  });
  test('the topic stays open where the template leaves it open', () => {
    const over = { template: 'subsidy', filled: { policy: '潮府〔2022〕1号', 'applied-on': '2026-03-01' } };
    expect(guided(over)).toMatchObject({ ok: true, value: { topic: '' } });
    expect(guided({ ...over, topic: 'subsidy' })).toMatchObject({ ok: true, value: { topic: 'subsidy' } });
  });
  test.each<[string, Partial<Submission>, readonly string[]]>([
    ['a template nobody knows', { template: 'moon' }, ['template TEMPLATE_UNKNOWN']],
    ['fields without a template', { template: '' }, ['template TEMPLATE_MISSING']],
    ['nothing filled in', { filled: {} }, ['fields.amount FIELD_MISSING', 'fields.purpose FIELD_MISSING']],
    ['a number for a text', { filled: { amount: 5, purpose: '周转' } }, ['fields.amount NOT_TEXT']],
    [
      'a field of another template',
      { filled: { ...FINANCING.filled, matter: '环评' } },
      ['fields.matter TEMPLATE_FIELD_UNKNOWN'],
    ],
    ['another kind by hand', { kind: 'complaint' }, ['kind TEMPLATE_OTHER_KIND']],
    ['another topic by hand', { topic: 'tax' }, ['topic TEMPLATE_OTHER_TOPIC']],
    [
      'a file the template does not ask for',
      { attachments: [{ ...FILE, purpose: 'photo' }] },
      ['attachments TEMPLATE_FILE_UNKNOWN'],
    ],
    ['too much in all', { content: '税'.repeat(4990) }, ['content TEXT_TOO_LONG']],
  ])('%s is told field by field', (_, over, expected) => {
    expect(problems(over)).toEqual(expected);
  });
  test('a file the template demands must be there, by its own name', () => {
    const strict = templates.map((one) => {
      return { ...one, attachments: (one.attachments ?? []).map((file) => ({ ...file, required: true })) };
    });
    expect(problems({}, strict)).toEqual(['attachments TEMPLATE_FILE_MISSING']);
    expect(problems({ attachments: [{ ...FILE, purpose: 'statement' }] }, strict)).toEqual([]);
  });
});
