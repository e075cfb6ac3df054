export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2023' }, module: { type: 'es6' } }]
  },
  // Jest leaves a core free by default, which on two cores is half of the machine.
  maxWorkers: '100%',
  // The core is pure and the shell talks to local files and a local server: nothing needs more than this.
  testTimeout: 60_000
}
