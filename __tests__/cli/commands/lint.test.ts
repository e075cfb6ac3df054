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
