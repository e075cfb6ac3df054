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
  readonly more: Readonly<Record<string, unknown>>
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
  'package-lock.json': '{\n"lockfileVersion": 3\n}\n'
}
export const FILES = Object.keys(TREE)
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
    sla: fc.constant({ 'tier-0': { critical: '7d', high: '14d' }, 'tier-1': { high: '30d' } })
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
    more,
    exceptions: fc.array(exception, { maxLength: 2 }),
    kev: fc.option(fc.subarray(ADVISORIES.slice(0, 2))),
    failed: fc.subarray([...TOOLS], { maxLength: 1 }),
    event: fc.constantFrom('pull_request', 'push', 'merge_group', null)
  })
  .map(({ hasBaseline, flags, ...rest }) => ({
    ...rest,
    known: hasBaseline ? rest.results.flatMap((_, index) => (flags[index] ? [index] : [])) : null
  }))
