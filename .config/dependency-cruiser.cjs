// Who may know whom. Each rule carries its reason; deploy/check/planted-imports.spec.ts breaks each once and
// sees it fire. Type imports count (tsPreCompilationDeps): a type ties two files as firmly as a value. The
// parser is swc, which reads TypeScript of any version; `import()` types, which it does not see, are refused
// by eslint.
const test = '\\.spec\\.ts$|^services/[^/]+/test/|^libs/[^/]+/test/';
const pureLibs = '^libs/(kernel|working-calendar|policy|text)/';

module.exports = {
  forbidden: [
    {
      name: 'no-cycle',
      comment:
        'Files of a cycle can only be understood and changed together: move what both need to a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolved',
      comment: 'An import nobody can follow escapes every other rule: correct the path or the `imports` map.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'domain-stays-pure',
      comment:
        'The rules are replayed from the journal for ever: they know no technology, no wire and no other ' +
        'service, only themselves, kernel, working-calendar and policy. Bring the value in as an argument.',
      severity: 'error',
      from: {
        path: '^services/([^/]+)/src/domain/',
        pathNot: `${test}|^services/(triage|knowledge|casework)/`,
      },
      to: { pathNot: '^services/$1/src/domain/|^libs/(kernel|working-calendar|policy)/' },
    },
    {
      name: 'text-domain-stays-pure',
      comment:
        'Triage, knowledge and casework judge words: their domain may use libs/text as well, and nothing ' +
        'else.',
      severity: 'error',
      from: { path: '^services/(triage|knowledge|casework)/src/domain/', pathNot: test },
      to: { pathNot: '^services/$1/src/domain/|^libs/(kernel|working-calendar|policy|text)/' },
    },
    {
      name: 'app-knows-only-ports',
      comment:
        'A verb is told what to do through its ports; with the real store or the fake it is the same verb. ' +
        'Declare what it needs in ports.ts and let an adapter do it.',
      severity: 'error',
      from: { path: '^services/([^/]+)/src/app/', pathNot: test },
      to: { pathNot: '^services/$1/src/(domain|app)/|^libs/(kernel|working-calendar|policy|text)/' },
    },
    {
      name: 'adapters-stay-at-home',
      comment:
        'An adapter joins its own service to a technology. Tools, launch code and test equipment stay ' +
        'outside, so that a service can be shipped alone.',
      severity: 'error',
      // The simulation is a tool, never shipped: it is the test equipment at work.
      from: { path: '^services/[^/]+/src/(?!domain/|app/)', pathNot: `${test}|^services/simulation/` },
      to: { path: '^(deploy|charts|libs/testkit)/' },
    },
    {
      name: 'service-never-imports-service',
      comment:
        'Services meet on the journal and by gRPC only; an import would let one read the other behind its ' +
        'contract. Compositions of several live in deploy/launch, simulation and testkit.',
      severity: 'error',
      from: { path: '^services/([^/]+)/', pathNot: '^services/simulation/' },
      to: { path: '^services/', pathNot: '^services/$1/' },
    },
    {
      name: 'libs-know-no-service',
      comment:
        'A library serves every service alike; knowing one turns it into a hidden part of that service.',
      severity: 'error',
      from: { path: '^libs/(?!testkit/)' },
      to: { path: '^(services|charts|deploy)/' },
    },
    {
      name: 'kernel-imports-nothing',
      comment: 'Everything rests on the kernel; whatever it rested on would be a dependency of everything.',
      severity: 'error',
      from: { path: '^libs/kernel/', pathNot: test },
      to: { pathNot: '^libs/kernel/' },
    },
    {
      name: 'pure-libs-know-no-platform',
      comment:
        'Days, deadlines, packs and words are computed the same everywhere: no bus, store or wire in them.',
      severity: 'error',
      from: { path: pureLibs, pathNot: test },
      to: { path: '^libs/(platform|contracts|testkit)/' },
    },
    {
      name: 'generated-code-stays-at-the-edge',
      comment:
        'Wire types end in adapters/mapping, where proto enums become string unions; a changed field then ' +
        'touches one file of a service. Only gRPC adapters, which register the definitions, name them too.',
      severity: 'error',
      from: {
        path: '^(libs|services)/',
        pathNot:
          `${test}|^libs/contracts/|^services/[^/]+/src/adapters/(mapping/|(in|out)/.*grpc)|` +
          // Every service begins by asking identity for its vault and versions: the one peer of the platform.
          '^libs/platform/src/identity-peer\\.ts$',
      },
      to: { path: '^libs/contracts/src/gen/' },
    },
    {
      name: 'kafka-and-mongo-only-in-platform',
      comment:
        'Both clients have traps that cost data; libs/platform is the one place that knows them, adapters ' +
        'use its Table and DocumentStore. Starting and measuring the servers themselves (deploy/launch, ' +
        'deploy/test, deploy/proof) is the exception.',
      severity: 'error',
      from: { pathNot: '^libs/platform/|^deploy/(launch|test|proof)/' },
      to: { path: '(^|/)node_modules/(kafkajs|mongoose|mongodb|bson)/' },
    },
    {
      name: 'columns-only-in-analytics',
      comment:
        'The column store is a projection of analytics and of nobody else: others ask analytics for ' +
        'figures; facts stand in the journal.',
      severity: 'error',
      from: { pathNot: '^services/analytics/src/adapters/out/' },
      to: { path: '(^|/)node_modules/@duckdb/' },
    },
    {
      name: 'web-only-in-gateway',
      comment:
        'There is one web door, where bodies are checked, limited and logged alike; services answer by ' +
        'gRPC. The proof measures its floor on a bare door.',
      severity: 'error',
      from: { pathNot: '^services/gateway/|^deploy/proof/' },
      to: { path: '(^|/)node_modules/(fastify|@fastify/[^/]+)/' },
    },
    {
      name: 'nest-only-at-the-door',
      comment:
        'Nest carries gRPC and HTTP; wiring and rules must run without it (tests, one-process composition).',
      severity: 'error',
      from: {
        pathNot:
          '^libs/platform/|^services/[^/]+/src/adapters/in/|^services/[^/]+/src/([^/]+\\.module|main)\\.ts$',
      },
      to: { path: '(^|/)node_modules/@nestjs/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    parser: 'swc',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.mjs', '.cjs', '.js', '.json', '.d.ts'],
    },
  },
};
