import { describe, expect, test } from '@jest/globals'
import { withClone } from '../clone.js'
import { runCommand } from '../run-command.js'

const ORG = `version: 1
rules:
  - { id: org-secrets, when: { category: secret }, verdict: block }
  - { id: org-high, when: { min-severity: high }, verdict: warn }
`
const policyOf = (commit: string, more = '') => `version: 1\nextends: ["github:acme/policy/org.yml@${commit}"]\n${more}`
const LAYER = ['--layer-source', 'acme/policy=org']
const LINT = ['lint', '--policy', 'p.yml', ...LAYER]
const EMPTY = '{"version":"2.1.0","runs":[]}'
const TEST = `version: 1
policy: p.yml
tests:
  - { name: secrets block, findings: [{ category: secret, severity: high }], expect: { verdict: block } }
`
const UNPINNED =
  /^warning: The layer github:acme\/policy\/org\.yml@[0-9a-f]{40} (.*): what lies there counts\. Give a clone/m

/** What `lint` says of a policy whose layer lies in a directory that `lay` has made, and the notice of the decision. */
async function told(lay: (clone: Parameters<Parameters<typeof withClone>[0]>[0]) => string | null, more = '') {
  const said = { stderr: '', notices: [] as { code: string; level: string; message: string }[] }
  await withClone(async clone => {
    const { directory } = clone
    await withClone(async org => {
      const commit = lay(org) ?? '0'.repeat(40)
      clone.git('clone', '--quiet', org.directory, `${directory}/org`)
      clone.write({ 'p.yml': policyOf(commit, more), 'scan.sarif': EMPTY })
      said.stderr = (await runCommand(LINT, directory)).stderr
      const argv = ['evaluate', '--sarif', 'scan.sarif', '--format', 'json', ...LINT.slice(1)]
      said.notices = JSON.parse((await runCommand(argv, directory)).stdout).notices
    })
  })
  return { ...said, notices: said.notices.filter(({ code }) => code === 'layer-unpinned') }
}

describe('a layer that lies in a directory', () => {
  test('as the pinned commit has it, is silent', async () => {
    const { stderr, notices } = await told(org => org.commit({ 'org.yml': ORG }))
    expect(stderr).not.toContain('commit')
    expect(notices).toEqual([])
  })

  test('whose commit is another one is fine where the file is the same', async () => {
    const { notices } = await told(org => {
      const pinned = org.commit({ 'org.yml': ORG })
      org.commit({ 'README.md': 'x' })
      return pinned
    })
    expect(notices).toEqual([])
  })

  test.each<[string, Parameters<typeof told>[0], string]>([
    [
      'that differs from that commit',
      org => {
        const pinned = org.commit({ 'org.yml': ORG })
        org.commit({ 'org.yml': ORG.replace('block', 'warn') })
        return pinned
      },
      'differs from what that commit has'
    ],
    [
      'that is not in that commit',
      org => {
        const pinned = org.commit({ 'README.md': 'x' })
        org.commit({ 'org.yml': ORG })
        return pinned
      },
      'is not in that commit'
    ],
    [
      'in a clone without that commit',
      org => {
        org.commit({ 'org.yml': ORG })
        return null
      },
      'lies in a clone that does not have that commit'
    ]
  ])('%s is told', async (_, lay, what) => {
    const { stderr, notices } = await told(lay)
    expect(UNPINNED.exec(stderr)?.[1]).toBe(what)
    expect(notices).toEqual([expect.objectContaining({ level: 'warning', message: expect.stringContaining(what) })])
  })

  test.each<[string, readonly string[], number]>([
    ['lint', LINT, 0],
    ['test', ['test', 'p.test.yml', ...LAYER], 0],
    ['simulate', ['simulate', 'scan.sarif', '--policy', 'p.yml', '--current', 'p.yml', ...LAYER], 0],
    ['doctor', ['doctor', '--policy', 'p.yml', ...LAYER], 1]
  ])('of %s is told before anything is judged by it', (_, argv, expected) =>
    withClone(async ({ directory, write }) => {
      write({ 'org/org.yml': ORG, 'p.yml': policyOf('a'.repeat(40)), 'p.test.yml': TEST, 'scan.sarif': EMPTY })
      const { stderr, status } = await runCommand(argv, directory)
      expect(stderr.match(/was not compared with that commit/g)).toHaveLength(1)
      expect(status).toBe(expected)
    })
  )

  test('that is no clone cannot be compared, which is told too', () =>
    withClone(async ({ directory, write }) => {
      write({ 'org/org.yml': ORG, 'p.yml': policyOf('a'.repeat(40)) })
      const { stderr, status } = await runCommand(LINT, directory)
      expect(stderr).toMatch(/was not compared with that commit, because its directory is no clone/)
      expect(status).toBe(0)
    }))
})

describe('a mode over layers that enforce', () => {
  test.each<[string, string, RegExp]>([
    [
      'of the file',
      'mode: monitor\nrules: [{ id: own, when: { tier: 2 }, verdict: block }]\n',
      /^p\.yml:3:7: warning: `mode: monitor` holds back the rules of this file only: 2 rules of github:acme\/policy\/org\.yml@\w+ still enforce/m
    ],
    [
      'of every rule, as `init` writes them',
      'rules: [{ id: own, when: { min-severity: low }, verdict: block, mode: monitor, enforce-from: 2099-01-01 }]\n',
      /^p\.yml:3:8: warning: `mode: monitor` of every rule here holds back the rules of this file alone/m
    ],
    ['that warns', 'mode: warn\n', /`mode: warn` holds back .* still enforce/]
  ])('%s is told', async (_, more, expected) => {
    expect((await told(org => org.commit({ 'org.yml': ORG }), more)).stderr).toMatch(expected)
  })

  test.each([
    ['a file that enforces', ORG, ''],
    ['a layer that is held back as well', `mode: monitor\n${ORG}`, 'mode: monitor\n'],
    [
      'one rule of several',
      ORG,
      'rules: [{ id: a, when: { min-severity: low }, verdict: block, mode: monitor }, { id: b, when: { min-severity: low }, verdict: warn }]\n'
    ]
  ])('but not %s', async (_, org, more) => {
    expect((await told(clone => clone.commit({ 'org.yml': org }), more)).stderr).not.toMatch(/holds back/)
  })
})
