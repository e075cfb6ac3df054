import { describe, expect, test } from '@jest/globals'
import { issueCommentEvent, pullRequestEvent } from '../fake-github/events.js'
import { commit, pull, sha } from '../fake-github/state.js'
import { checkOf, EXCEPTIONS, POLICY, worldInProcess } from './approval-world.js'
import { BAD, gate, LOOSE, named } from './occasion-world.js'

describe('the base that the branch has now', () => {
  const ACCEPTED = `version: 1
exceptions:
  - id: EXC-1
    type: risk-accept
    match: { tool: CodeQL, rule-id: js/x, path: src/a.ts }
    reason: The endpoint is disabled and removed in the next release
    owner: "@alice"
    approved-by: ["@sec-bob"]
    approved-at: ${new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)}
    expires: ${new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10)}
`
  const strict = POLICY.replace('min-severity: high', 'min-severity: low')

  test.each([
    ['an exception that was merged since holds', POLICY, { [EXCEPTIONS]: ACCEPTED }, BAD, 0],
    ['a policy that is stricter since blocks', LOOSE, { '.github/policy-gate.yml': strict }, BAD, 1]
  ])('%s, though the event is the old one', async (_, policy, since, workspace, exitCode) => {
    const own = await worldInProcess(policy)
    const before = await gate(own, pullRequestEvent('opened'), workspace)
    expect(before.exitCode).toBe(1 - exitCode)
    const files = { '.github/policy-gate.yml': policy, ...since }
    own.repository.commits.push(commit('moved', { files, parents: [sha('base')] }))
    own.repository.branches.main = sha('moved')
    for (const event of [pullRequestEvent('opened'), named('pull_request_target'), issueCommentEvent('/gate help')]) {
      const again = await gate(own, event, workspace)
      expect(again.exitCode).toBe(exitCode)
      expect(again.decision.change.baseSha).toBe(sha('moved'))
    }
    expect(checkOf(own)).toMatchObject({ conclusion: exitCode === 0 ? 'success' : 'failure' })
  })
})

describe('feeds that lie in the repository', () => {
  const RULES = `version: 1
rules:
  - { id: known, when: { kev: true }, verdict: block }
  - { id: rest, when: { min-severity: high }, unless: { reachability: unreachable }, verdict: block }
`
  const vex = JSON.stringify({
    '@context': 'https://openvex.dev/ns/v0.2.0',
    ...{ '@id': 'https://acme.example/vex/1', author: 'acme', timestamp: '2026-11-01T00:00:00Z', version: 1 },
    statements: [
      {
        vulnerability: { name: 'CVE-2021-44228' },
        products: [{ '@id': 'pkg:npm/lodash' }],
        status: 'not_affected',
        justification: 'vulnerable_code_not_present'
      }
    ]
  })
  const found = JSON.stringify({
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'Grype', rules: [{ id: 'CVE-2021-44228', properties: { 'security-severity': '9.8' } }] }
        },
        results: [
          {
            ruleId: 'CVE-2021-44228',
            level: 'error',
            message: { text: 'lodash 4.17.20 is vulnerable' },
            locations: [{ physicalLocation: { artifactLocation: { uri: 'package-lock.json' } } }],
            properties: { purl: 'pkg:npm/lodash@4.17.20' }
          }
        ]
      }
    ]
  })
  const kev = (...cves: string[]) =>
    JSON.stringify({
      ...{ title: 'KEV', catalogVersion: '1', dateReleased: '2026-11-01T00:00:00Z', count: cves.length },
      vulnerabilities: cves.map(cveID => ({ cveID, dateAdded: '2026-10-01', dueDate: '2026-10-20' }))
    })
  const epss = (score: string) =>
    `#model_version:v2026,score_date:2026-11-01T00:00:00+0000\ncve,epss,percentile\nCVE-2021-44228,${score},0.9\n`
  const KNOWN = kev('CVE-2021-44228')
  const OTHER = kev('CVE-2020-0001')
  const LOCK = { 'package-lock.json': '{}\n' }

  type Tree = Readonly<Record<string, string>>

  /** A change from one tree to another, which the job has checked out. */
  async function judged(rules: string, before: Tree, after: Tree, inputs: Readonly<Record<string, string>>) {
    const policy = { '.github/policy-gate.yml': rules }
    const from: Tree = { ...policy, ...before }
    const to: Tree = { ...policy, ...LOCK, ...after }
    const statusOf = (path: string) => (path in from ? (path in to ? 'modified' : 'removed') : 'added')
    const touched = [...new Set([...Object.keys(from), ...Object.keys(to)])].filter(path => from[path] !== to[path])
    const files = touched.map(filename => ({ filename, status: statusOf(filename) }) as const)
    const own = await worldInProcess(rules, {
      commits: [commit('base', { files: from }), commit('head', { files: to })],
      pulls: [pull({ files })]
    })
    const workspace = { ...LOCK, 'results/out.sarif': found, ...after }
    return gate(own, pullRequestEvent('opened'), workspace, { inputs: { sarif: 'results', ...inputs } })
  }

  const KEV_RULES = 'version: 1\nrules: [{ id: known, when: { kev: true }, verdict: block }]\n'
  const EPSS_RULES = 'version: 1\nrules: [{ id: likely, when: { min-epss: 0.5 }, verdict: block }]\n'
  const VEX_RULES = RULES
  const KEV_INPUT = { kev: 'feeds/*.json' }
  const EPSS_INPUT = { epss: 'feeds/*.csv' }
  const VEX_INPUT = { vex: 'vex/*.json' }
  const affected = vex
    .replace('not_affected', 'affected')
    .replace(/"justification":"[a-z_]+"/, '"action_statement":"x"')

  test.each<[string, string, Tree, Tree, Readonly<Record<string, string>>, string]>([
    ['a KEV that stays', KEV_RULES, { 'feeds/a.json': KNOWN }, { 'feeds/a.json': KNOWN }, KEV_INPUT, 'block'],
    ['a KEV that is emptied', KEV_RULES, { 'feeds/a.json': KNOWN }, { 'feeds/a.json': OTHER }, KEV_INPUT, 'block'],
    ['a KEV that is brought', KEV_RULES, {}, { 'feeds/a.json': KNOWN }, KEV_INPUT, 'block'],
    ['the only KEV, deleted', KEV_RULES, { 'feeds/a.json': KNOWN }, {}, KEV_INPUT, 'block'],
    ['the only KEV, named and deleted', KEV_RULES, { 'a.json': KNOWN }, {}, { kev: 'a.json' }, 'block'],
    ['a folder of KEV, emptied', KEV_RULES, { 'feeds/a.json': KNOWN }, {}, { kev: 'feeds' }, 'block'],
    [
      'one KEV of two, deleted',
      KEV_RULES,
      { 'feeds/a.json': KNOWN, 'feeds/b.json': OTHER },
      { 'feeds/b.json': OTHER },
      KEV_INPUT,
      'block'
    ],
    [
      'another file, deleted',
      KEV_RULES,
      { 'old/a.json': KNOWN, 'feeds/b.json': OTHER },
      { 'feeds/b.json': OTHER },
      KEV_INPUT,
      'pass'
    ],
    ['a KEV without it', KEV_RULES, { 'feeds/a.json': OTHER }, { 'feeds/a.json': OTHER }, KEV_INPUT, 'pass'],
    [
      'an EPSS that gets lower',
      EPSS_RULES,
      { 'feeds/a.csv': epss('0.9') },
      { 'feeds/a.csv': epss('0.1') },
      EPSS_INPUT,
      'block'
    ],
    [
      'an EPSS that gets higher',
      EPSS_RULES,
      { 'feeds/a.csv': epss('0.1') },
      { 'feeds/a.csv': epss('0.9') },
      EPSS_INPUT,
      'block'
    ],
    ['an EPSS that is deleted', EPSS_RULES, { 'feeds/a.csv': epss('0.9') }, {}, EPSS_INPUT, 'block'],
    ['a low EPSS', EPSS_RULES, { 'feeds/a.csv': epss('0.1') }, { 'feeds/a.csv': epss('0.1') }, EPSS_INPUT, 'pass'],
    ['a VEX that stays', VEX_RULES, { 'vex/a.json': vex }, { 'vex/a.json': vex }, VEX_INPUT, 'pass'],
    ['a VEX that is brought', VEX_RULES, {}, { 'vex/a.json': vex }, VEX_INPUT, 'block'],
    ['a VEX that begins to excuse', VEX_RULES, { 'vex/a.json': affected }, { 'vex/a.json': vex }, VEX_INPUT, 'block'],
    ['a VEX that is deleted', VEX_RULES, { 'vex/a.json': vex }, {}, VEX_INPUT, 'pass']
  ])('%s', async (_, rules, before, after, inputs, verdict) => {
    const result = await judged(rules, before, after, inputs)
    expect(result.log).not.toMatch(/nothing matches|does not exist/)
    expect(result.outputs.verdict).toBe(verdict)
    const told = result.decision.notices.filter(({ code }: { code: string }) => code === 'governance-changed')
    const [path] = Object.keys({ ...before, ...after }).filter(
      each => before[each] !== after[each] && !each.startsWith('old')
    )
    expect(told).toHaveLength(path === undefined ? 0 : 1)
    if (path !== undefined) expect(told[0].message).toContain(path)
  })

  const scan = { 'package-lock.json': '{}\n', 'results/out.sarif': found, 'vex/a.json': vex }

  async function withVex(base: Readonly<Record<string, string>>, touches: boolean) {
    const policy = { '.github/policy-gate.yml': RULES }
    const own = await worldInProcess(RULES, {
      commits: [
        commit('base', { files: { ...policy, ...base } }),
        commit('head', { files: { ...policy, 'package-lock.json': '{}\n', 'vex/a.json': vex } })
      ],
      pulls: [
        pull({
          files: [
            { filename: 'package-lock.json', status: 'added', patch: '@@ -0,0 +1 @@\n+{}' },
            ...(touches ? [{ filename: 'vex/a.json', status: 'added' as const, patch: '@@ -0,0 +1 @@\n+x' }] : [])
          ]
        })
      ]
    })
    return gate(own, pullRequestEvent('opened'), scan, { inputs: { sarif: 'results', vex: 'vex/*.json' } })
  }

  test('excuse nothing in the change that brings them', async () => {
    const excused = await withVex({ 'vex/a.json': vex }, false)
    const brought = await withVex({}, true)
    expect([excused.outputs.verdict, brought.outputs.verdict]).toEqual(['pass', 'block'])
    expect(brought.decision.notices).toContainEqual(
      expect.objectContaining({ code: 'governance-changed', message: expect.stringContaining('vex/a.json') })
    )
  })
})
