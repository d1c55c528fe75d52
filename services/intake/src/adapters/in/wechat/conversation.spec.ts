// A person and an official account, through intake as it runs: an appeal is raised, followed, added to and
// rated; whatever is said twice or lost on the way is done once.
import { CommandAnswer } from '#contracts/gen/zhitong/command/v1/command';
import { callback, event, SECRETS, text, wordsOf } from '../../../../test/wechat';
import { demoProfile, MORNING, YICHENG, YIHUI } from '../../../../test/scenario';
import { startWorld, type World } from '../../../../test/world';
import { writeMessageXml } from './message-xml';

describe('a conversation', () => {
  let world: World;
  let turn = 0;
  beforeEach(async () => {
    world = await startWorld();
    turn = 0;
  });
  afterEach(() => world.stop());

  /** Sends a message as WeChat would now. */
  const send = async (fields: Readonly<Record<string, string | number>>) => {
    turn += 1;
    const call = callback(writeMessageXml(fields), { at: world.clock.now, nonce: `n${turn}` });
    return wordsOf(await world.receive(call));
  };
  const say = (content: string, id = turn + 100) => send(text(id, content));
  const all = async (...said: readonly string[]) => {
    let reply = '';
    for (const one of said) reply = await say(one);
    return reply;
  };
  const APPEAL = [YIHUI.name, '2', '厂区断电', '本月已断电三次，请协调。', '殷某', '19900006305'];
  const raise = () => all('提交', ...APPEAL, '1');
  const submitted = () => world.records().filter(({ type }) => type.endsWith('AppealSubmitted'));
  const codesIn = (reply: string) => {
    const [, number = '', queryCode = ''] = /(ZT\d{15}).*?([A-Z\d]{8})/.exec(reply) ?? [];
    return { number, queryCode };
  };

  test('raises an appeal by the name alone, and the receipt opens it', async () => {
    expect(await send(event('subscribe', MORNING / 1000))).toContain('提交');
    expect(await say('提交')).toContain('统一社会信用代码');
    const confirm = await all(...APPEAL);
    expect(confirm).toContain(`${YIHUI.name}（${YIHUI.uscc}）`);
    expect(confirm).toContain('求助');
    const receipt = codesIn(await say('1'));
    expect(await world.find(receipt)).toMatchObject({ appealId: expect.stringMatching(/-/) });
    expect(submitted()).toHaveLength(1);
    expect(await say('进度')).toContain(`1 ${receipt.number}`);
  });

  test('a button of the menu begins, and leaves what is under way', async () => {
    expect(await send(event('CLICK', MORNING / 1000 + 1, { EventKey: 'raise' }))).toContain(
      '统一社会信用代码',
    );
    await say(YIHUI.name);
    expect(await send(event('CLICK', MORNING / 1000 + 2, { EventKey: 'raise' }))).toContain('诉求类别');
    expect(await send(event('CLICK', MORNING / 1000 + 3, { EventKey: 'follow' }))).toContain('没有');
    expect(await send(event('VIEW', MORNING / 1000 + 4, { EventKey: 'http://x' }))).toBe('');
  });

  test('is corrected, given up, and in English when asked for', async () => {
    await all('提交', YIHUI.name, '2', '厂区断电');
    expect(await say('返回')).toContain('一句话');
    expect(await say('English')).toContain('one sentence');
    expect(await say('cancel')).toContain('deleted');
    expect(await say('1')).toContain('not understood');
    expect(submitted()).toHaveLength(0);
  });

  test('what was not submitted is forgotten after a day', async () => {
    await all('提交', YIHUI.name);
    world.clock.now += 24 * 3_600_000;
    expect(await say('2')).toContain('24 小时');
  });

  test('the repeat of WeChat gets the same answer, and nothing is doubled', async () => {
    await all('提交', ...APPEAL);
    const first = await say('1', 900);
    expect(await say('1', 900)).toBe(first);
    expect(submitted()).toHaveLength(1);
    await world.ends(submitted()[0]?.key ?? '', 'AppealAdmitted');
    expect(await say('催办 1', 901)).toContain('已催办');
    expect(await say('催办 1', 901)).toContain('已催办');
    expect(world.typesOf(submitted()[0]?.key ?? '').filter((type) => type === 'AppealUrged')).toHaveLength(1);
  });

  test('a message that comes again while it is being answered is answered once', async () => {
    await all('提交', ...APPEAL);
    const [first, second] = await Promise.all([say('1', 900), say('1', 900)]);
    expect(second).toBe(first);
    expect(submitted()).toHaveLength(1);
  });

  test('messages sent in one breath are taken one after the other', async () => {
    await all('提交', YIHUI.name);
    await Promise.all([say('2', 901), say('厂区断电', 902), say('本月已断电三次。', 903)]);
    expect(await say('殷某')).toContain('电话');
  });

  test('an answer that was lost after the appeal was stored leads to the same appeal', async () => {
    await all('提交', ...APPEAL);
    world.failNextPut();
    await expect(say('1', 900)).rejects.toThrow();
    expect(submitted()).toHaveLength(1);
    const { number } = codesIn(await say('1', 900));
    expect(number).not.toBe('');
    expect(submitted()).toHaveLength(1);
  });

  test('follows any appeal by number and query code, and no more than five tries a minute', async () => {
    const receipt = codesIn(await raise());
    expect(await say(`进度 ${receipt.number} ${receipt.queryCode}`)).toContain(receipt.number);
    const tries = [];
    for (let at = 0; at < 6; at += 1) tries.push(await say(`进度 ${receipt.number} AAAA222${at}`));
    expect(tries[0]).toContain('不对');
    expect(tries.at(-1)).toContain('频繁');
  });

  test('tells what casework says, takes a rating there, tells refusals by their sentence', async () => {
    world.casework.getCase = async () => ({
      case: { summary: { status: 'completed' }, answer: '已恢复供电' },
    });
    const ratings: unknown[] = [];
    world.casework.execute = async (request: unknown) => {
      ratings.push(request);
      return CommandAnswer.fromPartial({ outcome: { $case: 'accepted', value: {} } });
    };
    await raise();
    expect(await say('进度 1')).toMatch(/已办结\n答复：已恢复供电/);
    expect(await say('不满意 1 只来了一次')).toContain('不满意');
    expect(ratings).toMatchObject([
      {
        meta: { actor: { role: 'enterprise' } },
        command: { value: { rating: 'dissatisfied', comment: '只来了一次' } },
      },
    ]);
    expect(await say('补充 1')).toContain('内容');
    expect(await say('补充 1 又停电了')).toContain('已收到');
    expect(await say('催办 7')).toContain('没有这一序号');
  });

  test('who leaves is forgotten', async () => {
    await raise();
    expect(await send(event('unsubscribe', MORNING / 1000 + 9))).toBe('');
    expect(await say('进度')).toContain('没有');
  });

  test('no OpenID, word or telephone stands in the journal in the open', async () => {
    await raise();
    await say('催办 1');
    const open = world
      .records()
      .map((record) => JSON.stringify({ ...record, value: Buffer.from(record.value ?? []).toString('utf8') }))
      .join('\n');
    expect(open).not.toMatch(/oyORnuP8|断电|19900006305|殷某/);
  });

  test('who writes too often is told so, and others are heard', async () => {
    const replies = [];
    for (let at = 0; at < 31; at += 1) replies.push(await say('帮助'));
    expect(replies.at(-1)).toContain('频繁');
    expect(SECRETS.token).not.toBe('');
  });
});

test('an account that is closed says where else to go, and begins nothing', async () => {
  const profile = demoProfile();
  const closed = profile.wechat.map((account) => ({ ...account, open: false }));
  const world = await startWorld([], [YICHENG], { of: { ...profile, wechat: closed } });
  const reply = await world.receive(callback(writeMessageXml(text(1, '提交'))));
  expect(wordsOf(reply)).toContain('暂停受理');
  await world.stop();
});
