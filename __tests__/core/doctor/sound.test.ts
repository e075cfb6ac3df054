import { expect, test } from '@jest/globals'
import { ACTION, changed, GOOD, lines, POLICY, type Setting, SHA } from './checkout.js'

const GATE_STEP = /- uses: policy-gate[\s\S]*/.exec(GOOD)?.[0] ?? ''
const CALL = 'npx policy-gate evaluate --sarif results'
const script = (text: string, more = ''): Setting =>
  changed(GATE_STEP, `- run: |\n${text.replace(/^/gm, ' '.repeat(10))}\n        if: \${{ !cancelled() }}\n${more}`)
const job = (to: string): Setting => changed('    name:', `    ${to}\n    name:`)
const beside = (text: string): Setting => ({ workflows: { 'a.yml': GOOD, 'b.yml': text } })
const other = (event: string, steps: string, more = ''): Setting =>
  beside(
    `on: ${event}\npermissions: { contents: read }\njobs:\n  x:\n    runs-on: ubuntu-latest\n${more}    steps:\n${steps.replace(/^/gm, '      ')}\n`
  )
const QUEUE = "github.event_name == 'pull_request' || github.event_name == 'merge_group'"
const HEAD = '${{ github.event.pull_request.head.sha }}'

/** Workflows in which nothing is wrong: nothing at all is told of them. */
const SOUND: readonly (readonly [string, Setting])[] = [
  ['the documented one', {}],
  ['all types', changed('pull_request:', 'pull_request: { types: [opened, synchronize, reopened, edited] }')],
  [
    'scans in a matrix before it',
    changed(
      'jobs:\n  gate:',
      'jobs:\n  scan:\n    name: Scan ${{ matrix.app }}\n    strategy: { matrix: { app: [web, api] } }\n    runs-on: ubuntu-latest\n    steps: [{ run: npm audit }]\n  gate:\n    needs: scan\n    if: ${{ !cancelled() }}'
    )
  ],
  ['behind jobs, always', job('needs: [scan, lint]\n    if: always()')],
  ['by the events that count', job(`if: \${{ !cancelled() && (${QUEUE}) }}`)],
  ['by a list of events', job(`if: contains(fromJSON('["pull_request","merge_group"]'), github.event_name)`)],
  [
    'not for the main branch',
    changed('  merge_group:', '  merge_group:\n  push: { branches: [main] }').workflows === undefined
      ? {}
      : {
          workflows: {
            'a.yml': GOOD.replace('  merge_group:', '  merge_group:\n  push: { branches: [main] }').replace(
              '    name:',
              "    if: github.ref != 'refs/heads/main'\n    name:"
            )
          }
        }
  ],
  [
    'one job for each event',
    {
      workflows: {
        'a.yml': GOOD.replace('  gate:', "  gate:\n    if: github.event_name == 'pull_request'"),
        'b.yml': GOOD.replace('pull_request:\n  merge_group:', 'merge_group:')
      }
    }
  ],
  [
    'in a called workflow',
    {
      workflows: {
        'a.yml':
          'on: [pull_request, merge_group]\npermissions: { contents: read, checks: write }\njobs:\n  call:\n    uses: ./.github/workflows/b.yml\n    with: { policy: p.yml }\n',
        'b.yml': GOOD.replace(
          'pull_request:\n  merge_group:',
          'workflow_call: { inputs: { policy: { type: string } } }'
        ).replace('sarif: results', 'sarif: results\n          policy: ${{ inputs.policy }}')
      }
    }
  ],
  [
    'a policy of another name',
    { ...changed('sarif: results', 'sarif: results\n          policy: q.yml'), policies: { 'q.yml': POLICY } }
  ],
  [
    'two gates of two names',
    beside(
      GOOD.replace('sarif: results', 'sarif: iac\n          check-name: Policy gate (iac)').replace(
        'Scan and decide',
        'IaC'
      )
    )
  ],
  [
    'a gate in a matrix with names',
    {
      workflows: {
        'a.yml': GOOD.replace(
          '    name: Scan and decide',
          '    strategy: { matrix: { app: [web, api] } }\n    name: Scan ${{ matrix.app }}'
        ).replace('sarif: results', 'sarif: results\n          check-name: Gate ${{ matrix.app }}')
      }
    }
  ],
  ['the command', script(CALL)],
  [
    'the command with all that is good',
    script(
      `set -euo pipefail\n# policy-gate evaluate || true\necho "policy-gate evaluate"\n${CALL} \\\n  --fail-on warn --policy p.yml`
    )
  ],
  ['a pipe with pipefail', script(`set -o pipefail\n${CALL} | tee gate.log`)],
  ['a pipe in bash', script(`${CALL} 2>&1 | tee gate.log`, '        shell: bash\n')],
  ['a code that is kept', script(`code=0\n${CALL} || code=$?\necho "$code"\nexit $code`)],
  ['a code that is kept without -e', script(`set +e\n${CALL}\ncode=$?\necho "$code"\nexit "$code"`)],
  ['if !, which ends', script(`if ! ${CALL}; then\n  echo "::error::blocked"\n  exit 1\nfi`)],
  ['else, which ends', script(`if ${CALL}; then\n  echo fine\nelse\n  echo blocked\n  exit 1\nfi`)],
  ['|| exit 1', script(`${CALL} || exit 1\necho fine`)],
  ['|| { exit 1 }', script(`${CALL} || { echo blocked; exit 1; }\necho fine`)],
  ['cd before it', script(`cd app && ${CALL}`)],
  [
    'something before and after it',
    script(`mkdir -p results\n./scan.sh > results/a.sarif || true\n${CALL} > gate.txt\ncat gate.txt`)
  ],
  ['a summary behind it', script(`${CALL} >> "$GITHUB_STEP_SUMMARY"; echo done`)],
  ['a copy in the repository, with owners', { ...changed(`uses: ${ACTION}`, 'uses: ./gate'), local: ['gate'] }],
  [
    'git fetch of the base beside a number',
    other(
      'pull_request_target',
      '- run: |\n    git fetch origin main\n    gh pr edit "$N" --add-label x\n  env: { N: "${{ github.event.pull_request.number }}" }'
    )
  ],
  ['a log by another process', script(`${CALL} > >(tee gate.log)`)],
  ['a name of its own', { ...changed(ACTION, `acme/security@${SHA}`), actions: ['acme/security'] }],
  [
    'the base beside it, in a directory',
    changed(
      '      - run: ./scan.sh',
      `      - uses: actions/checkout@${SHA}\n        with: { ref: "\${{ github.base_ref }}", path: base }\n      - run: ./scan.sh`
    )
  ],
  [
    'runners of a matrix',
    changed('runs-on: ubuntu-latest', 'runs-on: ${{ matrix.os }}\n    strategy: { matrix: { os: [ubuntu-24.04] } }')
      .workflows === undefined
      ? {}
      : {
          workflows: {
            'a.yml': GOOD.replace(
              'runs-on: ubuntu-latest',
              'runs-on: ${{ matrix.os }}\n    strategy: { matrix: { os: [ubuntu-24.04] } }'
            ).replace('sarif: results', 'sarif: results\n          check-name: Gate ${{ matrix.os }}')
          }
        }
  ],
  ['NODE_OPTIONS for memory', job('env: { NODE_OPTIONS: "--max-old-space-size=4096" }')],
  [
    'labels on pull_request_target',
    other('pull_request_target', `- uses: actions/labeler@${SHA}\n  with: { sync-labels: true }`)
  ],
  [
    'a checkout of the base on pull_request_target',
    other(
      'pull_request_target',
      `- uses: actions/checkout@${SHA}\n- run: node scripts/greet.js "$TITLE"\n  env: { TITLE: "\${{ github.event.pull_request.title }}" }`
    )
  ],
  [
    'a status on the head',
    other('pull_request_target', `- uses: acme/set-status@${SHA}\n  with: { sha: "${HEAD}", state: pending }`)
  ],
  [
    'a comment by its number',
    other(
      'issue_comment',
      `- uses: acme/comment@${SHA}\n  with: { number: "\${{ github.event.issue.number }}", body: hello }`
    )
  ],
  [
    'text that is only compared',
    other(
      'issue_comment',
      `- run: echo \${{ contains(github.event.comment.body, '/go') }} \${{ github.event.comment.id }}`
    )
  ],
  [
    'the names of files',
    other(
      'pull_request_target',
      `- run: gh pr diff "$N" --name-only\n  env: { N: "\${{ github.event.pull_request.number }}" }`
    )
  ],
  ['git fetch of the base', other('pull_request_target', '- run: git fetch origin main && git log -1 origin/main')],
  [
    'a deployment after a push',
    other(
      'workflow_run',
      `- uses: actions/checkout@${SHA}\n  with: { ref: "\${{ github.event.workflow_run.head_sha }}" }`,
      "    if: github.event.workflow_run.event == 'push'\n"
    )
  ],
  [
    'a job for pushes in a workflow for both',
    other(
      '[push, pull_request_target]',
      `- uses: actions/checkout@${SHA}\n  with: { ref: "${HEAD}" }`,
      "    if: github.event_name == 'push'\n"
    )
  ],
  [
    'an artifact that is read',
    other(
      'workflow_run',
      `- uses: actions/checkout@${SHA}\n- uses: actions/download-artifact@${SHA}\n  with: { path: out }\n- run: ./scripts/report.sh out/results.json\n- run: jq . out/results.json`
    )
  ],
  [
    'scans of the head on pull_request',
    other('pull_request', `- uses: actions/checkout@${SHA}\n  with: { ref: "${HEAD}" }\n- run: npm ci`)
  ],
  ['another pipeline', other('push', '- run: echo "${{ github.event.head_commit.message }}"')],
  [
    'a called workflow of others after a push',
    beside(`on: push\njobs:\n  x:\n    uses: acme/ci/.github/workflows/x.yml@${SHA}\n`)
  ]
]

test.each(SOUND)('%s', async (_, setting) => expect(await lines(setting)).toEqual([]))
