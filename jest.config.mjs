const shared = {
  runner: '<rootDir>/scripts/tests/runner.mjs',
  transform: {},
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' }
}
const END_TO_END = '<rootDir>/__tests__/e2e/'
// Through the whole gate or a real repository, or against programs of others (shells, databases, Jest): minutes where the rest
// takes one.
const WHOLE = [
  'cli/',
  'properties/',
  'core/sarif/corpus',
  'action/facts/change',
  'core/doctor/shell',
  'core/history/fleet/sql',
  'core/history/fleet/dialects',
  'tests/runner'
].map(path => `<rootDir>/__tests__/${path}`)

export default {
  // Only a test that hangs ends by this: how busy the machine is decides nothing. Of projects Jest takes no timeout.
  testTimeout: 900_000,
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', END_TO_END, ...WHOLE]
    },
    {
      ...shared,
      displayName: 'whole',
      testMatch: WHOLE.map(path => `${path}${path.endsWith('/') ? '**/*' : ''}.test.ts`)
    },
    {
      ...shared,
      displayName: 'e2e',
      testMatch: [`${END_TO_END}**/*.test.ts`],
      globalSetup: '<rootDir>/scripts/fresh-bundles.mjs'
    }
  ],
  testSequencer: '<rootDir>/scripts/tests/sequencer.mjs',
  // Jest leaves a core free by default, which on two cores is half of the machine.
  maxWorkers: '100%'
}
