import { describe, expect, test } from '@jest/globals'
import { git } from '../../action/facts/moved-base.js'
import { withFiles } from '../../e2e/workspace.js'
import { runCommand } from '../run-command.js'
import { shopRequest } from '../shop.js'

const SHOP = shopRequest().cwd

describe('lint', () => {
  test('--effective prints each value with its layer, as a policy that can be read again', async () => {
    const { status, stdout } = await runCommand(['lint', '--effective', '--policy', 'policy-gate.yml'], SHOP)
    expect(status).toBe(0)
    expect(stdout).toMatch(/id: baseline-secret # preset:baseline/)
    expect(stdout).toMatch(/id: shop-backlog # policy-gate\.yml/)
    expect(stdout).toMatch(/unknown-severity: high/)
  })

  test('warns of what is probably not meant, and still passes', async () => {
    const policy = 'version: 1\nrules:\n  - { id: r, when: { severity: high }, verdict: block }\n'
    await withFiles({ 'p.yml': policy }, async directory => {
      const { status, stderr } = await runCommand(['lint', '--policy', 'p.yml'], directory)
      expect(stderr).toMatch(/^p\.yml:3:\d+: warning: the rule `r` matches high but not critical\. /m)
      expect(status).toBe(0)
    })
  })

  test('warns of exceptions whose terms the policy allows for no finding', async () => {
    const bounds = '{ file: e.yml, max-duration: { tier-2: { low: 180d } }, require: { ticket: [2] } }'
    const policy = `version: 1\nexceptions: ${bounds}\nrules: [{ id: r, when: {}, verdict: block }]\n`
    const entry = (id: string, expires: string, more = '') =>
      `  - { id: ${id}, type: risk-accept, match: { identifier: CVE-2026-1234, path: web/package-lock.json }, reason: Nobody can reach the old endpoint, ` +
      `owner: "@a", approved-by: ["@b"], approved-at: 2026-11-01, expires: ${expires}${more} }\n`
    const exceptions = `version: 1\nexceptions:\n${entry('EXC-1', '2026-12-01', ', ticket: T-1')}${entry('EXC-2', '2027-11-01')}`
    await withFiles({ 'p.yml': policy, 'e.yml': exceptions }, async directory => {
      const { status, stderr } = await runCommand(['lint', '--policy', 'p.yml'], directory)
      expect(status).toBe(0)
      expect(stderr).toMatch(
        /^e\.yml:4:\d+: warning: exception EXC-2 holds for no finding from low on: it runs for 36\d days?, at most 180 days/m
      )
      expect(stderr).toMatch(/exception EXC-2 holds for no finding from low on: a ticket is required at tier 2/)
      expect(stderr).not.toContain('EXC-1')
    })
  })

  test('warns of exceptions that their owner, or nobody whom the policy names, has approved', async () => {
    const policy = `version: 1
exceptions: { file: e.yml, approvers: { users: [sec-bob] } }
rules: [{ id: r, when: {}, verdict: block }]
`
    const entry = (id: string, owner: string, by: string) =>
      `  - { id: ${id}, type: risk-accept, match: { identifier: CVE-2026-1234, path: a.lock }, reason: Nobody can reach it yet, ` +
      `owner: "${owner}", approved-by: ["${by}"], approved-at: 2026-11-01, expires: 2026-12-01 }\n`
    const entries = [
      entry('OWN', '@ann', '@Ann'),
      entry('STRANGE', '@ann', '@nobody'),
      entry('FINE', '@ann', '@Sec-Bob')
    ]
    const files = { 'p.yml': policy, 'e.yml': `version: 1\nexceptions:\n${entries.join('')}` }
    await withFiles(files, async directory => {
      const { stderr } = await runCommand(['lint', '--policy', 'p.yml'], directory)
      expect(stderr.match(/exception \w+ is approved by [^.]*/g)).toEqual([
        'exception OWN is approved by its owner alone',
        'exception OWN is approved by nobody of `approvers',
        'exception STRANGE is approved by nobody of `approvers'
      ])
    })
  })

  test('warns of exceptions for what no finding can be called', async () => {
    const policy = 'version: 1\nexceptions: { file: e.yml }\nrules: [{ id: r, when: {}, verdict: block }]\n'
    const entry = (id: string, identifier: string) => `  - id: ${id}
    type: risk-accept
    match: { identifier: ${identifier}, path: web/package-lock.json }
    reason: The endpoint is off and goes in January
    owner: "@ann"
    approved-by: ["@bob"]
    approved-at: 2026-11-20
    expires: 2026-12-09
`
    const exceptions = `version: 1\nexceptions:\n${entry('EXC-1', 'CVE-2026-1234')}${entry('EXC-2', 'CVE-2026')}`
    await withFiles({ 'p.yml': policy, 'e.yml': exceptions }, async directory => {
      const { status, stderr, stdout } = await runCommand(['lint', '--policy', 'p.yml'], directory)
      expect(stderr.match(/^e\.yml:.*$/gm)).toEqual([
        expect.stringMatching(
          /^e\.yml:11:5: warning: exception EXC-2: `match\.identifier` says `CVE-2026`, which is no identifier that a finding can have\. Write /
        )
      ])
      expect(stdout).toContain('e.yml: 2 exceptions')
      expect(status).toBe(0)
    })
  })

  test('warns of lines of CODEOWNERS that give nothing an owner', async () => {
    const policy = 'version: 1\nrules: [{ id: r, when: {}, verdict: block }]\n'
    const owners = '* @acme/all\n/app/\\[id\\]/ @acme/web\n/app/[id]/ @acme/web\n/docs/ @acme/docs acme/web\n'
    await withFiles({ 'p.yml': policy, '.github/CODEOWNERS': owners }, async directory => {
      const { status, stderr } = await runCommand(['lint', '--policy', 'p.yml'], directory)
      expect(stderr.match(/^\.github\/CODEOWNERS.*$/gm)).toEqual([
        expect.stringMatching(/^\.github\/CODEOWNERS:3:1: warning: a pattern has no character ranges\. Write `\\\[`/),
        expect.stringMatching(/^\.github\/CODEOWNERS:4:19: warning: an owner is @user/)
      ])
      expect(status).toBe(0)
    })
  })

  test('warns of governed files that are not there, with git and without', async () => {
    const policy = 'version: 1\ngoverned: ["ci/scan.sh", "ci/gone.sh"]\nrules: [{ id: r, when: {}, verdict: block }]\n'
    await withFiles({ 'p.yml': policy, 'ci/scan.sh': 'x\n' }, async directory => {
      const lint = () => runCommand(['lint', '--policy', 'p.yml'], directory)
      const plain = await lint()
      git(directory, 'init', '-q')
      git(directory, 'add', '-A')
      for (const { status, stderr } of [plain, await lint()]) {
        expect(stderr).toMatch(/^p\.yml: warning: `governed` names `ci\/gone\.sh`, which no file/m)
        expect(stderr).not.toMatch(/scan\.sh/)
        expect(status).toBe(0)
      }
    })
  })
})
