// One runner for every tier; the suffix of a test file says its tier (see deploy/docs/conventions.md).
const swc = {
  jsc: {
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true },
    target: 'es2022',
  },
  module: { type: 'commonjs' },
  sourceMaps: 'inline',
};
module.exports = {
  rootDir: '..',
  testEnvironment: 'node',
  roots: ['<rootDir>/libs', '<rootDir>/services', '<rootDir>/deploy', '<rootDir>/charts'],
  testMatch: ['**/*.spec.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/charts/dist'],
  transform: { '\\.ts$': ['@swc/jest', swc] },
  moduleNameMapper: { '^fast-check$': '<rootDir>/.config/properties.cjs' },
  testTimeout: 60000,
};
