import fc from 'fast-check'

/** One result of a scanner. */
export interface ResultSpec {
  readonly tool: (typeof TOOLS)[number]
  readonly rule: string
  readonly uri: string
  readonly line: number
  readonly level: string | undefined
  readonly score: string | undefined
  readonly advisory: string | undefined
  readonly purl: string | undefined
  readonly beside: string | undefined
  readonly snippet: boolean
  readonly fingerprint: string | undefined
  readonly suppressed: 'external' | 'inSource' | undefined
}

/** What a rule of the policy asks for, as the file has it. */
export type RuleSpec = Readonly<Record<string, unknown>>

/** A policy file without its rules' ids, as the file has it. */
export interface LayerSpec {
  readonly rules?: readonly RuleSpec[]
  readonly [key: string]: unknown
}

export interface ExceptionSpec {
  readonly match: Readonly<Record<string, string>>
  readonly type: 'risk-accept' | 'false-positive'
  readonly expires: string
}

/** All that one evaluation is given. Everything is JSON, so that a case that fails can be read and kept. */
export interface World {
  readonly results: readonly ResultSpec[]
  /** Results of the base commit that this commit has no more. */
  readonly gone: readonly ResultSpec[]
  /** Which of the results the base commit has too; null: there is no baseline. */
  readonly known: readonly number[] | null
  /** Lines that the change wrote, by file; null: nobody knows the change. */
  readonly changed: Readonly<Record<string, number>> | null
  /** Files whose text is not at hand. */
  readonly absent: readonly string[]
  readonly preset: boolean
  readonly rules: readonly RuleSpec[]
  readonly tiers: Readonly<Record<string, number>>
  /** Tier of all that `tiers` does not name; null: nobody says. */
  readonly rest: number | null
  readonly more: Readonly<Record<string, unknown>>
  /** Further policy files, each of which extends all before it. */
  readonly below: readonly LayerSpec[]
  readonly exceptions: readonly ExceptionSpec[]
  readonly kev: readonly string[] | null
  /** Tools whose run says that it failed. */
  readonly failed: readonly string[]
  readonly event: 'pull_request' | 'push' | 'merge_group' | null
}

export const TOOLS = ['Semgrep OSS', 'Trivy', 'gitleaks', 'Home made'] as const
export const TREE: Readonly<Record<string, string>> = {
  'vault/keys.ts': 'const one = 1\nopen(key)\nclose(key)\n',
  'shop/cart.ts': 'const two = 2\nopen(cart)\nadd(cart)\n',
  'lib/old.ts': 'const three = 3\nopen(old)\nclose(old)\n',
  'lib/shop/cart.ts': 'const four = 4\nopen(cart)\nsub(cart)\n',
  'package-lock.json': '{\n"lockfileVersion": 3\n}\n'
}
/** For tools that ran in a folder which has the same paths as the root: it is never absent, and nobody changes it. */
const DOUBLE = 'lib/shop/cart.ts'
export const FILES = Object.keys(TREE).filter(path => path !== DOUBLE)
/** As scanners write them: as they are, with a detour, below a mount, by their end alone, nowhere, and no file. */
const URIS = [
  ...FILES,
  'shop/../shop/cart.ts',
  '/builds/acme/shop/cart.ts',
  'cart.ts',
  'keys.ts',
  'src/none.ts',
  'alpine:3.19'
]
const ADVISORIES = ['CVE-2026-1111', 'CVE-2026-2222', 'GHSA-aaaa-bbbb-cccc']
const PURLS = ['pkg:npm/a@1.0.0', 'pkg:npm/a@1.1.0', 'pkg:npm/b@2.0.0']
const LEVELS = ['error', 'warning', 'note', undefined]
const SCORES = [undefined, '9.8', '7.5', '5.0', '2.0', 'undefined']

const maybe = <T>(values: readonly T[]): fc.Arbitrary<T | undefined> =>
  fc.option(fc.constantFrom(...values), { nil: undefined })

export const result: fc.Arbitrary<ResultSpec> = fc.record({
  tool: fc.constantFrom(...TOOLS),
  rule: fc.constantFrom('r1', 'r2', 'generic.secrets.key'),
  uri: fc.constantFrom(...URIS),
  line: fc.integer({ min: 1, max: 3 }),
  level: fc.constantFrom(...LEVELS),
  score: fc.constantFrom(...SCORES),
  advisory: maybe(ADVISORIES),
  purl: maybe(PURLS),
  beside: maybe(URIS),
  snippet: fc.boolean(),
  fingerprint: maybe(['f1', 'f2']),
  suppressed: maybe(['external', 'inSource'] as const)
})

const some = <T>(values: readonly T[]): fc.Arbitrary<readonly T[]> =>
  fc.subarray([...values], { minLength: 1, maxLength: 2 })
/** A rule on new findings that leaves out what may be new says that it does not want to know. */
const STATES = [
  ['introduced', 'unknown'],
  ['introduced', 'unknown', 'newly-disclosed'],
  ['existing', 'introduced', 'unknown', 'newly-disclosed']
]

const condition = fc.oneof(
  fc.record({ 'min-severity': fc.constantFrom('low', 'medium', 'high') }),
  fc.record({ state: fc.constantFrom(...STATES) }),
  fc.record({ tier: fc.constantFrom([0], [0, 1], [0, 1, 2]) }),
  fc.record({ paths: some(['vault/**', 'shop/**', '**/*.ts']) }),
  fc.record({ category: some(['sast', 'sca', 'secret', 'container', 'other']) }),
  fc.record({ kev: fc.constant(true) }),
  fc.record({ package: some(['pkg:npm/a*', 'pkg:npm/b*']) })
)
const when = fc.array(condition, { maxLength: 3 }).map(all => Object.assign({}, ...all) as RuleSpec)
const excuse = fc.oneof(
  fc.record({ paths: some(['lib/**', '**/*.ts']) }),
  fc.record({ asset: some(['lib', 'shop']) }),
  fc.record({ tier: fc.constantFrom([2], [1, 2]) }),
  fc.record({ state: fc.constant('existing') }),
  fc.record({ severity: fc.constantFrom(['none', 'low'], ['none', 'low', 'medium']) }),
  fc.record({ package: fc.constant(['pkg:npm/a*']) })
)
export const rule: fc.Arbitrary<RuleSpec> = fc.record(
  {
    when,
    unless: excuse,
    verdict: fc.constantFrom('warn', 'block', 'block'),
    'more-than': fc.constantFrom(1, 2),
    mode: fc.constantFrom('warn', 'enforce', 'enforce')
  },
  { requiredKeys: ['when', 'verdict'] }
)

const exception: fc.Arbitrary<ExceptionSpec> = fc.record({
  type: fc.constantFrom('risk-accept', 'false-positive'),
  expires: fc.constantFrom('2026-11-20', '2026-11-30', '2027-03-01'),
  match: fc.oneof(
    fc.record({
      tool: fc.constantFrom(...TOOLS),
      'rule-id': fc.constantFrom('r1', 'r2'),
      path: fc.constantFrom(...FILES)
    }),
    fc.record({
      identifier: fc.constantFrom(...ADVISORIES),
      package: fc.constantFrom('pkg:npm/a', ...PURLS),
      path: fc.constantFrom(...FILES)
    })
  )
})

const more = fc.record(
  {
    'unknown-severity': fc.constantFrom('high', 'critical'),
    suppressions: fc.constantFrom('honour', 'ignore'),
    // A scan whose failure costs little, so that what it found has to count for itself.
    scans: fc.constantFrom('pass', 'warn').map(failed => [{ id: 'own', tools: 'Semgrep OSS', 'if-failed': failed }]),
    sla: fc.constant({ 'tier-0': { critical: '7d', high: '14d' }, 'tier-1': { high: '30d' } })
  },
  { requiredKeys: [] }
)

const maybeOne = <T>(values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values)
const PARTS = ['vault/**', 'shop/**', 'lib/**', '**', '**/*.ts'] as const

/** A policy file below: what it says of assets, tools, severities and exceptions is all that layers see in their own way. */
export const layer: fc.Arbitrary<LayerSpec> = fc.record(
  {
    assets: fc.uniqueArray(
      fc.record({ name: maybeOne(['vault', 'shop', 'other']), paths: some(PARTS), tier: maybeOne([0, 1, 2]) }),
      { selector: ({ name }) => name, minLength: 1, maxLength: 2 }
    ),
    tools: fc
      .dictionary(
        fc.constantFrom(...TOOLS),
        fc.record(
          {
            root: maybeOne(['lib', 'shop', 'vault']),
            'mounted-at': maybeOne(['/builds/acme', '/builds/acme/shop', '/builds']),
            category: maybeOne(['sast', 'sca', 'secret', 'container', 'other', 'quality']),
            rules: fc.record({ r1: fc.record({ severity: maybeOne(['low', 'medium', 'critical']) }) })
          },
          { requiredKeys: [] }
        ),
        { minKeys: 1, maxKeys: 2 }
      )
      .filter(tools => Object.values(tools).every(tool => Object.keys(tool).length > 0)),
    rules: fc.array(rule, { minLength: 1, maxLength: 2 }),
    mode: maybeOne(['monitor', 'warn', 'enforce']),
    'unknown-severity': maybeOne(['none', 'medium', 'critical']),
    suppressions: maybeOne(['honour', 'ignore']),
    // Of a category a finding would be the evidence.
    scans: fc.constantFrom('pass', 'warn').map(missing => [{ id: 'other', tools: 'Nobody', 'if-missing': missing }]),
    sla: fc.constant({ 'tier-0': { high: '90d' } }),
    exceptions: fc.constantFrom(
      { never: [{ category: 'secret' }] },
      { approvers: { users: ['mallory'] }, quorum: { default: 1 } },
      { 'max-duration': { 'tier-0': { critical: '90d' } } }
    )
  },
  { requiredKeys: [] }
)

export const world: fc.Arbitrary<World> = fc
  .record({
    results: fc.array(result, { minLength: 1, maxLength: 4 }),
    gone: fc.array(result, { maxLength: 1 }),
    hasBaseline: fc.boolean(),
    flags: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
    changed: fc.option(fc.dictionary(fc.constantFrom(...FILES), fc.integer({ min: 1, max: 3 }), { maxKeys: 2 })),
    absent: fc.subarray(FILES, { maxLength: 1 }),
    preset: fc.boolean(),
    rules: fc.array(rule, { minLength: 1, maxLength: 3 }),
    tiers: fc.record({ vault: fc.constant(0), shop: fc.constantFrom(0, 1), lib: fc.constantFrom(1, 2) }),
    rest: fc.constantFrom(null, 1, 2),
    more,
    below: fc.array(layer, { maxLength: 1 }),
    exceptions: fc.array(exception, { maxLength: 2 }),
    kev: fc.option(fc.subarray(ADVISORIES.slice(0, 2))),
    failed: fc.subarray([...TOOLS], { maxLength: 1 }),
    event: fc.constantFrom('pull_request', 'push', 'merge_group', null),
    isEdited: fc.boolean()
  })
  .map(({ hasBaseline, flags, isEdited, ...rest }) => ({
    ...(isEdited ? withEditedLine(rest, flags[3] === true) : rest),
    known: hasBaseline
      ? rest.results.flatMap((_, index) => (flags[index] || (isEdited && index === 0) ? [index] : []))
      : null
  }))

/**
 * The world with a line that the change wrote under its first finding, of which nothing tells more than its text, which is
 * perhaps not at hand: by chance that is rare, and much hangs on it.
 */
function withEditedLine<T extends Pick<World, 'results' | 'changed' | 'absent'>>(given: T, isAbsent: boolean): T {
  const [first, ...others] = given.results
  if (first === undefined || !FILES.includes(first.uri)) return given
  const bare = { purl: undefined, advisory: undefined, beside: undefined, fingerprint: undefined }
  return {
    ...given,
    results: [{ ...first, ...bare }, ...others],
    changed: { ...given.changed, [first.uri]: first.line },
    absent: isAbsent ? [first.uri] : given.absent
  }
}
