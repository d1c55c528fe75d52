// What the compiler cannot see and a reviewer should not have to: forgotten promises, unfinished switches,
// and in the pure places every way by which time, chance, the machine or the environment could slip into a
// rule. Format is biome's, shape and names are tidy's, imports between folders are dependency-cruiser's.
// deploy/check/planted-lint.spec.ts breaks each rule once and sees it fire.
import { builtinModules } from 'node:module';
import tseslint from 'typescript-eslint';

const barrel = {
  selector: 'ExportAllDeclaration',
  message: 'barrel: no `export *`; it ties files into cycles. Import the file that defines the name.',
};
const defaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'default-export: export by name, so that a name is the same everywhere.',
};
const indexFile = { selector: 'Program', message: 'index-file: name the file after what it holds.' };
const environment = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'environment: read it in config.ts, the one reader of a service, and pass the value.',
};
const classes = {
  selector: 'ClassDeclaration, ClassExpression',
  message:
    'class: rules are values and functions; state is a union by status, behaviour a function over it.',
};
const purity = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'clock: time is an argument; take epoch milliseconds from the caller.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0], CallExpression[callee.name='Date']",
    message: 'clock: time is an argument; take epoch milliseconds from the caller.',
  },
  {
    selector: "MemberExpression[object.name='performance'][property.name='now']",
    message: 'clock: time is an argument; take epoch milliseconds from the caller.',
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'chance: randomness is an argument; take a seeded source from the caller.',
  },
  {
    selector: 'MemberExpression[object.name=/^(crypto|globalThis)$/]',
    message: 'chance: ids, hashes and randomness come in as arguments.',
  },
  {
    selector: 'Decorator',
    message: 'decorator: rules are plain functions; decorators stand in adapters and modules.',
  },
];
const machine = {
  patterns: [
    {
      regex: `^(node:|(${builtinModules.join('|')})$)`,
      message: 'machine: pure code touches no file, process or network; do it in an adapter.',
    },
  ],
};
const process = { name: 'process', message: 'machine: pure code does not know the process it runs in.' };

const everywhere = [barrel, defaultExport];
const tests = ['**/*.spec.ts', '{libs,services}/*/test/**/*.ts'];
const pure = [
  '**/domain/**/*.ts',
  'libs/kernel/**/*.ts',
  'libs/working-calendar/**/*.ts',
  'libs/policy/**/*.ts',
  'libs/text/**/*.ts',
];
// Loaders read packs and calendars; a content address is a hash, which is a function of its bytes alone.
const loaders = [
  'libs/policy/**/*loader*.ts',
  'libs/working-calendar/**/*loader*.ts',
  'libs/{policy,working-calendar}/**/disk-files.ts',
  'libs/{policy,working-calendar}/**/content-address.ts',
];
const typeAware = {
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': 'error',
  '@typescript-eslint/switch-exhaustiveness-check': [
    'error',
    { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: false },
  ],
};

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/**',
      '**/dist/**',
      '**/gen/**',
      '**/*.js',
      '**/*.cjs',
      '**/*.mjs',
      '**/*.d.ts',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts'],
    plugins: { '@typescript-eslint': tseslint.plugin },
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { project: '.config/tsconfig.lint.json', tsconfigRootDir: globalThis.process.cwd() },
    },
    rules: {
      ...typeAware,
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-restricted-syntax': ['error', ...everywhere, environment],
    },
  },
  {
    // Charts are plain functions without a promise; loading the types of all of Kubernetes for them costs
    // seconds.
    files: ['charts/**/*.ts'],
    languageOptions: { parserOptions: { project: null } },
    rules: Object.fromEntries(Object.keys(typeAware).map((rule) => [rule, 'off'])),
  },
  { files: ['services/**/*.ts', 'libs/**/*.ts'], ignores: tests, rules: { 'no-console': 'error' } },
  {
    files: ['**/config.ts', 'deploy/**/*.ts', 'charts/**/*.ts', 'libs/testkit/**/*.ts', ...tests],
    rules: { 'no-restricted-syntax': ['error', ...everywhere] },
  },
  {
    files: pure,
    ignores: tests,
    rules: {
      'no-restricted-syntax': ['error', ...everywhere, environment, ...purity, classes],
      'no-restricted-imports': ['error', machine],
      'no-restricted-globals': ['error', process],
    },
  },
  {
    // A trained machine is millions of numbers in typed arrays behind three verbs: a class keeps them
    // private.
    files: ['libs/text/**/*.ts'],
    ignores: tests,
    rules: { 'no-restricted-syntax': ['error', ...everywhere, environment, ...purity] },
  },
  { files: loaders, rules: { 'no-restricted-imports': 'off' } },
  { files: ['**/index.ts'], rules: { 'no-restricted-syntax': ['error', indexFile] } },
  { files: ['**/*.config.ts'], rules: { 'no-restricted-syntax': ['error', barrel] } },
);
