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
