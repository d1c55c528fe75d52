import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandFindings, commandsOf } from './command-page';
import { dependencyFindings } from './dependency-list';
import { inPlantedTree } from './planted-tree';
import { isResidentNumber, privacyOf } from './privacy';
import { missingEdges, type ProjectGraph, projectless, tagFindings } from './project-graph';
import { topLevelFindings } from './top-level';
import { checkWire } from './wire';

const rulesOf = (findings: readonly { rule: string }[]) => findings.map((one) => one.rule);

describe('privacy bites', () => {
  const phone = `138${'12345678'}`;
  const rows: readonly (readonly [string, string, readonly string[]])[] = [
    ['a mobile number', `call ${phone}`, ['phone']],
    ['one in quotes', `{"phone":"${phone}"}`, ['phone']],
    ['one with spaces', `+86 138 ${'1234'} 5678`, ['phone']],
    ['one in Chinese text', `电话${phone}。`, ['phone']],
    ['a number of the same operator outside the block', `199${'12345678'}`, ['phone']],
    ['a landline', `0512-${'6512'}3456`, ['phone']],
    ['an invented number', '电话19900001234，12345', []],
    ['an instant', `at: ${1700000000000}`, []],
    ['a fraction', '0.13812345678', []],
    ['a resident number', `11010519491231${'002X'}`, ['resident-number']],
    ['eighteen digits with another check digit', `11010519491231${'0021'}`, []],
    ['a path of a machine', `cd ${'/wo'}rk/main`, ['machine-path']],
    ['a path of root', `"${'/ro'}ot/.cache"`, ['machine-path']],
    ['a relative path', './work/main ~/work/x services/work/a', []],
    ['a registry', `https://${'registry'}.npmjs.org/x`, ['registry-host']],
    ['another registry', `${'proxy'}.golang.org`, ['registry-host']],
    ['another documentation site', 'https://docs.oracle.com', []],
  ];
  it.each(rows)('%s', (_what, text, rules) => {
    expect(rulesOf(privacyOf('a.md', text))).toEqual(rules);
  });

  it('knows the check digit of a resident number', () => {
    expect(isResidentNumber(`11010519491231${'002X'}`)).toBe(true);
    expect(isResidentNumber(`11010519491231${'0021'}`)).toBe(false);
  });
});

describe('the list of dependencies bites', () => {
  const manifest = (version = '2.2.4') => JSON.stringify({ dependencies: { kafkajs: version } });
  const row = '| `kafkajs` | speaks to Kafka | an own client |\n';
  it.each([
    ['sound', manifest(), row, []],
    ['no row', manifest(), '', ['unlisted']],
    ['an empty reason', manifest(), '| `kafkajs` |  | an own client |\n', ['incomplete']],
    ['a range', manifest('^2.2.4'), row, ['range']],
    ['a tag', manifest('latest'), row, ['range']],
    ['a row too many', manifest(), `${row}| \`left-pad\` | pads | a loop |\n`, ['gone']],
  ])('%s', (_what, text, page, rules) => {
    expect(rulesOf(dependencyFindings(text, page))).toEqual(rules);
  });
});

describe('the top of the repository bites', () => {
  const sound = [
    ...['services/a.ts', 'proto/a.proto', 'deploy/a.ts', 'charts/a.ts', 'libs/a.ts', 'skaffold.yaml'],
    ...['nx.json', 'package.json', 'README.md', '.gitignore', '.config/a.json', 'pnpm-lock.yaml'],
  ];
  const without = (name: string) => sound.filter((file) => file !== name);
  it.each([
    ['sound', sound, []],
    ['a strange file', [...sound, 'tsconfig.json'], ['tsconfig.json']],
    ['a strange folder', [...sound, 'tools/a.ts', 'tools/b.ts'], ['tools']],
    ['a missing file', without('skaffold.yaml'), ['skaffold.yaml']],
    ['a missing folder', without('proto/a.proto'), ['proto']],
  ])('%s', (_what, files, found) => {
    expect(topLevelFindings(files).map(({ file }) => file)).toEqual(found);
  });
});

describe('the page of commands bites', () => {
  const proto = [
    'message ExecuteRequest {',
    '  zhitong.command.v1.CommandMeta meta = 1;',
    '  oneof command {',
    '    CloseAppeal close = 2;',
    '    ReopenAppeal reopen = 3;',
    '  }',
    '}',
    'message CloseAppeal {}',
  ].join('\n');
  const row = (command: string) => `| ${command} | clerk | – | – |\n`;
  const page = (service: string, ...names: string[]) => `# Who\n\n## ${service}\n${names.map(row).join('')}`;
  it('reads the choice of commands', () => {
    expect(commandsOf(proto)).toEqual(['CloseAppeal', 'ReopenAppeal']);
    expect(commandsOf('message Other {\n  oneof command {\n    A a = 1;\n  }\n}')).toEqual([]);
  });
  it.each([
    ['sound', page('casework', 'CloseAppeal', 'ReopenAppeal'), 0],
    ['a row too few', page('casework', 'CloseAppeal'), 1],
    ['the section of another service', page('intake', 'CloseAppeal', 'ReopenAppeal'), 2],
    ['no page', '', 2],
  ])('%s', (_what, text, count) => {
    expect(commandFindings(new Map([['casework', proto]]), text)).toHaveLength(count);
  });
});

describe('the rules on the project graph bite', () => {
  const types = {
    intake: 'service',
    casework: 'service',
    kernel: 'domain-lib',
    platform: 'platform',
    deploy: 'tool',
  };
  const graph = (
    dependencies: Record<string, string[]>,
    tags: Record<string, string[]> = {},
  ): ProjectGraph => ({
    nodes: Object.fromEntries(
      [...Object.entries(types), ['testkit', 'tool'] as const].map(([name, type]) => [
        name,
        { data: { root: name, tags: tags[name] ?? [`scope:${name}`, `type:${type}`] } },
      ]),
    ),
    dependencies: Object.fromEntries(
      Object.entries(dependencies).map(([name, targets]) => [name, targets.map((target) => ({ target }))]),
    ),
  });
  it.each([
    ['intake', 'casework', ['project-edge']],
    ['intake', 'deploy', ['project-edge']],
    ['kernel', 'platform', ['project-edge']],
    ['platform', 'intake', ['project-edge']],
    ['intake', 'platform', []],
    ['intake', 'testkit', []],
    ['deploy', 'intake', []],
  ])('%s needs %s: %j', (from, to, rules) => {
    expect(rulesOf(tagFindings(graph({ [from]: [to] })))).toEqual(rules);
  });

  it('refuses a project without tags', () => {
    expect(rulesOf(tagFindings(graph({}, { intake: ['scope:intake'] })))).toEqual(['tags']);
    expect(rulesOf(tagFindings(graph({}, { intake: ['type:service'] })))).toEqual(['tags']);
  });

  it('finds an import that Nx does not know', () => {
    const imports = {
      modules: [{ source: 'intake/src/a.ts', dependencies: [{ resolved: 'kernel/src/b.ts' }] }],
      summary: { violations: [] },
    };
    expect(rulesOf(missingEdges(graph({}), imports))).toEqual(['unknown-edge']);
    expect(missingEdges(graph({ intake: ['kernel'] }), imports)).toEqual([]);
  });

  it('finds a folder of source that is no project', () => {
    expect(projectless(['services/notary/src/a.ts'], graph({})).map((one) => one.file)).toEqual([
      'services/notary/project.json',
    ]);
    expect(projectless(['kernel/src/a.ts'], graph({}))).toEqual([]);
  });
});

describe('the wire', () => {
  const message = (type: string) =>
    `syntax = "proto3";\npackage planted.v1;\nmessage Appeal {\n  ${type} number = 1;\n}\n`;
  const files = [
    { file: 'proto/buf.yaml', text: 'version: v2\nmodules:\n  - path: .\nbreaking:\n  use:\n    - WIRE\n' },
    { file: 'proto/planted/v1/appeal.proto', text: message('string') },
  ];

  it('may begin, may not change its meaning, and is compared with the commit before when clean', async () => {
    await inPlantedTree(files, async (at) => {
      const git = (...args: string[]) =>
        execFileSync('git', ['-c', 'user.name=planted', '-c', 'user.email=planted@example.org', ...args], {
          cwd: at,
        });
      const commit = () => git('commit', '-qm', 'chore: plant', '--no-verify');
      git('init', '-q', '-b', 'main');
      git('add', 'package.json');
      commit();
      expect(await checkWire(at)).toMatchObject({
        code: 0,
        output: expect.stringContaining('no earlier wire'),
      });
      git('add', 'proto');
      commit();
      const appeal = join(at, 'proto/planted/v1/appeal.proto');
      writeFileSync(appeal, message('string').replace('}', '  string title = 2;\n}'));
      expect(await checkWire(at)).toMatchObject({ code: 0 });
      writeFileSync(appeal, message('int64'));
      expect(await checkWire(at)).toMatchObject({
        code: 100,
        output: expect.stringContaining('changed type'),
      });
      git('commit', '-qam', 'feat: break');
      expect(await checkWire(at)).toMatchObject({
        code: 100,
        output: expect.stringContaining('changed type'),
      });
    });
  }, 60_000);
});
