import { doorProblem, type RawSubmission, readSubmission, type Submission } from './submission';

const lists = {
  channels: ['web', 'hotline'],
  kinds: ['help', 'complaint'],
  topics: ['tax', 'establish'],
  regions: ['gusu'],
  phone: (text: string) => (/^1\d{10}$/.test(text) ? `+86${text}` : undefined),
};
const GOOD = {
  channel: 'web',
  sourceNumber: 'W-1',
  kind: 'help',
  topic: 'tax',
  title: '退税迟迟未到',
  content: '三月申请的增值税留抵退税至今未到账。',
  enterprise: { name: '苏州某某有限公司', uscc: '91320585XNMLW3NY0L', region: 'gusu', tags: ['sme'] },
  contact: { name: '殷慧澄', phone: '19900006305' },
  attachments: [],
} as const;
const file = { name: '表.pdf', url: 'https://files.test/1', mediaType: 'application/pdf', size: 10 };

function read(over: Record<string, unknown>) {
  return readSubmission({ ...GOOD, ...over } as RawSubmission, lists);
}
function problemsOf(over: Record<string, unknown>): readonly string[] {
  const answer = read(over);
  return answer.ok ? [] : answer.error.map(({ code, field }) => `${field} ${code}`);
}
const enterprise = (over: object) => ({ enterprise: { ...GOOD.enterprise, ...over } });
const contact = (over: object) => ({ contact: { ...GOOD.contact, ...over } });

describe('提交内容：what a door takes in', () => {
  test('blanks, letter case and full-width letters of a code are forgiven, nothing else is changed', () => {
    const answer = read({ title: '  退税 \n 迟迟未到 ', ...enterprise({ uscc: '９1320585xnmlw3ny0l ' }) });
    expect(answer).toMatchObject({ ok: true, value: { title: '退税 迟迟未到', uscc: '91320585XNMLW3NY0L' } });
  });
  test('kind, topic, tags and attachments may be left out', () => {
    expect(problemsOf({ kind: '', topic: '', ...enterprise({ tags: [] }) })).toEqual([]);
    const nothing = { kind: undefined, topic: undefined, attachments: undefined };
    expect(problemsOf({ ...nothing, ...enterprise({ tags: undefined }) })).toEqual([]);
  });
  test.each<[string, Record<string, unknown>, string]>([
    ['a door that is none', { channel: 'fax' }, 'channel CHANNEL_UNKNOWN'],
    ['no number of the source', { sourceNumber: '' }, 'sourceNumber FIELD_MISSING'],
    ['a kind that is none', { kind: 'gossip' }, 'kind KIND_UNKNOWN'],
    ['a topic that is none', { topic: 'moon' }, 'topic TOPIC_UNKNOWN'],
    ['a region that is none', enterprise({ region: 'mars' }), 'enterprise.region REGION_UNKNOWN'],
    ['a tag that is none', enterprise({ tags: ['rich'] }), 'enterprise.tags TAG_UNKNOWN'],
    ['a title of one character', { title: '税' }, 'title TEXT_TOO_SHORT'],
    ['a title of 101 characters', { title: '税'.repeat(101) }, 'title TEXT_TOO_LONG'],
    ['an empty content', { content: ' \n\t ' }, 'content FIELD_MISSING'],
    ['a content of 100 kB', { content: '税'.repeat(34_000) }, 'content TEXT_TOO_LONG'],
    ['a zero-width space', { title: '退\u200b税' }, 'title UNSEEN_CHARACTER'],
    ['a direction override', { content: '退税\u202e不到账了' }, 'content UNSEEN_CHARACTER'],
    ['a control character', { content: '退税\u0007不到账了' }, 'content UNSEEN_CHARACTER'],
    ['half of a surrogate pair', { content: '退税\ud800不到账了' }, 'content UNSEEN_CHARACTER'],
    ['an object for a text', { title: { $gt: '' } }, 'title NOT_TEXT'],
    ['an object for a door', { channel: { $gt: '' } }, 'channel NOT_TEXT'],
    ['a text for a list', enterprise({ tags: 'sme' }), 'enterprise.tags NOT_A_LIST'],
    ['no contact at all', { contact: undefined }, 'contact.name FIELD_MISSING,contact.phone FIELD_MISSING'],
    ['no enterprise name', enterprise({ name: '' }), 'enterprise.name FIELD_MISSING'],
    ['a phone that cannot be dialled', contact({ phone: '12345' }), 'contact.phone PHONE_WRONG'],
    [
      'a file by a script link',
      { attachments: [{ ...file, url: 'javascript:alert(1)' }] },
      'attachments[0].url URL_WRONG',
    ],
    [
      'a program as a file',
      { attachments: [{ ...file, mediaType: 'application/x-msdownload' }] },
      'attachments[0].mediaType MEDIA_TYPE_NOT_ALLOWED',
    ],
    ['an empty file', { attachments: [{ ...file, size: 0 }] }, 'attachments[0].size ATTACHMENT_SIZE'],
    ['eleven files', { attachments: Array(11).fill(file) }, 'attachments TOO_MANY_ATTACHMENTS'],
  ])('refuses %s', (_name, over, expected) => {
    expect(problemsOf(over).join()).toBe(expected);
  });
  test('names all problems at once', () => {
    expect(problemsOf({ title: '', ...contact({ phone: 'x' }) })).toHaveLength(2);
  });
});

describe('信用代码：at a door that refuses wrong codes (IN-4, decision 0003)', () => {
  const known = { registered: false, regionPrefixes: ['3205'] };
  const at = (over: Partial<Submission>, registered = false) => {
    const answer = read({});
    if (!answer.ok) throw new Error('the good one is good');
    return doorProblem({ ...answer.value, ...over }, { ...known, registered })?.code;
  };
  test.each<[string, Partial<Submission>, boolean, string | undefined]>([
    ['a registered one', {}, true, undefined],
    ['well-formed, of this city, in no register: mistyped', {}, false, 'USCC_UNKNOWN'],
    ['well-formed, of another city: a person decides', { uscc: '91330400XNAE07KCX6' }, false, undefined],
    ['a wrong check character', { uscc: '91320585XNMLW3NY0M' }, false, 'USCC_CHECK_DIGIT'],
    ['too short', { uscc: '9132' }, false, 'USCC_LENGTH'],
    ['none', { uscc: '' }, false, 'USCC_MISSING'],
    ['none, the matter being its establishment', { uscc: '', topic: 'establish' }, false, undefined],
    ['none, a start-up', { uscc: '', tags: ['startup'] }, false, undefined],
  ])('%s', (_name, over, registered, code) => {
    expect(at(over, registered)).toBe(code);
  });
});
