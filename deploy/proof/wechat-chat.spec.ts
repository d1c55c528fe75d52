// People chat with the official account of a whole town: WeChat as its documentation tells it on one side,
// the gateway's HTTP and the services on the other, neither written by the other's author (IN-1).
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { derivedAccount } from '#intake/adapters/out/door-secrets';
import { FORGERIES, startWechat, type Wechat } from '#testkit/counterparts/wechat';
import { wechatApology } from '#testkit/counterparts/wechat-push';
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
    wechat = await startWechat({ account, now: () => town.said.simulation.time.now() });
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
});
