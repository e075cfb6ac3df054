import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { policyGate, REPOSITORY } from './command-line.js'
import { type Files, withFiles } from './workspace.js'

/** The workflows that a page of the documentation tells people to copy, by the path in their first line. */
function workflowsIn(page: string): Files {
  const text = readFileSync(join(REPOSITORY, page), 'utf8')
  const found = [...text.matchAll(/```yaml\n# (\.github\/workflows\/[\w-]+\.yml)\n([\s\S]*?)```/g)]
  return Object.fromEntries(
    found.map(([, path, yaml]) => [path, yaml?.replace(/<full commit sha[^>]*>/g, 'a'.repeat(40))])
  )
}

const POLICY =
  'version: 1\nscans: [{ id: sast, category: sast }]\nrules: [{ id: r, when: { kev: true }, verdict: block }]\n'
const SETUP = workflowsIn('docs/github-setup.md')
const GATE = '.github/workflows/policy-gate.yml'
const OWNED = { CODEOWNERS: '/.github/ @acme/security\n/scan.sh @acme/security\n', '.github/policy-gate.yml': POLICY }
const OWN = { CODEOWNERS: '* @acme/security\n' }
const doctor = (files: Files, ...args: readonly string[]) =>
  withFiles({ ...OWNED, ...files }, directory => policyGate(['doctor', ...args], directory))

test('the documented workflows have no gap, and nothing to look at', async () => {
  expect(Object.keys(SETUP)).toHaveLength(4)
  expect(await doctor(SETUP)).toEqual({
    status: 0,
    stderr: '',
    stdout: 'No gap found in 4 workflows and the policy\n'
  })
})

test('a filter by paths is a gap, with place and what to do', async () => {
  const filtered = String(SETUP[GATE]).replace('  pull_request:\n', '  pull_request:\n    paths: [src/**]\n')
  expect(await doctor({ ...SETUP, [GATE]: filtered })).toEqual({
    status: 1,
    stderr: '',
    stdout:
      `${GATE}:4:5: gap: \`paths\` keeps the gate from running on some changes, and what does not run does not object. ` +
      'Remove `paths`; a policy can ask for scans by `applies-to`\n' +
      '1 gap lets a merge slip past the gate\n'
  })
})

test('rules of the branch, as `gh api` writes them', async () => {
  const rules = [
    { type: 'required_status_checks', parameters: { required_status_checks: [{ context: 'x', integration_id: 1 }] } },
    { type: 'pull_request', parameters: { require_code_owner_review: true } }
  ]
  const { status, stdout } = await doctor({ ...SETUP, 'rules.json': JSON.stringify(rules) }, '--rules', 'rules.json')
  expect(status).toBe(1)
  expect(stdout).toContain('rules.json: gap: no rule of the branch requires "Policy gate"')
  const missing = await doctor(SETUP, '--rules', 'rules.json')
  expect(missing).toMatchObject({ status: 2, stderr: expect.stringContaining('rules.json: there is no such file') })
  expect((await doctor({ ...SETUP, 'rules.json': '[' }, '--rules', 'rules.json')).status).toBe(2)
})

describe('a checkout', () => {
  test('without workflows and policy', async () => {
    await withFiles({ 'a.txt': '' }, directory => {
      const { status, stdout } = policyGate(['doctor'], directory)
      expect(status).toBe(1)
      expect(stdout).toContain('gap: no workflow runs the gate on `pull_request`')
      expect(stdout).toContain('.github/policy-gate.yml: gap: there is no policy')
    })
  })
  test('elsewhere, by --source-root', async () => {
    await withFiles({ 'x/y': '', ...OWNED, ...SETUP }, directory => {
      expect(policyGate(['doctor', '--source-root', '..'], join(directory, 'x')).status).toBe(0)
    })
  })
  test('whose policy is wrong is exit 2, with all that is wrong', async () => {
    const { status, stderr } = await doctor({ ...SETUP, '.github/policy-gate.yml': POLICY.replace('rules', 'rulez') })
    expect(status).toBe(2)
    expect(stderr).toMatch(/^\.github\/policy-gate\.yml:3:1: .*rulez/m)
  })
  test('with a policy of another name, which must be there', async () => {
    expect((await doctor({ ...SETUP, 'p.yml': POLICY }, '--policy', 'p.yml')).stdout).toContain(
      'p.yml: advice: nobody owns'
    )
    expect((await doctor(SETUP, '--policy', 'q.yml')).status).toBe(2)
  })
  test("without the organisation's layer: what cannot be judged without it is no gap, and not sound", async () => {
    const layer = 'extends: ["github:acme/policies/base.yml@0123456789012345678901234567890123456789"]\n'
    const whole = await doctor({ ...SETUP, '.github/policy-gate.yml': POLICY + layer })
    expect(whole).toMatchObject({ status: 0, stdout: 'No gap found in 4 workflows and the policy\n' })
    const without = POLICY.replace(/scans.*\n/, '') + layer
    const { status, stdout } = await doctor({ ...SETUP, '.github/policy-gate.yml': without })
    expect(status).toBe(1)
    expect(stdout).toMatch(/policy-gate\.yml: not judged: no scan is required.*unless github:acme\/policies\/base\.yml/)
    expect(stdout).toMatch(/\nNot judged to the end: 1 thing that could not be judged\n$/)
  })
  test('whose policy only builds on layers that are not at hand', async () => {
    const layers = ['base', 'more'].map(name => `"github:acme/policies/${name}.yml@${'a'.repeat(40)}"`)
    const only = `version: 1\nextends: [${layers.join(', ')}]\n`
    const { status, stdout, stderr } = await doctor({ ...SETUP, '.github/policy-gate.yml': only })
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' })
    expect(stdout).toMatch(/not judged: no scan is required/)
    expect(stdout).toMatch(/not judged: no rule blocks: .*unless github:acme\/policies\/base\.yml, github/)
    expect(stdout).not.toContain('gap:')
  })
  test('whose gate names a policy: that one is judged', async () => {
    const named = String(SETUP[GATE]).replace('sarif: results\n', 'sarif: results\n          policy: x.yml\n')
    expect((await doctor({ ...SETUP, [GATE]: named })).stdout).toMatch(/x\.yml: gap: .*there is no such file/)
    const monitor = { 'x.yml': `${POLICY}mode: monitor\n` }
    expect((await doctor({ ...SETUP, [GATE]: named, ...monitor })).stdout).toMatch(/x\.yml: gap: no rule blocks/)
  })
  test('whose gate stands in a composite action of its own: that one is read, and must have owners', async () => {
    const inner = (more: string): string =>
      `name: Gate\ninputs: { results: { default: results } }\nruns:\n  using: composite\n  steps:\n    - uses: policy-gate/policy-gate@${'a'.repeat(40)}\n      if: \${{ !cancelled() }}\n      with: { sarif: "\${{ inputs.results }}"${more} }\n`
    const outer = String(SETUP[GATE]).replace(/uses: policy-gate\S+/, 'uses: ./gate')
    const files = { ...SETUP, [GATE]: outer, 'gate/action.yml': inner('') }
    expect(await doctor({ ...files, ...OWN })).toMatchObject({ status: 0, stdout: expect.stringMatching(/^No gap/) })
    expect((await doctor(files)).stdout).toContain('gate/action.yml:6:7: gap: the gate is run from the checkout')
    const audit = { ...files, ...OWN, 'gate/action.yml': inner(', policy: "preset:audit"') }
    expect((await doctor(audit)).stdout).toContain('preset:audit: gap: no rule blocks')
  })
  test('with a composite action that takes the code of a pull request', async () => {
    const action = `runs:\n  using: composite\n  steps:\n    - uses: actions/checkout@${'a'.repeat(40)}\n      with: { ref: "\${{ inputs.ref }}" }\n`
    const workflow = `on: pull_request_target\njobs:\n  x:\n    steps:\n      - uses: ./.github/actions/x\n        with: { ref: "\${{ github.head_ref }}" }\n`
    const files = { ...SETUP, '.github/workflows/x.yml': workflow, '.github/actions/x/action.yml': action }
    expect((await doctor(files)).stdout).toMatch(
      /actions\/x\/action\.yml:5:20: gap: the code of a pull request is checked/
    )
  })
  test('that holds the gate itself, which its workflow uses by path', async () => {
    const own = String(SETUP[GATE]).replace(/uses: policy-gate\S+/, 'uses: ./')
    const action = readFileSync(join(REPOSITORY, 'action.yml'), 'utf8')
    expect((await doctor({ ...OWN, [GATE]: own, 'action.yml': action })).status).toBe(0)
    expect((await doctor({ [GATE]: own, 'action.yml': action })).stdout).toContain('gate is run from the checkout')
    expect((await doctor({ [GATE]: own, 'action.yml': 'name: Other\n' })).status).toBe(1)
  })
  test('whose workflows are binary, huge or directories', async () => {
    const { status, stdout } = await doctor({
      ...SETUP,
      '.github/workflows/bin.yml': Buffer.from([0xff, 0xfe, 0x00]),
      '.github/workflows/huge.yml': '#'.repeat(300 * 1024),
      '.github/workflows/dir.yml/x': ''
    })
    expect(status).toBe(1)
    expect(stdout).toMatch(/bin\.yml: gap: the workflow cannot be read/)
    expect(stdout).toMatch(/huge\.yml: gap: the workflow cannot be read/)
  })
})
