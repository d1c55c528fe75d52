import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Cruise, cruiseImports } from './imports';
import { inPlantedTree } from './planted-tree';
import { root } from './tree';

const names = [
  'libs/kernel/src/result',
  'libs/policy/src/pack',
  'libs/working-calendar/src/calendar',
  'libs/text/src/words',
  'libs/platform/src/journal',
  'libs/contracts/src/registry',
  'libs/contracts/src/gen/appeal',
  'libs/testkit/src/clock',
  'services/intake/src/domain/appeal',
  'services/intake/src/app/ports',
  'services/casework/src/domain/order',
  'deploy/launch/ports',
];
const sound = names.map((name) => ({ file: `${name}.ts`, text: 'export const a = 1;\n' }));

/**
 * Each row: the planted file, what it imports, and the one rule that must refuse it (none: it is allowed).
 */
const rows: readonly (readonly [file: string, imported: string, rule: string | null])[] = [
  ['services/intake/src/domain/to-platform.ts', '#platform/journal', 'domain-stays-pure'],
  ['services/intake/src/domain/to-app.ts', '../app/ports', 'domain-stays-pure'],
  ['services/intake/src/domain/to-text.ts', '../../../../libs/text/src/words', 'domain-stays-pure'],
  ['services/intake/src/domain/to-node.ts', 'node:crypto', 'domain-stays-pure'],
  ['services/intake/src/domain/to-kernel.ts', '#kernel/result', null],
  ['services/intake/src/domain/to-calendar.ts', '#working-calendar/calendar', null],
  ['services/intake/src/domain/to-policy.ts', '#policy/pack', null],
  ['services/triage/src/domain/to-platform.ts', '#platform/journal', 'text-domain-stays-pure'],
  ['services/triage/src/domain/to-text.ts', '../../../../libs/text/src/words', null],
  ['services/casework/src/domain/to-text.ts', '../../../../libs/text/src/words', null],
  ['services/intake/src/app/to-platform.ts', '#platform/journal', 'app-knows-only-ports'],
  ['services/intake/src/app/to-adapter.ts', '../adapters/out/to-platform', 'app-knows-only-ports'],
  ['services/intake/src/app/to-domain.ts', '../domain/appeal', null],
  ['services/intake/src/adapters/out/to-platform.ts', '#platform/journal', null],
  ['services/intake/src/adapters/out/to-deploy.ts', '#deploy/launch/ports', 'adapters-stay-at-home'],
  ['services/intake/src/adapters/out/to-testkit.ts', '#testkit/clock', 'adapters-stay-at-home'],
  [
    'services/intake/src/adapters/out/to-service.ts',
    '#casework/domain/order',
    'service-never-imports-service',
  ],
  ['services/intake/src/domain/appeal.spec.ts', '#casework/domain/order', 'service-never-imports-service'],
  ['services/intake/src/domain/other.spec.ts', '#testkit/clock', null],
  ['services/simulation/src/run.ts', '#casework/domain/order', null],
  ['deploy/launch/compact.ts', '#casework/domain/order', null],
  ['libs/testkit/src/given.ts', '#casework/domain/order', null],
  ['libs/platform/src/to-service.ts', '#casework/domain/order', 'libs-know-no-service'],
  ['libs/kernel/src/to-policy.ts', '#policy/pack', 'kernel-imports-nothing'],
  ['libs/kernel/src/to-node.ts', 'node:crypto', 'kernel-imports-nothing'],
  ['libs/policy/src/to-platform.ts', '#platform/journal', 'pure-libs-know-no-platform'],
  ['libs/text/src/to-contracts.ts', '#contracts/registry', 'pure-libs-know-no-platform'],
  ['services/intake/src/adapters/out/to-gen.ts', '#contracts/gen/appeal', 'generated-code-stays-at-the-edge'],
  ['libs/platform/src/to-gen.ts', '#contracts/gen/appeal', 'generated-code-stays-at-the-edge'],
  ['services/intake/src/adapters/mapping/appeal.ts', '#contracts/gen/appeal', null],
  ['services/intake/src/adapters/in/intake.grpc.ts', '#contracts/gen/appeal', null],
  ['services/intake/src/adapters/out/to-kafka.ts', 'kafkajs', 'kafka-and-mongo-only-in-platform'],
  ['services/intake/src/adapters/out/to-mongo.ts', 'mongoose', 'kafka-and-mongo-only-in-platform'],
  ['services/triage/src/adapters/out/to-mongo.ts', 'mongoose', 'kafka-and-mongo-only-in-platform'],
  ['libs/testkit/src/to-mongo.ts', 'mongoose', 'kafka-and-mongo-only-in-platform'],
  ['libs/platform/src/to-kafka.ts', 'kafkajs', null],
  ['deploy/launch/to-mongo.ts', 'mongoose', null],
  ['libs/platform/src/identity-peer.ts', '#contracts/gen/appeal', null],
  ['services/intake/src/adapters/out/to-columns.ts', '@duckdb/node-api', 'columns-only-in-analytics'],
  ['services/analytics/src/adapters/in/to-columns.ts', '@duckdb/node-api', 'columns-only-in-analytics'],
  ['services/analytics/src/adapters/out/to-columns.ts', '@duckdb/node-api', null],
  ['services/intake/src/adapters/in/to-web.ts', 'fastify', 'web-only-in-gateway'],
  ['libs/platform/src/to-web.ts', '@fastify/static', 'web-only-in-gateway'],
  ['services/gateway/src/adapters/in/http/to-web.ts', 'fastify', null],
  ['services/intake/src/service.ts', '@nestjs/common', 'nest-only-at-the-door'],
  ['services/intake/src/intake.module.ts', '@nestjs/common', null],
  ['services/intake/src/adapters/out/to-nowhere.ts', './nowhere', 'no-unresolved'],
];

/** A type ties as a value does, and so does an import at run time: the form rotates through the rows. */
function importing(imported: string, row: number): string {
  const forms = [
    `import { a } from '${imported}';\nexport const b = a;\n`,
    `import type { a } from '${imported}';\nexport type B = typeof a;\n`,
    `export const b = () => import('${imported}');\n`,
    `export { a } from '${imported}';\n`,
  ];
  return forms[row % forms.length] ?? '';
}

describe('the import rules bite', () => {
  let violations: Cruise['summary']['violations'];
  beforeAll(async () => {
    const crossing = rows.map(([file, imported], row) => ({ file, text: importing(imported, row) }));
    const cycle = [
      {
        file: 'libs/platform/src/ring-a.ts',
        text: "import type { B } from './ring-b';\nexport type A = B | 1;\n",
      },
      {
        file: 'libs/platform/src/ring-b.ts',
        text: "import type { A } from './ring-a';\nexport type B = A | 2;\n",
      },
    ];
    violations = await inPlantedTree([...sound, ...crossing, ...cycle], async (at) => {
      const cruise = await cruiseImports(at);
      return cruise.summary.violations;
    });
  }, 60_000);
  const firedOn = (file: string) => [
    ...new Set(violations.filter((v) => v.from === file).map((v) => v.rule.name)),
  ];

  it.each(rows)('%s imports %s: %s', (file, _imported, rule) => {
    expect(firedOn(file)).toEqual(rule === null ? [] : [rule]);
  });

  it('a ring of two files: no-cycle', () => {
    expect([...firedOn('libs/platform/src/ring-a.ts'), ...firedOn('libs/platform/src/ring-b.ts')]).toContain(
      'no-cycle',
    );
  });

  it.each(sound.map((one) => [one.file]))('%s is sound', (file) => {
    expect(firedOn(file)).toEqual([]);
  });

  it('plants a violation of every rule of the configuration', () => {
    const text = readFileSync(join(root, '.config/dependency-cruiser.cjs'), 'utf8');
    const configured = [...text.matchAll(/^ {6}name: '([^']+)'/gm)].map((match) => match[1]);
    expect(configured.length).toBeGreaterThan(10);
    expect([...new Set(violations.map((one) => one.rule.name))].sort()).toEqual(configured.sort());
  });
});
