// People chat with the official account of a whole town: WeChat as its documentation tells it on one side,
// the gateway's HTTP and the services on the other, neither written by the other's author (IN-1).
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { derivedAccount } from '#intake/adapters/out/door-secrets';
import { FORGERIES, startWechat, type Wechat } from '#testkit/counterparts/wechat';
import { wechatApology } from '#testkit/counterparts/wechat-push';
import { PARTITIONS } from '../../services/simulation/src/simulation';
import { townUnder } from '../../services/simulation/test/town';
import { townWithDoor } from './town-with-door';

type Town = Awaited<ReturnType<typeof townWithDoor>>;

describe('the official account of a town', () => {
  let town: Town;
  let wechat: Wechat;

  beforeAll(async () => {
    town = await townWithDoor();
    const row = townUnder('yicheng').profile.wechat[0];
    const account = { appId: row?.appId ?? '', ...derivedAccount(new Uint8Array(32), row?.door ?? '') };
    // How fast this machine is, is not what is proved here.
    const patienceMs = 30_000;
    wechat = await startWechat({ account, patienceMs, now: () => town.said.simulation.time.now() });
    await town.gateway.listen(0);
    const { server } = town.gateway.door;
    if (!server.listening) await once(server, 'listening');
    wechat.callsAt(`http://127.0.0.1:${(server.address() as AddressInfo).port}/doors/${row?.door}`);
  });
  afterAll(async () => {
    await wechat.stop();
    await town.gateway.stop?.();
    await town.said.closes();
  });

  it('answers the check of its address, and not to a stranger', async () => {
    expect(await town.atOnce(wechat.verifies(), wechat.verifies('0'.repeat(40)))).toEqual([true, false]);
  });

  it('answers whoever follows and speaks in words WeChat can show, with no push in vain', async () => {
    const wang = wechat.user('王');
    for (const act of [
      () => wang.follows(),
      () => wang.says('你好'),
      () => wang.says('<xml>]]>&amp;\u{1f600}'),
    ]) {
      const [reply] = await town.atOnce(act());
      expect(reply).not.toBe(wechatApology);
    }
    await town.atOnce(wang.sendsPicture(Buffer.from([0xff, 0xd8])));
    await town.atOnce(wang.unfollows());
    expect(wechat.pushes.map(({ fault, pushes }) => [fault, pushes])).toEqual(
      wechat.pushes.map(() => [undefined, 1]),
    );
    expect(wang.chat.some(({ kind }) => kind === 'reply')).toBe(true);
  });

  it('answers a push that comes again as it did the first time', async () => {
    const li = wechat.user('李');
    const [first] = await town.atOnce(li.says('在吗'));
    wechat.losesAnswers(2);
    const [again] = await town.atOnce(li.says('在吗'));
    expect(again).toBe(first);
    expect(wechat.pushes.at(-1)).toMatchObject({ pushes: 3 });
  });

  it('takes an appeal, shows it as it goes its way, and takes what is added', async () => {
    const [enterprise] = townUnder('yicheng').profile.register;
    const zhao = wechat.user('赵');
    const say = async (...said: readonly string[]) => {
      for (const one of said) await town.atOnce(zhao.says(one));
      return zhao.chat.at(-1)?.text ?? '';
    };
    const words = ['2', '厂区断电', '本月已断电三次，请供电公司协调。', '赵某', '19900006311'];
    const [number = ''] = /ZT\d{15}/.exec(await say('提交', enterprise?.name ?? '', ...words, '1')) ?? [];
    expect(number).not.toBe('');
    const clerk = { role: 'clerk', id: 'wang' };
    await town.atOnce(new Promise((resolve) => setTimeout(resolve, 200)));
    const [shown] = await town.atOnce(town.send('GET', `/api/v1/cases/${number}`, clerk));
    expect(shown?.json()).toMatchObject({ channel: 'wechat', number });
    expect(await say('进度')).toMatch(new RegExp(`1 ${number} .`));
    expect(await say('补充 1 又断电了')).toContain('已收到');
    expect(await say('催办 1')).toContain('已催办');
    expect(await say('满意 1')).toBe('该诉求尚未办结。');
    expect(wechat.pushes.at(-1)).toMatchObject({ pushes: 1 });
  });

  it.each(FORGERIES)('gives nothing to a forgery: %s', async (kind) => {
    const [answer] = await town.atOnce(wechat.forges(kind, '王', '诉求'));
    expect(answer?.body).not.toContain('Encrypt');
    expect(answer?.status).toBeGreaterThanOrEqual(400);
    expect(answer?.status).toBeLessThan(500);
  });

  const enterprise = townUnder('yicheng').profile.register[0];
  const course = (title: string) => [
    '提交诉求',
    enterprise?.uscc ?? '',
    '2',
    title,
    '本月已停电三次，请供电单位说明原因并尽快恢复。',
    '殷某',
    '19900000001',
    '1',
  ];
  const file = async (number: string) => {
    const clerk = { role: 'clerk', id: 'wang' };
    const [reply] = await town.atOnce(town.send('GET', `/api/v1/cases/${number}`, clerk));
    return reply?.json();
  };
  /** Says it all, one after the other, each time losing so many answers; what was answered. */
  const tells = async (name: string, words: readonly string[], losing = 0) => {
    const answers: string[] = [];
    for (const one of words) {
      wechat.losesAnswers(losing);
      const [answer = ''] = await town.atOnce(wechat.user(name).says(one));
      answers.push(answer);
    }
    return answers;
  };
  const appealsOf = () =>
    Array.from({ length: PARTITIONS }, (_, at) => town.said.simulation.town.journal.partition(at))
      .flat()
      .filter((item) => 'type' in item && item.type.endsWith('.AppealSubmitted')).length;

  it('raises an appeal question by question, and tells how it stands', async () => {
    const answers = await tells('张', course('厂区停电'));
    const number = /ZT\d+/.exec(answers.at(-1) ?? '')?.[0] ?? '';
    expect(await file(number)).toMatchObject({ channel: 'wechat', title: '厂区停电', kind: 'help' });
    const [progress] = await tells('张', ['进度']);
    expect(progress).toContain(number);
    const [stranger] = await tells('陌生人', ['进度']);
    expect(stranger).not.toContain(number);
  });

  it.each([1, 2])(
    'raises it once and in the same words when every answer is lost %i times',
    async (losing) => {
      const before = appealsOf();
      const answers = await tells(`李${losing}`, course(`厂区停水${losing}`), losing);
      expect(answers).not.toContain(wechatApology);
      const number = /ZT\d+/.exec(answers.at(-1) ?? '')?.[0] ?? '';
      expect(await file(number)).toMatchObject({ title: `厂区停水${losing}`, contactName: '殷某' });
      expect(appealsOf()).toBe(before + 1);
    },
  );

  const awkward = [
    ...[' ', '\n\n', '/::)', '0', '-1', '99999999999999999999', '１', '二', '🙂'.repeat(30)],
    ...['=HYPERLINK("http://a.cn")', '<script>alert(1)</script>', ']]>', '&lt;', '\u200b', '\u202e反'],
    ...[
      '字'.repeat(2000),
      'x'.repeat(2048),
      '取消',
      '返回',
      '返回',
      '返回',
      '进度 ZT0 AAAA',
      '催办 99',
      '满意 0',
    ],
  ];

  // Not at every step: the door takes six hundred messages a minute.
  it.each([0, 1, 4, 7])('is never at a loss, whatever is said at step %i', async (step) => {
    const before = appealsOf();
    for (const [nth, words] of awkward.entries()) {
      const [answer] = (await tells(`刁${step}-${nth}`, [...course('厂区停气').slice(0, step), words])).slice(
        -1,
      );
      expect([words.slice(0, 20), answer]).toEqual([words.slice(0, 20), expect.stringMatching(/\S/)]);
      expect([words.slice(0, 20), answer]).not.toEqual([words.slice(0, 20), wechatApology]);
    }
    expect(appealsOf()).toBe(before);
  });
});
