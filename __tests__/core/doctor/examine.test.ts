import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { changed as change, GOOD, lines, OWNED, POLICY, type Setting, SHA } from './checkout.js'

test('a workflow as the documentation has it, an owned checkout and a policy with scans are sound', async () => {
  expect(await lines({})).toEqual([])
})

describe('gaps of the gate', () => {
  test.each<[string, string, string, RegExp]>([
    ['paths', 'pull_request:', 'pull_request: { paths: ["src/**"] }', /^gap a\.yml:3:19: `paths` keeps the gate/],
    ['paths-ignore', 'pull_request:', 'pull_request: { paths-ignore: [docs] }', /^gap a\.yml:3:19: `paths-ignore`/],
    ['types', 'pull_request:', 'pull_request: { types: [opened] }', /a\.yml:3:19: .* `synchronize`, `reopened`\. Add/],
    [
      'an if of the job',
      '    name:',
      "    if: github.actor != 'x'\n    name:",
      /^gap a\.yml:8:9: the job `gate` may be sk/
    ],
    [
      'jobs before it',
      '    name:',
      '    needs: [scan]\n    name:',
      /a\.yml:8:13: the job `gate` is skipped when `scan` fa/
    ],
    [
      'a job that may fail',
      '    name:',
      '    continue-on-error: true\n    name:',
      /:8:24: the job `gate` passes whatever/
    ],
    [
      'an if of the step',
      'if: ${{ !cancelled() }}',
      'if: success() && inputs.on',
      /a\.yml:15:13: the step of the gate may be skipped/
    ],
    [
      'a step that may fail',
      'if: ${{ !cancelled() }}',
      'continue-on-error: true\n        if: ${{ !cancelled() }}',
      /:15:28: the job passes whatever/
    ],
    [
      'one by expression',
      'if: ${{ !cancelled() }}',
      'continue-on-error: ${{ vars.x }}\n        if: ${{ !cancelled() }}',
      /:15:28: the job passes whatev/
    ],
    [
      'one name for two checks',
      'Scan and decide',
      'Policy gate',
      /a\.yml:7:3: the job and the check run are both named/
    ],
    [
      'no gate',
      `policy-gate/policy-gate@${SHA}`,
      `acme/other@${SHA}`,
      /^gap workflows: no workflow runs the gate|^gap \.github/
    ],
    ['no pull request', 'pull_request:', 'push:', /no workflow runs the gate on `pull_request`/]
  ])('%s', async (_, from, to, expected) => expect((await lines(change(from, to)))[0]).toMatch(expected))

  test('`fail-on: never` is one without a check run, else something to look at', async () => {
    const never = GOOD.replace('sarif: results', 'sarif: results\n          fail-on: never')
    expect(await lines({ workflows: { 'a.yml': never } })).toEqual([
      expect.stringMatching(
        /^advice a\.yml:18:20: `fail-on` lets the job pass.*Require the check "Policy gate", not the job$/
      )
    ])
    const byEvent = never.replace('fail-on: never', "fail-on: ${{ github.event_name == 'push' && 'never' || 'block' }}")
    expect(await lines({ workflows: { 'a.yml': byEvent } })).toEqual([
      expect.stringContaining('`fail-on` may let the job pass')
    ])
    expect(await lines({ workflows: { 'a.yml': never.replace('checks: write', 'checks: read') } })).toEqual([
      expect.stringMatching(/^gap a\.yml:18:20: .*without `checks: write` no other check tells it/)
    ])
  })
  test('a job that waits for others and runs in any case is none', async () => {
    expect(await lines(change('    name:', '    needs: scan\n    if: ${{ !cancelled() }}\n    name:'))).toEqual([])
  })
  test('a second gate that holds makes up for one that does not', async () => {
    const filtered = GOOD.replace('pull_request:', 'pull_request: { paths: [src] }')
    const named = filtered.replace('sarif: results', 'sarif: results\n          check-name: Web')
    expect(await lines({ workflows: { 'a.yml': GOOD, 'b.yml': named } })).toEqual([
      expect.stringMatching(/^advice b\.yml:14:9: this gate alone would not hold.*Require "Policy gate"$/)
    ])
    expect((await lines({ workflows: { 'a.yml': GOOD, 'b.yml': filtered } }))[0]).toMatch(
      /^gap b\.yml:14:9: another gate of this name, "Policy gate", is in/
    )
  })
})

describe('which step is the gate', () => {
  const one = (step: string, more: Setting = {}) =>
    lines({ workflows: { 'a.yml': GOOD.replace(`uses: policy-gate/policy-gate@${SHA}`, step) }, ...more })

  test.each([
    `uses: Policy-Gate/policy-gate@${SHA}`,
    'run: npx policy-gate evaluate --sarif results',
    'run: |\n          cd x && node dist/cli.js evaluate --sarif results'
  ])('%s', async step => expect(await one(step)).toEqual([]))

  test('one by the name that the user gives', async () => {
    expect(await one(`uses: acme/security@${SHA}`, { actions: ['acme/security'] })).toEqual([])
    expect(await one(`uses: policy-gate/policy-gate@${SHA}`, { actions: ['acme/security'] })).toEqual([
      expect.stringContaining('no workflow runs the gate')
    ])
  })
  test('one in a workflow of the checkout that another one calls', async () => {
    const called = GOOD.replace('pull_request:\n  merge_group:', 'workflow_call:')
    const caller = (more: string) =>
      `on: [pull_request, merge_group]\njobs:\n  call:\n    uses: ./.github/workflows/b.yml\n${more}`
    expect(await lines({ workflows: { 'a.yml': caller(''), 'b.yml': called } })).toEqual([])
    const skipped = await lines({ workflows: { 'a.yml': caller('    if: inputs.x\n'), 'b.yml': called } })
    expect(skipped).toEqual([expect.stringMatching(/^gap a\.yml:5:9: the job `call` may be skipped/)])
  })
  test('a workflow that calls itself has an end', async () => {
    const loop = 'on: [pull_request]\njobs:\n  call:\n    uses: ./.github/workflows/a.yml\n'
    expect(await lines({ workflows: { 'a.yml': loop } })).toHaveLength(1)
  })
  test('one in another repository is not seen, and that is told', async () => {
    const caller = `on: [pull_request]\njobs:\n  call:\n    uses: acme/.github/.github/workflows/x.yml@${SHA}\n`
    expect((await lines({ workflows: { 'a.yml': caller } }))[0]).toMatch(
      /^unjudged a\.yml:4:11: .*x\.yml@a+ is called, and is/
    )
  })
})

describe("workflows that give the repository's token away", () => {
  const other = (event: string, step: string) =>
    lines({ workflows: { 'a.yml': GOOD, 'b.yml': `on: ${event}\njobs:\n  x:\n    steps:\n      - ${step}\n` } })
  const checkout = (ref: string) => `uses: actions/checkout@${SHA}\n        with: { ref: "${ref}" }`
  const HEAD = checkout('${{ github.event.pull_request.head.sha }}')

  test.each<[string, string, string]>([
    ['pull_request_target', HEAD, ':6:22: the code of a pull request is checked out on `pull_request_target`'],
    ['workflow_run', checkout('${{ github.event.workflow_run.head_sha }}'), 'checked out on `workflow_run`'],
    ['issue_comment', checkout('refs/pull/${{ github.event.issue.number }}/merge'), 'checked out on `issue_comment`'],
    ['[push, pull_request_target]', 'run: gh pr checkout 1', 'checked out on `pull_request_target`'],
    [
      'issue_comment',
      checkout('${{ steps.config.outputs.head }}'),
      'advice b.yml:6:22: the code of a pull request may be'
    ],
    ['issue_comment', 'run: echo "${{ github.event.comment.body }}"', 'text that anyone may write'],
    ['pull_request_target', 'run: |\n          echo ${{ github.head_ref }}', 'text that anyone may write'],
    [
      'issues',
      `uses: actions/github-script@${SHA}\n        with: { script: "x('\${{ github.event.issue.title }}')" }`,
      'text that anyone may write'
    ]
  ])('%s: %s', async (event, step, expected) => {
    expect(await other(event, step)).toEqual([expect.stringContaining(expected)])
  })

  test.each<[string, string]>([
    ['pull_request', HEAD],
    ['pull_request_target', `uses: actions/checkout@${SHA}`],
    ['issue_comment', 'run: echo "$BODY"'],
    ['issue_comment', checkout('${{ steps.config.outputs.base }}')],
    ['push', 'run: echo "${{ github.event.head_commit.message }}"']
  ])('not: %s: %s', async (event, step) => expect(await other(event, step)).toEqual([]))

  test('text of anyone in the job of the gate itself', async () => {
    const found = await lines(change('run: ./scan.sh', 'run: ./scan.sh "${{ github.event.pull_request.title }}"'))
    expect(found).toEqual([expect.stringMatching(/^gap a\.yml:13:14: a script is put together/)])
  })
})

describe('policy', () => {
  test.each<[string, string | null, RegExp]>([
    ['none', null, /^gap p\.yml: there is no policy: preset:baseline counts/],
    ['no scans', POLICY.replace(/scans.*\n/, ''), /^gap p\.yml: no scan is required/],
    [
      'a scan that may be missing',
      POLICY.replace('sast }', 'sast, if-missing: pass }'),
      /^gap p\.yml: .*`sast` passes when it was/
    ],
    [
      'one that warns',
      POLICY.replace('sast }', 'sast, if-failed: warn }'),
      /^advice p\.yml: .*`sast` only warns when it failed/
    ],
    ['no rule that blocks', POLICY.replace('block', 'warn'), /^gap p\.yml: no rule blocks: every/],
    ['rules in mode monitor', `${POLICY}mode: monitor\n`, /^gap p\.yml: no rule blocks: every/],
    [
      'rules that will block',
      POLICY.replace('block }', 'block, mode: monitor, enforce-from: 2027-01-15 }'),
      /^advice p\.yml: no rule blocks before 2027-01-15/
    ]
  ])('%s', async (_, policy, expected) => {
    expect(await lines({ policy })).toEqual([expect.stringMatching(expected)])
  })
})

test('a rollout that is over holds back nothing', async () => {
  const policy = POLICY.replace('block }', 'block, mode: monitor, enforce-from: 2027-01-15 }')
  expect(await lines({ policy, now: '2027-01-15T00:00:00Z' })).toEqual([])
  expect(await lines({ policy, now: '2027-01-14T23:59:59Z' })).toEqual([
    expect.stringContaining('no rule blocks before')
  ])
})

test('rules that will block are no answer for a layer that is not at hand', async () => {
  const policy = POLICY.replace('block }', 'block, mode: monitor, enforce-from: 2027-01-15 }')
  expect(await lines({ policy, absent: ['github:acme/org/p.yml'] })).toEqual([
    'advice p.yml: no rule blocks before 2027-01-15, unless github:acme/org/p.yml says so, which is not at hand. Nothing is held up until then'
  ])
})

describe('to look at', () => {
  test('lines of CODEOWNERS that are passed over, each at its place', async () => {
    expect(await lines({ codeowners: `${OWNED}!/a @acme/no\n/b nobody\n` })).toEqual([
      'advice CODEOWNERS:2:1: a pattern cannot be negated. Write a later line without owners instead: as it is, the line is passed over',
      expect.stringMatching(/^advice CODEOWNERS:3:\d+: an owner is @user/)
    ])
  })

  test('a branch filter, no merge queue, a step that stops at failures, an unpinned action, no owners', async () => {
    expect(await lines(change('pull_request:', 'pull_request: { branches: [main] }'))).toEqual([
      expect.stringMatching(/^advice a\.yml:3:19: `branches` keeps the gate from/)
    ])
    expect(await lines(change('  merge_group:\n', ''))).toEqual([expect.stringMatching(/^advice .*`merge_group`/)])
    expect(await lines(change('        if: ${{ !cancelled() }}\n', ''))).toEqual([
      expect.stringMatching(/^advice a\.yml:14:9: the gate does/)
    ])
    expect(await lines(change('!cancelled()', 'always()'))).toEqual([
      expect.stringMatching(/^advice a\.yml:15:13: the gate also runs after the job is cancelled.*!cancelled\(\)/)
    ])
    expect(await lines(change(`checkout@${SHA}`, 'checkout@v5'))).toEqual([
      expect.stringMatching(/^advice a\.yml:12:15: actions\/checkout@v5 can be exchanged/)
    ])
    expect(await lines(change('checks: write', 'checks: read'))).toEqual([
      expect.stringMatching(/^advice a\.yml:14:9: .*Require the job "Scan and decide"/)
    ])
    const policy = `${POLICY}exceptions: { file: e.yml }\n`
    expect(await lines({ codeowners: '/p.yml @acme/sec\n', policy })).toEqual([
      expect.stringMatching(/^advice a\.yml: nobody owns this file.*require the workflow by a ruleset/),
      expect.stringMatching(/^advice e\.yml: nobody owns/),
      expect.stringMatching(/^advice scan\.sh: this runs before the gate, and nobody owns it/)
    ])
    expect(await lines({ codeowners: null })).toHaveLength(3)
  })
})

test('texts that lead in circles have an end, and nobody can tell what they are', async () => {
  const circle = 'env: { A: "${{ env.B }}", B: "${{ env.A }}" }\njobs:'
  const policy = GOOD.replace('jobs:', circle).replace(
    'sarif: results',
    'sarif: results\n          policy: ${{ env.A }}'
  )
  const steps =
    '    steps:\n      - { id: a, run: "x ${{ steps.b.outputs.x }} ${{ env.A }}" }\n      - { id: b, run: "git fetch ${{ steps.a.outputs.x }}" }\n'
  const jobs = `on: issue_comment\n${circle}\n  x:\n    needs: x\n    outputs: { r: "\${{ needs.x.outputs.r }}" }\n${steps}`
  const found = await lines({ workflows: { 'a.yml': policy, 'b.yml': jobs } })
  expect(found).toEqual([expect.stringMatching(/^gap a\.yml.*nobody can tell which policy the gate reads/)])
})

test('whatever a workflow holds, it is judged, and only a gate makes the checkout sound', async () => {
  const anything = fc.jsonValue({ maxDepth: 4 })
  const step = fc.dictionary(fc.constantFrom('uses', 'run', 'if', 'with', 'continue-on-error'), anything)
  const job = fc.dictionary(
    fc.constantFrom('name', 'if', 'needs', 'permissions', 'uses', 'steps'),
    fc.oneof(anything, fc.array(step, { maxLength: 3 }))
  )
  const workflow = fc.record({ on: anything, jobs: fc.oneof(anything, fc.dictionary(fc.constantFrom('a', 'b'), job)) })
  await fc.assert(
    fc.asyncProperty(workflow, async parts => {
      const found = await lines({ workflows: { 'a.yml': JSON.stringify(parts) } })
      expect(found[0]).toMatch(/^gap /)
    })
  )
})

describe('files', () => {
  test('a workflow that is no YAML is a gap of its own', async () => {
    const found = await lines({ workflows: { 'a.yml': GOOD, 'b.yml': 'on: [push\n' } })
    expect(found).toEqual([expect.stringMatching(/^gap b\.yml:\d+:\d+: the workflow cannot be read/)])
  })
  test('anchors and aliases are followed, as GitHub does', async () => {
    const anchored = GOOD.replace('pull_request:', 'pull_request: &f { paths: [src] }').replace(
      'merge_group:',
      'merge_group: *f'
    )
    expect((await lines({ workflows: { 'a.yml': anchored } }))[0]).toMatch(/^gap a\.yml:3:22: `paths`/)
    const step = GOOD.replace(
      'jobs:',
      `x: &gate { continue-on-error: true, uses: policy-gate/policy-gate@${SHA} }\njobs:`
    ).replace(/ {6}- uses: policy-gate[\s\S]*/, '      - *gate\n')
    expect((await lines({ workflows: { 'a.yml': step } }))[0]).toMatch(/^gap a\.yml:6:31: the job passes whatever/)
  })
})
