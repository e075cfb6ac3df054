import { describe, expect, test } from '@jest/globals'
import { formatProblem } from '../../../../src/core/ground/errors.js'
import { lintPolicy, policyNotices } from '../../../../src/core/policy/lint/lint.js'
import { unansweredNotices, unansweredRules } from '../../../../src/core/policy/lint/unanswered.js'
import type { LintGround } from '../../../../src/core/policy/lint/warning.js'
import { load, shared } from '../support.js'

const RULE = '{ id: r, when: { min-severity: high }, verdict: block }'
const APPROVERS = 'approvers: { teams: [acme/appsec] }'
const ENDS = 'max-duration: { tier-2: { low: 9d } }'
const BASE = `exceptions: { ${APPROVERS}, ${ENDS} }`
const CHECKOUT = ['services/web/src/app.js', 'services/pay/main.go', 'docs/index.md', 'Dockerfile']
const GROUND: LintGround = { checkout: CHECKOUT, hasExceptions: null }

const warningsOf = async (lines: readonly string[], ground = GROUND): Promise<readonly string[]> =>
  lintPolicy(await load(['version: 1', ...lines, ''].join('\n')), ground).map(formatProblem)

const rule = (conditions: string): readonly string[] => [
  `rules: [{ id: r, when: { ${conditions} }, verdict: block }]`,
  BASE
]
const asset = (paths: string): readonly string[] => [
  `assets: [{ name: web, paths: ${paths}, tier: 0 }]`,
  `rules: [${RULE}]`,
  BASE
]
const over = (...lines: string[]): readonly string[] => ['extends: [preset:baseline]', ...lines]

describe('the mistakes of a new author, as a person reads them', () => {
  test.each<[string, readonly string[], string]>([
    [
      'a folder for its files',
      asset('[services/web]'),
      'policy.yml:2:31: the glob `services/web` of the asset `web` names a folder, and so no file in it. Write `services/web/**` for all below it'
    ],
    [
      'folders by a wildcard',
      asset('["services/*"]'),
      'policy.yml:2:31: the glob `services/*` of the asset `web` names a folder, and so no file in it. Write `services/*/**` for all below it'
    ],
    [
      'a path that is not there',
      asset('"service/web/**"'),
      'policy.yml:2:30: the glob `service/web/**` of the asset `web` matches no file of the checkout. Correct the path or remove the glob, unless it is for other repositories'
    ],
    [
      'paths of a rule',
      rule('paths: [src/**]'),
      'policy.yml:2:34: the glob `src/**` of the rule `r` matches no file of the checkout. Correct the path or remove the glob, unless it is for other repositories'
    ],
    [
      'a package by its name',
      rule('package: lodash'),
      'policy.yml:2:35: the rule `r` asks for the package `lodash`, which is no package URL, so it matches none. Write a package URL, such as `pkg:npm/lodash`'
    ],
    [
      'half an identifier',
      rule('identifier: [CVE-2026]'),
      'policy.yml:2:39: the rule `r` asks for the identifier `CVE-2026`, which is no identifier that a finding can have. Write a whole one, such as `CVE-2026-1234`; they begin with CVE-, GHSA-, CWE-, GO-, RUSTSEC-, PYSEC-, OSV-, MAL-, BDSA-, USN-, DSA-, DLA-, ALAS-, ALAS2-, RHSA-, RHBA-, RHEA-, ELSA-, BIT-, SNYK-'
    ],
    [
      'an identifier that is written otherwise',
      rule('identifier: CWE-079'),
      'policy.yml:2:38: the rule `r` asks for the identifier `CWE-079`, which is not how it is written. Write `CWE-79`'
    ],
    [
      'a package by its registry',
      rule('package: [npm/lodash]'),
      'policy.yml:2:36: the rule `r` asks for the package `npm/lodash`, which is no package URL, so it matches none. Write `pkg:npm/lodash`'
    ],
    [
      'a package of another name for the registry',
      rule('package: "pip/requests"'),
      'policy.yml:2:35: the rule `r` asks for the package `pip/requests`, which is no package URL, so it matches none. Write `pkg:pypi/requests`'
    ],
    [
      'a type that is none',
      rule('package: "pkg:rust/serde"'),
      'policy.yml:2:35: the rule `r` asks for the package `pkg:rust/serde`, and there are no packages of the type `rust`. Write `pkg:cargo/…`'
    ],
    [
      'a tool that is spelt otherwise',
      rule('tool: [semgrep-os]'),
      'policy.yml:2:33: the rule `r` names the tool `semgrep-os`, which no tool calls itself. Did you mean `semgrep oss`?'
    ],
    [
      'a tool with a blank',
      ['scans: [{ id: s, category: sast, tools: [Code QL] }]', `rules: [${RULE}]`, BASE],
      'policy.yml:2:42: the scan `s` names the tool `Code QL`, which no tool calls itself. Did you mean `codeql`?'
    ],
    [
      'a tool in `tools`',
      ['tools: { Sempgrep: { category: sast } }', `rules: [${RULE}]`, BASE],
      'policy.yml:2:20: `tools` names the tool `Sempgrep`, which no tool calls itself. Did you mean `semgrep`?'
    ],
    [
      'a branch by its ref',
      rule('branch: refs/heads/main'),
      'policy.yml:2:34: the rule `r` asks for the branch `refs/heads/main`, and no branch begins with `refs/heads/`. Write `main`'
    ],
    [
      'a branch of a remote',
      rule('branch: [origin/main]'),
      'policy.yml:2:35: the rule `r` asks for the branch `origin/main`, and no branch begins with `origin/`. Write `main`'
    ],
    [
      'a role',
      [`rules: [${RULE}]`, `exceptions: { approvers: { roles: [maintainer] }, ${ENDS} }`],
      'policy.yml:3:36: `exceptions.approvers` names the role `maintainer`, which GitHub does not have: nobody holds it. Write `maintain`'
    ],
    [
      'a role in capitals',
      [`rules: [${RULE}]`, `exceptions: { approvers: { roles: [Admin] }, ${ENDS} }`],
      'policy.yml:3:36: `exceptions.approvers` names the role `Admin`, which GitHub does not have: nobody holds it. Write `admin`'
    ],
    [
      'severities that exclude each other',
      rule('min-severity: critical, severity: low'),
      'policy.yml:2:9: the rule `r` asks for low and for at least critical, so it matches nothing. Keep one of `severity` and `min-severity`'
    ],
    [
      'a severity with a gap',
      rule('severity: high'),
      'policy.yml:2:9: the rule `r` matches high but not critical. Write `min-severity: high`'
    ],
    [
      'what is fixed',
      rule('state: fixed'),
      'policy.yml:2:9: the rule `r` asks for fixed findings only, and rules are not asked about what is gone. Remove the rule'
    ],
    [
      'its own excuse',
      ['rules: [{ id: r, when: { category: secret }, unless: { category: [secret, sast] }, verdict: block }]', BASE],
      'policy.yml:2:9: the rule `r` is excused by its own `unless`: category holds wherever `when` does. Narrow `unless`, or remove the rule'
    ],
    [
      'an excuse of every file',
      ['rules: [{ id: r, when: { min-severity: high }, unless: { paths: "**" }, verdict: block }]', BASE],
      'policy.yml:2:9: the rule `r` is excused by its own `unless`: paths holds wherever `when` does. Narrow `unless`, or remove the rule'
    ],
    [
      'an excuse of every path that is asked for, by every tool and at every tier',
      [
        'rules: [{ id: r, when: { paths: "docs/*" }, unless: { paths: "**", tool: "*", rule-id: ["*"], tier: [0, 1, 2] }, verdict: block }]',
        BASE
      ],
      'policy.yml:2:9: the rule `r` is excused by its own `unless`: tier and paths and tool and rule-id hold wherever `when` does. Narrow `unless`, or remove the rule'
    ],
    [
      'an asset of `never` that is not there',
      [
        'assets: [{ name: web, paths: "**", tier: 2 }]',
        `rules: [${RULE}]`,
        `exceptions: { never: [{ category: secret }, { asset: wbe }], ${APPROVERS}, ${ENDS} }`
      ],
      'policy.yml:4:45: `exceptions.never` names the asset `wbe`, which no layer defines. Did you mean `web`?'
    ],
    [
      'an exposure of `never` that no asset has',
      [`rules: [${RULE}]`, `exceptions: { never: [{ exposure: internet }], ${APPROVERS}, ${ENDS} }`],
      'policy.yml:3:23: `exceptions.never` asks for the exposure `internet`, which no asset has. Give your assets an `exposure`'
    ],
    [
      'one label for two things',
      [`rules: [${RULE}]`, `exceptions: { labels: { requested: sec, approved: Sec }, ${APPROVERS}, ${ENDS} }`],
      'policy.yml:3:51: `exceptions.labels` has one label for what is requested and for what is approved. Give them two names'
    ],
    [
      'a tier that the asset has not',
      [
        'assets: [{ name: web, paths: "**", tier: 2 }]',
        'rules: [{ id: r, when: { asset: web, tier: 0 }, verdict: block }]',
        BASE
      ],
      'policy.yml:3:9: the rule `r` asks for tier 0 and for web, which is of tier 2, so it matches nothing. Leave one of `tier` and `asset` out'
    ],
    [
      'an asset that is spelt otherwise',
      [
        'assets: [{ name: web, paths: "**", tier: 0 }]',
        'rules: [{ id: r, when: { asset: wbe }, verdict: block }]',
        BASE
      ],
      'policy.yml:3:9: the rule `r` names the asset `wbe`, which no layer defines. Did you mean `web`?'
    ],
    [
      'one glob of two tiers',
      ['assets: [{ name: a, paths: "**", tier: 2 }, { name: b, paths: ["**"], tier: 1 }]', `rules: [${RULE}]`, BASE],
      'policy.yml:2:64: the assets `a` (tier 2) and `b` (tier 1) have the same glob `**`: tier 1 counts. Give the glob to one of them'
    ],
    [
      'nobody who approves',
      [`rules: [${RULE}]`, `exceptions: { ${ENDS} }`],
      'policy.yml: nobody can approve an exception. Add `exceptions.approvers`'
    ],
    [
      'fewer people than approvals',
      [`rules: [${RULE}]`, `exceptions: { approvers: { users: [sec-alice] }, quorum: { default: 2 }, ${ENDS} }`],
      'policy.yml:3:69: `exceptions.quorum.default` asks for 2 approvals, and 1 person may approve. Name more approvers: nobody can approve this as it is'
    ],
    [
      'a mode over a preset',
      over('mode: monitor'),
      'policy.yml:3:7: `mode: monitor` holds back the rules of this file only: 10 rules of preset:baseline still enforce. Extend `preset:audit` instead, which holds all of them back'
    ],
    [
      'a milder unknown severity',
      over('unknown-severity: low'),
      'policy.yml:3:19: `unknown-severity: low` has no effect: preset:baseline says high, and the more severe one counts. Remove it, or change it in the layer above'
    ],
    [
      'a longer exception',
      over('exceptions: { max-duration: { kev: 90d } }'),
      'policy.yml:3:36: `exceptions.max-duration.kev: 90d` has no effect: preset:baseline allows 14d, and the shorter time counts. Remove it, or change it in the layer above'
    ],
    [
      'an exception for what is worse that is longer than for what is less bad',
      [
        `rules: [${RULE}]`,
        `exceptions: { ${APPROVERS}, max-duration: { tier-0: { critical: 30d }, tier-2: { low: 9d } } }`
      ],
      'policy.yml:3:88: `exceptions.max-duration.tier-0.critical: 30d` has no effect: `tier-2.low` says 9d, and the shorter time counts. Remove it, or make the other one longer'
    ],
    [
      'the same of a time to fix under a preset',
      over('sla: { tier-0: { critical: 3d, high: 2d } }'),
      'policy.yml:3:28: `sla.tier-0.critical: 3d` has no effect: `tier-0.high` says 2d, and the shorter time counts. Remove it, or make the other one longer'
    ],
    [
      'a time for known exploited findings that none has anyway',
      [`rules: [${RULE}]`, `exceptions: { ${APPROVERS}, max-duration: { tier-2: { low: 9d }, kev: 10d } }`],
      'policy.yml:3:94: `exceptions.max-duration.kev: 10d` has no effect: no finding has more than 9d without it, and the shorter time counts. Remove it, or make the other one longer'
    ],
    [
      'a smaller quorum',
      over('exceptions: { quorum: { tier-0: 1 } }'),
      'policy.yml:3:33: `exceptions.quorum.tier-0: 1` has no effect: preset:baseline asks for 2, and the larger number counts. Remove it, or change it in the layer above'
    ],
    [
      'more time to fix',
      ['extends: [preset:strict]', 'sla: { tier-1: { high: 90d } }'],
      'policy.yml:3:24: `sla.tier-1.high: 90d` has no effect: preset:strict gives 14d, and the shorter time counts. Remove it, or change it in the layer above'
    ],
    [
      'suppressions that do not count',
      ['extends: [preset:strict]', 'suppressions: honour'],
      'policy.yml:3:15: `suppressions: honour` has no effect: preset:strict says ignore, and the stricter word counts. Remove it, or change it in the layer above'
    ]
  ])('%s', async (_, lines, expected) => {
    expect(await warningsOf(lines)).toEqual([expected])
  })

  test('an exceptions file that no layer names', async () => {
    const checkout = ['.github/policy-exceptions.yml']
    const lines = (file: string) => [`rules: [${RULE}]`, `exceptions: { ${file}${APPROVERS}, ${ENDS} }`]
    expect(await warningsOf(lines(''), { checkout, hasExceptions: null })).toEqual([
      'policy.yml: `.github/policy-exceptions.yml` is there, and no layer names it, so it counts only where it is given. Add `exceptions.file: .github/policy-exceptions.yml`'
    ])
    expect(await warningsOf(lines('file: x.yml, '), { checkout, hasExceptions: true })).toEqual([])
    expect(await warningsOf(lines(''), GROUND)).toEqual([])
  })

  test('an exceptions file that is not there', async () => {
    const lines = [`rules: [${RULE}]`, `exceptions: { file: .github/exeptions.yml, ${APPROVERS}, ${ENDS} }`]
    expect(await warningsOf(lines, { checkout: null, hasExceptions: false })).toEqual([
      'policy.yml:3:21: the exceptions file `.github/exeptions.yml` is not there, so no exception counts. Correct the path, or write the file: `version: 1` and `exceptions: []`'
    ])
    expect(await warningsOf(lines, { checkout: null, hasExceptions: true })).toEqual([])
  })
})

describe('what is meant is not warned of', () => {
  test.each<[string, readonly string[]]>([
    ['globs that match', asset('["services/**", "**/*.go", Dockerfile, "docs/*"]')],
    [
      'package URLs',
      rule('package: ["pkg:npm/lodash", "pkg:npm/%40scope/*", "pkg:*/log4j*", "*lodash*", "{pkg:npm/a,pkg:npm/b}"]')
    ],
    [
      'tools by name, by first word, by glob, and of nobody',
      rule('tool: [Semgrep, CodeQL, "Semgrep OSS", "Trivy*", MyScanner, tslint]')
    ],
    ['branches', rule('branch: [main, "release/*", refactor/heads]')],
    [
      'roles of GitHub and of the organisation',
      [`rules: [${RULE}]`, `exceptions: { approvers: { roles: [admin, maintain, security-reviewer] }, ${ENDS} }`]
    ],
    [
      'times that grow with what is less bad',
      [
        `rules: [${RULE}]`,
        `exceptions: { ${APPROVERS}, max-duration: { tier-0: { critical: 7d, high: 7d }, tier-2: { medium: 9d, low: 9d }, kev: 8d } }`,
        'sla: { tier-1: { high: 9d }, kev: 30d }'
      ]
    ],
    ['a severity above the least', rule('min-severity: medium, severity: [low, high, critical]')],
    ['an unknown severity that counts as high', rule('min-severity: high, severity: [unknown, critical, high]')],
    [
      'an excuse that is narrower',
      ['rules: [{ id: r, when: { min-severity: high }, unless: { min-severity: critical }, verdict: block }]', BASE]
    ],
    [
      'an excuse of which a part is open',
      ['rules: [{ id: r, when: { category: secret }, unless: { category: secret, tags: test }, verdict: block }]', BASE]
    ],
    [
      'stricter values over a preset',
      over('unknown-severity: critical', 'exceptions: { quorum: { tier-0: 3 }, max-duration: { kev: 2d } }')
    ],
    ['approvers over a preset', over('exceptions: { approvers: { users: [sec-alice, sec-bob] } }')]
  ])('%s', async (_, lines) => {
    expect(await warningsOf(lines)).toEqual([])
  })

  test('globs where nobody knows the files', async () => {
    expect(await warningsOf(asset('[services/web]'), { checkout: null, hasExceptions: null })).toEqual([])
  })
})

test('the approvers of a preset count only where no other layer names any', async () => {
  const approvers = async (...lines: string[]) =>
    (await load(['version: 1', ...lines, ''].join('\n'))).exceptions.approvers
  expect((await approvers('extends: [preset:baseline]')).roles).toEqual(['admin', 'maintain'])
  const own = await approvers('extends: [preset:baseline]', 'exceptions: { approvers: { users: [sec-alice] } }')
  expect(own).toEqual({ teams: [], users: ['sec-alice'], roles: [] })
})

test('what bears on the run is a notice of it, what does not is for lint alone', async () => {
  const text = ['version: 1', ...asset('[services/web]'), ''].join('\n')
  const gap = ['version: 1', ...rule('severity: high'), ''].join('\n')
  expect(policyNotices(await load(text), GROUND)).toMatchObject([{ level: 'warning', code: 'policy-doubtful' }])
  expect(policyNotices(await load(gap), GROUND)).toEqual([])
})

test('globs of a layer of another repository need not fit here, those of the file itself do', async () => {
  const layer = `version: 1\nscans: [{ id: s, category: sca, applies-to: [go.mod] }]\nrules: [${RULE}]\n${BASE}\n`
  const own = `version: 1\nextends: ["${shared('org.yml')}"]\nscans: [{ id: t, category: sca, applies-to: [pom.xml] }]\n`
  const told = lintPolicy(await load(own, { 'org.yml': layer }), GROUND).map(({ message }) => message)
  expect(told).toEqual(['the glob `pom.xml` of the scan `t` matches no file of the checkout'])
  expect(lintPolicy(await load(layer), GROUND)).toHaveLength(1)
})

describe('rules that nothing answers', () => {
  const messages = async (text: string, known: Parameters<typeof unansweredNotices>[1]) =>
    unansweredNotices(await load(`version: 1\n${text}\n`), known).map(({ message }) => message)

  test('are named with what is missing', async () => {
    expect(
      await messages('extends: [preset:baseline, preset:bod-26-04]', {
        feeds: { kev: null, epss: null },
        hasFirstDetected: false
      })
    ).toEqual([
      'No finding says when it was first detected (a baseline that the gate wrote does), so these rules match nothing: bod-kev-14d, bod-kev-automatable-total-3d, bod-kev-exposed-total-3d, bod-kev-exposed-automatable-3d, bod-exposed-automatable-total-3d and 4 more'
    ])
    expect(
      await messages('extends: [preset:baseline]', { feeds: { kev: null, epss: null }, hasFirstDetected: true })
    ).toEqual([
      'No KEV file is given, so these rules match nothing: baseline-known-exploited, baseline-known-exploited-elsewhere'
    ])
  })

  test('are told by the evidence alone where the policy asks for the feed, and were not asked all the same', async () => {
    const none = { feeds: { kev: null, epss: null }, hasFirstDetected: true }
    const text = 'extends: [preset:baseline]\nfeeds: { kev: { if-missing: pass } }'
    expect(await messages(text, none)).toEqual([])
    const rules = unansweredRules(await load(`version: 1\n${text}\n`), none)
    expect([...rules].map(({ id }) => id)).toEqual(['baseline-known-exploited', 'baseline-known-exploited-elsewhere'])
  })

  test('are none where all is known, or asked for as false', async () => {
    const all = { feeds: { kev: {}, epss: {} }, hasFirstDetected: true }
    expect(await messages('extends: [preset:strict, preset:bod-26-04]', all)).toEqual([])
    const none = { feeds: { kev: null, epss: null }, hasFirstDetected: null }
    expect(await messages(`rules: [{ id: r, when: { kev: false }, verdict: block }]`, none)).toEqual([])
  })
})
