import { readOptions } from './options';

const read = (...args: string[]) => readOptions(args, '/srv');

describe('flags of npm start', () => {
  it('has the demonstration as default', () => {
    expect(read()).toMatchObject({ portBase: 7100, compact: false, instance: 'demo' });
    expect(read().packDir).toMatch(/deploy\/packs\/yicheng$/);
  });

  it('takes relative directories from where the command was given', () => {
    expect(read('--data', 'county', '--port-base', '7200', '--compact')).toMatchObject({
      dataDir: '/srv/county',
      portBase: 7200,
      compact: true,
    });
  });

  it.each([
    [['--port-base', 'http'], /port-base/],
    [['--port-base', '80'], /1024/],
    [['--port-base', '65530'], /65495/],
    [['--instance', 'Demo City'], /--instance/],
    [['--pack', '/no/such/pack'], /--pack.*no\/such\/pack/],
    [['--history', 'x.jsonl'], /does not exist/],
    [['--dta', 'x'], /参数有误[^]*Usage: npm start/],
  ])('refuses %j with a sentence', (args, sentence) => {
    expect(() => read(...args)).toThrow(sentence);
  });

  it.each(['--help', '-h'])('answers %s with the usage, which is no error', (flag) => {
    expect(() => read(flag)).toThrow(expect.objectContaining({ exitCode: 0 }));
    expect(() => read(flag)).toThrow(/^用法:npm start/);
  });
});
