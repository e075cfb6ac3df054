/** What one folder of `src` may import besides its own files, parts and wholes, and the foundation. */
export interface Room {
  /** Folders, each with its parts. */
  readonly imports: readonly string[]
  readonly packages?: readonly string[]
}

/** By path below `src`; `.` is `src` itself. */
export type Rooms = Readonly<Record<string, Room>>

/** What every room may import: the finding, and what has no knowledge of the gate. */
export const FOUNDATION: readonly string[] = ['core', 'core/ground']

/** Folders whose parts are rooms of their own. */
export const FLOORS: readonly string[] = ['.', 'core']

/**
 * Every folder of `src`, from the bottom to the top: what a room imports stands above it in this table. Among a folder
 * and its own parts circles are looked for file by file. A new folder gets a line here.
 */
export const ROOMS: Rooms = {
  // What everything rests on
  generated: { imports: [] },
  'generated/schemas': { imports: [] },
  'generated/validators': { imports: [] },
  core: { imports: [] },
  'core/ground': { imports: [], packages: ['packageurl-js'] },
  'core/time': { imports: [] },
  'core/yaml': { imports: ['generated'], packages: ['js-yaml', 'node:buffer'] },
  'core/feeds': { imports: ['core/time'] },
  // Scans
  'core/sarif/tools': { imports: [] },
  'core/sarif/place': { imports: [] },
  'core/sarif/package': { imports: ['core/sarif/tools'] },
  'core/sarif/reader': { imports: [], packages: ['node:buffer'] },
  'core/sarif/convert': { imports: [] },
  'core/sarif/gravity': { imports: ['core/sarif/tools'] },
  'core/sarif/result': {
    imports: ['core/sarif/gravity', 'core/sarif/package', 'core/sarif/place', 'core/sarif/tools', 'core/time'],
    packages: ['node:crypto']
  },
  'core/sarif/run': {
    imports: ['core/sarif/gravity', 'core/sarif/place', 'core/sarif/result', 'core/sarif/tools', 'core/time']
  },
  'core/sarif': { imports: [] },
  'core/change': { imports: ['core/sarif/place'], packages: ['diff', 'node:crypto'] },
  'core/change/occasion': { imports: ['generated'] },
  'core/change/locks': { imports: [] },
  'core/change/locks/brought': { imports: [] },
  'core/identity/match': { imports: ['core/change'], packages: ['node:crypto'] },
  'core/identity/several': { imports: ['core/change', 'core/identity/match'] },
  'core/identity/merging': { imports: ['core/identity/match'] },
  'core/identity': { imports: ['core/change', 'core/feeds', 'core/sarif'], packages: ['node:buffer', 'node:crypto'] },
  // Judgement
  'core/policy': { imports: ['core/sarif', 'core/time', 'core/yaml', 'generated'], packages: ['minimatch'] },
  'core/policy/conditions/rows': { imports: ['generated'] },
  'core/policy/conditions': { imports: ['core/change/occasion', 'core/time', 'generated'] },
  'core/policy/layers': {
    imports: ['core/policy/conditions', 'core/time', 'core/yaml', 'generated'],
    packages: ['node:crypto']
  },
  'core/policy/lint': {
    imports: ['core/policy/conditions', 'core/sarif/tools', 'core/time', 'core/yaml', 'generated']
  },
  'core/exceptions': { imports: ['core/policy', 'core/time', 'core/yaml', 'generated'] },
  'core/exceptions/commands': { imports: ['core/policy', 'core/time', 'core/yaml'] },
  'core/exceptions/approval': {
    imports: ['core/exceptions/commands', 'core/policy', 'core/time'],
    packages: ['node:crypto']
  },
  'core/decision/scans': { imports: ['core/feeds', 'core/identity', 'core/policy', 'core/sarif', 'core/time'] },
  'core/decision/places': { imports: ['core/identity', 'core/policy'] },
  'core/decision': {
    imports: [
      'core/change',
      'core/exceptions',
      'core/feeds',
      'core/identity',
      'core/policy',
      'core/sarif',
      'core/time',
      'generated'
    ]
  },
  'core/history': {
    imports: [
      'core/change/occasion',
      'core/decision',
      'core/exceptions',
      'core/feeds',
      'core/identity',
      'core/policy',
      'core/sarif',
      'core/time',
      'generated'
    ]
  },
  'core/history/layout': { imports: [], packages: ['node:buffer'] },
  'core/history/fleet/rows': {
    imports: [
      'core/change/occasion',
      'core/exceptions',
      'core/history/layout',
      'core/identity',
      'core/sarif/tools',
      'core/time',
      'generated'
    ]
  },
  'core/history/fleet': { imports: ['core/change/occasion', 'core/policy', 'core/time', 'generated'] },
  'core/trace': {
    imports: ['core/decision', 'core/exceptions', 'core/feeds', 'core/identity', 'core/policy', 'core/time']
  },
  'core/policy-test': {
    imports: [
      'core/decision',
      'core/exceptions',
      'core/feeds',
      'core/identity',
      'core/policy',
      'core/sarif',
      'core/time',
      'core/yaml',
      'generated'
    ],
    packages: ['node:crypto']
  },
  'core/doctor/expression': { imports: [] },
  'core/doctor/shell': { imports: [] },
  'core/doctor/workflows': { imports: ['core/doctor/expression', 'core/doctor/shell', 'core/yaml'] },
  'core/doctor/beside': { imports: ['core/doctor/expression', 'core/doctor/shell', 'core/doctor/workflows'] },
  'core/doctor': {
    imports: [
      'core/doctor/beside',
      'core/doctor/expression',
      'core/doctor/shell',
      'core/doctor/workflows',
      'core/policy'
    ]
  },
  // Views
  'core/reports/ground': {
    imports: [
      'core/decision',
      'core/exceptions',
      'core/history',
      'core/identity',
      'core/policy',
      'core/sarif',
      'core/time',
      'generated'
    ]
  },
  'core/reports/files/siem': { imports: ['core/history/fleet', 'core/reports/ground'] },
  'core/reports/files': {
    imports: [
      'core/history/fleet',
      'generated',
      'core/decision',
      'core/exceptions',
      'core/identity',
      'core/policy',
      'core/reports/ground',
      'core/sarif',
      'core/sarif/run'
    ],
    packages: ['node:crypto']
  },
  'core/reports/html': {
    imports: ['core/decision', 'core/exceptions', 'core/identity', 'core/reports/ground'],
    packages: ['node:crypto']
  },
  'core/reports/markdown': {
    imports: [
      'core/decision',
      'core/exceptions',
      'core/history',
      'core/identity',
      'core/policy',
      'core/reports/ground'
    ],
    packages: ['node:crypto']
  },
  'core/reports/markdown/exceptions': { imports: ['core/decision', 'core/exceptions', 'core/reports/ground'] },
  'core/reports/terminal': {
    imports: [
      'core/decision',
      'core/history',
      'core/policy',
      'core/policy-test',
      'core/reports/files',
      'core/reports/ground',
      'core/time',
      'core/trace'
    ]
  },
  'core/reports/fleet': {
    imports: ['core/history', 'core/reports/ground', 'core/reports/html', 'core/reports/markdown'],
    packages: ['node:crypto']
  },
  'core/reports': { imports: ['core/change', 'core/decision'] },
  // The world
  'github/http': { imports: [], packages: ['@actions/http-client', '@octokit/rest', 'undici'] },
  'github/reads': { imports: ['core/change', 'github/http'], packages: ['node:crypto', 'node:zlib'] },
  'github/writes': { imports: ['core/change', 'core/reports/ground', 'github/http'], packages: ['node:crypto'] },
  github: { imports: ['core/change'], packages: ['node:crypto'] },
  'files/decisions': {
    imports: ['core/decision', 'core/history', 'core/reports'],
    packages: ['node:buffer', 'node:crypto', 'node:fs', 'node:path']
  },
  files: {
    imports: ['core/change', 'core/decision', 'core/feeds', 'core/policy', 'core/reports', 'core/sarif'],
    packages: [
      'minimatch',
      'node:buffer',
      'node:child_process',
      'node:crypto',
      'node:fs',
      'node:path',
      'node:v8',
      'node:vm',
      'node:zlib'
    ]
  },
  'gate/record': { imports: ['core/decision', 'core/policy', 'files', 'generated'], packages: ['node:path'] },
  gate: {
    imports: ['core/change', 'core/decision', 'core/exceptions', 'core/identity', 'core/policy', 'core/sarif', 'files'],
    packages: ['node:fs', 'node:path']
  },
  'cli/commands': {
    imports: [
      'core/change/occasion',
      'core/decision',
      'core/doctor',
      'core/exceptions',
      'core/history',
      'core/policy',
      'core/policy-test',
      'core/reports',
      'core/sarif/convert',
      'core/time',
      'core/trace',
      'core/yaml',
      'files',
      'gate',
      'generated'
    ],
    packages: ['node:fs', 'node:path']
  },
  'cli/fleet': {
    imports: ['cli/commands', 'core/history', 'core/reports', 'core/time', 'core/yaml', 'files', 'gate', 'generated']
  },
  'cli/audit': {
    imports: [
      'cli/commands',
      'core/decision',
      'core/history',
      'core/policy',
      'core/reports',
      'files',
      'gate',
      'generated'
    ],
    packages: ['node:fs', 'node:path']
  },
  'cli/setup/plan': { imports: ['core/policy', 'core/time', 'core/yaml', 'generated'] },
  'cli/setup': {
    imports: ['cli/commands', 'core/doctor', 'core/feeds', 'core/policy', 'core/time', 'files', 'gate', 'github/http'],
    packages: ['node:fs', 'node:path', 'node:url']
  },
  cli: {
    imports: ['core/change/occasion', 'core/reports/ground', 'core/time', 'core/yaml', 'gate'],
    packages: ['node:util']
  },
  'action/facts/kept': {
    imports: ['core/change', 'core/sarif', 'files', 'gate', 'github'],
    packages: ['node:fs', 'node:path']
  },
  'action/facts': {
    imports: [
      'core/change',
      'core/decision',
      'core/history',
      'core/policy',
      'core/reports/ground',
      'files',
      'gate',
      'github'
    ],
    packages: ['node:fs', 'node:path']
  },
  'action/approvals': {
    imports: [
      'action/facts',
      'core/decision',
      'core/exceptions',
      'core/identity',
      'core/policy',
      'core/reports/markdown',
      'github'
    ]
  },
  'action/baseline': {
    imports: ['action/facts', 'core/change', 'core/identity', 'core/sarif', 'gate', 'github'],
    packages: ['node:fs', 'node:path']
  },
  'action/answer': {
    imports: [
      'action/approvals',
      'action/facts',
      'core/change',
      'core/decision',
      'core/exceptions',
      'core/policy',
      'core/reports',
      'core/time',
      'core/trace',
      'files',
      'gate',
      'github'
    ],
    packages: ['node:fs', 'node:path']
  },
  action: {
    imports: [
      'core/change',
      'core/decision',
      'core/exceptions',
      'core/history',
      'core/policy',
      'core/reports',
      'core/time',
      'core/yaml',
      'files',
      'gate',
      'github'
    ],
    packages: ['@actions/core', 'node:fs/promises', 'node:path']
  },
  '.': { imports: ['action', 'cli'] }
}

/** The largest that is still taken in at a glance. Generated files are not read. */
export const LIMITS = { entries: 16, fileLines: 260, functionLines: 60 } as const

/** The only places that may declare what the compiler cannot see: the core's host, and the generated validators. */
export const DECLARATIONS: readonly string[] = ['core/ground/host.d.ts', 'generated/validators/']

/**
 * The names from nowhere that the core may use as values, and how: what gives the same answer at every call, on every
 * machine. `how` is a member (`.parse`), or a call or construction with so many arguments (`new/1`).
 */
export const PURE: Readonly<Record<string, 'any' | RegExp>> = {
  // No `now`, no construction without an instant, none from parts, which is in the machine's time zone.
  Date: /^(?:\.parse|\.UTC|new\/1)$/,
  Math: /^\.(?!random$)/,
  // No host: `globalThis`, `Function`, `eval`; no language of the machine: `Intl`; no memory: `WeakRef`.
  ...Object.fromEntries(
    [
      ...['undefined', 'NaN', 'Infinity', 'Array', 'Boolean', 'BigInt', 'JSON', 'Map', 'Number', 'Object', 'Promise'],
      ...['RegExp', 'Set', 'String', 'Symbol', 'WeakMap', 'WeakSet', 'Uint8Array', 'Uint16Array', 'Uint32Array'],
      ...['Int8Array', 'Int16Array', 'Int32Array', 'Float64Array', 'ArrayBuffer', 'DataView'],
      ...['Error', 'RangeError', 'SyntaxError', 'TypeError', 'URIError', 'AggregateError'],
      ...['decodeURIComponent', 'encodeURIComponent', 'decodeURI', 'encodeURI', 'parseInt', 'parseFloat'],
      // The host's, as far as src/core/ground/host.d.ts declares it.
      ...['Buffer', 'TextDecoder', 'TextEncoder', 'URL']
    ].map(name => [name, 'any' as const])
  )
}

/**
 * Who writes to the log of the runner: one module knows the toolkit, which is the runner, and one prints by way of the
 * runner, so that every text is made safe.
 */
export const LOG = { toolkit: 'action/toolkit.ts', writer: 'action/answer/log.ts', prints: ['print', 'annotate'] }

/** Who writes to standard output and standard error of the process, and by which member others would. */
export const TERMINAL = { writer: 'cli/terminal.ts', prints: ['err'] }
