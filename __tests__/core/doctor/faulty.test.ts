import { expect, test } from '@jest/globals'
import { ACTION, changed, GOOD, lines, OWNED, POLICY, type Setting, SHA } from './checkout.js'

const GATE = `uses: ${ACTION}`
const IF = 'if: ${{ !cancelled() }}'
const WITH = 'sarif: results'
const step = (to: string): Setting => changed(IF, to)
const job = (to: string): Setting => changed('    name:', `    ${to}\n    name:`)
const input = (text: string, more: Setting = {}): Setting => ({
  ...changed(WITH, `${WITH}\n          ${text}`),
  ...more
})
/** The gate as a command, in a script that stands as it is. */
const script = (text: string, more = ''): Setting =>
  changed(
    /- uses: policy-gate[\s\S]*/.exec(GOOD)?.[0] ?? '',
    `- run: |\n${text.replace(/^/gm, ' '.repeat(10))}\n${more}`
  )
const CALL = 'npx policy-gate evaluate --sarif results'
const beside = (text: string): Setting => ({ workflows: { 'a.yml': GOOD, 'b.yml': text } })
/** Another workflow with one job, of these steps. */
const other = (event: string, steps: string, more = ''): Setting =>
  beside(
    `on: ${event}\n${more}jobs:\n  x:\n    runs-on: ubuntu-latest\n    steps:\n${steps.replace(/^/gm, '      ')}\n`
  )
const checkout = (ref: string, more = ''): string => `- uses: actions/checkout@${SHA}\n  with: { ref: "${ref}" }${more}`
const HEAD = '${{ github.event.pull_request.head.sha }}'
const TARGET = 'pull_request_target'
const CALLED = GOOD.replace(
  'pull_request:\n  merge_group:',
  'workflow_call: { inputs: { policy: { type: string, default: p.yml } } }'
).replace(WITH, `${WITH}\n          policy: \${{ inputs.policy }}`)
const calls = (more: string): Setting => ({
  workflows: {
    'a.yml': `on: [pull_request, merge_group]\njobs:\n  call:\n    uses: ./.github/workflows/b.yml\n${more}`,
    'b.yml': CALLED
  }
})

/** Ways past the gate: a checkout, and what has to be told of it. */
const FAULTY: readonly (readonly [string, Setting, RegExp])[] = [
  // When the gate runs
  ['a filter by paths', changed('pull_request:', 'pull_request: { paths: [src/**] }'), /`paths` keeps/],
  [
    'a filter by paths to leave out',
    changed('pull_request:', 'pull_request: { paths-ignore: [docs] }'),
    /`paths-ignore`/
  ],
  ['not for new commits', changed('pull_request:', 'pull_request: { types: [opened, reopened] }'), /`synchronize`/],
  [
    'only when a merge group is destroyed',
    changed('merge_group:', 'merge_group: { types: [destroyed] }'),
    /`checks_requested`/
  ],
  ['only after pushes', changed('pull_request:', 'push:'), /no workflow runs the gate/],
  ['only on pull_request_target', changed('pull_request:', 'pull_request_target:'), /no workflow runs the gate/],
  ['a job that the queue skips', job("if: github.event_name == 'pull_request'"), /is skipped on `merge_group`/],
  [
    'a job that the queue skips, the other way',
    job("if: github.event_name != 'merge_group'"),
    /is skipped on `merge_group`/
  ],
  ['a job for pull requests by their payload', job('if: github.event.pull_request'), /is skipped on `merge_group`/],
  ['a job for branches of the base', job("if: github.base_ref == 'main'"), /skipped on `(?:merge_group|pull_request)`/],
  [
    'a step that the queue skips',
    step("if: ${{ !cancelled() && github.event_name == 'pull_request' }}"),
    /step of the gate is skipped on `merge_group`/
  ],
  [
    'a step for the queue only',
    step("if: ${{ !cancelled() && github.event_name == 'merge_group' }}"),
    /step of the gate is skipped on `pull_request`/
  ],
  ['a job without drafts', job('if: ${{ !github.event.pull_request.draft }}'), /may be skipped on `pull_request`/],
  ['a job without bots', job("if: github.actor != 'dependabot[bot]'"), /the job `gate` may be skipped/],
  ['a job by a variable', job('if: ${{ vars.GATE }}'), /the job `gate` may be skipped/],
  ['a job that is switched off', job('if: false'), /the job `gate` is skipped/],
  ['`true` behind other jobs', job('needs: [scan]\n    if: true'), /the job `gate` is skipped when `scan` fails/],
  [
    '`success() && true` behind other jobs',
    job('needs: scan\n    if: success() && true'),
    /is skipped when `scan` fails/
  ],
  [
    '`!failure()` behind a job that may be skipped',
    job('needs: scan\n    if: ${{ !failure() && !cancelled() && needs.scan.result != null }}'),
    /the job `gate` may be skipped/
  ],
  ['behind other jobs', job('needs: scan'), /is skipped when `scan` fails/],
  [
    'a matrix that may be empty',
    job('strategy: { matrix: { app: "${{ fromJSON(needs.list.outputs.apps) }}" } }'),
    /matrix of the job `gate` may be empty/
  ],
  [
    'a call that is skipped',
    calls('    if: github.actor != github.repository_owner\n'),
    /the job `call` may be skipped/
  ],

  // What becomes of the answer
  ['a job that may fail', job('continue-on-error: true'), /job `gate` passes whatever/],
  ['a step that may fail', step(`${IF}\n        continue-on-error: true`), /the job passes whatever/],
  [
    'a step that may fail, perhaps',
    step(`${IF}\n        continue-on-error: \${{ vars.SOFT }}`),
    /the job passes whatever/
  ],
  ['|| true', script(`${CALL} || true`), /answer is lost: `\|\|`/],
  ['|| echo', script(`${CALL} || echo blocked`), /answer is lost: `\|\|`/],
  ['| tee', script(`${CALL} | tee gate.log`), /answer is lost: the pipe/],
  ['| tee, in sh', script(`${CALL} 2>&1 | tee gate.log`, '        shell: sh\n'), /answer is lost: the pipe/],
  ['exit 0', script(`${CALL}; exit 0`), /`exit 0`/],
  ['set +e, exit 0', script(`set +e\n${CALL}\nexit 0`), /answer is lost/],
  ['set +e and something behind', script(`set +e\n${CALL}\necho done`), /`set \+e`/],
  ['&', script(`${CALL} &\nwait`), /`&` does not wait/],
  ['if', script(`if ${CALL}; then echo fine; fi`), /only asked, by `if`/],
  ['if !, without an end', script(`if ! ${CALL}; then\n  echo "::warning::blocked"\nfi`), /only asked, by `if`/],
  ['under a condition', script(`if [ -n "$GATE" ]; then\n  ${CALL}\nfi`), /under a condition only/],
  ['behind a test', script(`[ -n "$GATE" ] && ${CALL}\necho done`), /left out where the command before/],
  ['&& echo, and more', script(`${CALL} && echo fine\necho done`), /`&&` behind it/],
  ['!', script(`! ${CALL}`), /turns its answer round/],
  ['after exit', script(`exit 0\n${CALL}`), /ends before it/],
  [
    'a shell without -e',
    script(`${CALL}\necho done`, '        shell: bash {0}\n'),
    /does not end where a command fails/
  ],
  ['PowerShell', script(CALL, '        shell: pwsh\n'), /^unjudged .*what pwsh makes/],
  ['a function', script(`gate() { ${CALL}; }\ngate || true`), /^unjudged .*function/],
  ['--fail-on never', script(`${CALL} --fail-on never`), /`fail-on` lets the job pass/],
  ['--fail-on=never', script(`${CALL} --fail-on=never`), /`fail-on` lets the job pass/],
  ['--fail-on of a variable', script(`${CALL} --fail-on "$FAIL_ON"`), /`fail-on` lets the job pass/],
  ['--help', script(`${CALL} --help`), /prints its help/],
  [
    'fail-on: never without a check',
    {
      workflows: {
        'a.yml': GOOD.replace('checks: write', 'checks: read').replace(WITH, `${WITH}\n          fail-on: never`)
      }
    },
    /`fail-on` lets the job pass/
  ],

  // What is no gate
  ['a comment', script(`# ${CALL}`), /no workflow runs the gate/],
  ['an echo', script(`echo "${CALL}"`), /no workflow runs the gate/],
  ['an echo without quotes', script(`echo ${CALL}`), /no workflow runs the gate/],
  ['a here document', script(`cat <<EOF\n${CALL}\nEOF`), /no workflow runs the gate/],
  [
    'another repository with the name',
    changed(GATE, `uses: evil/policy-gate@${SHA}`),
    /^unjudged .*evil\/policy-gate.*not known/
  ],
  ['a file of the repository', changed(GATE, `uses: policy-gate/policy-gate/other@${SHA}`), /^unjudged .*not known/],
  [
    'a called workflow elsewhere',
    { workflows: { 'a.yml': `on: pull_request\njobs:\n  x:\n    uses: acme/ci/.github/workflows/gate.yml@${SHA}\n` } },
    /^unjudged .*is not read/
  ],

  // What the gate reads
  ['preset:audit', input('policy: "preset:audit"'), /preset:audit: no rule blocks/],
  ['preset:baseline, without scans', input('policy: preset:baseline'), /preset:baseline: no scan is required/],
  [
    'a file in mode monitor',
    input('policy: m.yml', { policies: { 'm.yml': `${POLICY}mode: monitor\n` } }),
    /m\.yml: no rule blocks/
  ],
  ['a file that is not there', input('policy: q.yml'), /q\.yml: .*there is no such file/],
  ['a policy by an expression', input('policy: ${{ vars.POLICY }}'), /which policy the gate reads/],
  [
    'a policy by the environment',
    {
      workflows: {
        'a.yml': GOOD.replace(WITH, `${WITH}\n          policy: \${{ env.P }}`).replace(
          'jobs:',
          'env: { P: "preset:audit" }\njobs:'
        )
      }
    },
    /preset:audit: no rule blocks/
  ],
  ['a policy by the caller', calls('    with: { policy: "preset:audit" }\n'), /preset:audit: no rule blocks/],
  ['--policy preset:audit', script(`${CALL} --policy preset:audit`), /preset:audit: no rule blocks/],
  [
    'exceptions by an expression',
    input('exceptions: ${{ github.head_ref }}.yml'),
    /which exceptions file the gate reads/
  ],
  ['a tier by an expression', input('tier: ${{ vars.TIER }}'), /which tier the gate reads/],
  ['the mildest tier', input('tier: 2'), /mildest tier/],
  [
    'another policy for comments',
    beside(
      GOOD.replace('pull_request:\n  merge_group:', 'issue_comment:').replace(
        WITH,
        `${WITH}\n          policy: "preset:audit"`
      )
    ),
    /preset:audit: no rule blocks/
  ],
  [
    'the base is scanned',
    changed(`actions/checkout@${SHA}`, `actions/checkout@${SHA}\n        with: { ref: "\${{ github.base_ref }}" }`),
    /checks out another commit/
  ],

  // Names
  ["a job of the check's name", changed('Scan and decide', 'Policy gate'), /both named "Policy gate"/],
  [
    'a job of that name elsewhere',
    beside('on: push\njobs:\n  x:\n    name: Policy gate\n    steps: [{ run: "true" }]\n'),
    /b\.yml:\d+:\d+: .*both named "Policy gate"/
  ],
  [
    'a job of that name by a matrix',
    beside(
      'on: push\njobs:\n  x:\n    name: Policy ${{ matrix.n }}\n    strategy: { matrix: { n: [x, gate] } }\n    steps: [{ run: "true" }]\n'
    ),
    /both named "Policy gate"/
  ],
  [
    'a job of that name by a literal',
    beside("on: push\njobs:\n  x:\n    name: ${{ 'Policy gate' }}\n    steps: [{ run: 'true' }]\n"),
    /both named "Policy gate"/
  ],
  [
    'a second gate',
    beside(GOOD.replace(WITH, `${WITH}\n          fail-on: never`).replace('Scan and decide', 'Second')),
    /another gate of this name|each leg of the matrix/
  ],
  [
    'a second gate in the same job',
    changed(WITH, `${WITH}\n      - ${GATE}\n        with: { sarif: iac, policy: p.yml }`),
    /another gate of this name|each leg of the matrix/
  ],
  [
    'a gate in a matrix',
    job('strategy: { matrix: { app: [web, api] } }'),
    /another gate of this name|each leg of the matrix/
  ],
  [
    'a script that writes the check',
    other('push', `- run: gh api repos/acme/shop/check-runs -f name="Policy gate" -f conclusion=success`),
    /a script writes a check/
  ],

  // Code and text of others
  ['checkout on pull_request_target', other(TARGET, checkout(HEAD)), /checked out on `pull_request_target`/],
  [
    'checkout by the environment',
    other(TARGET, checkout('${{ env.REF }}'), `env: { REF: "${HEAD}" }\n`),
    /checked out on/
  ],
  [
    'checkout by an index',
    other(TARGET, checkout("${{ github['event']['pull_request']['head']['sha'] }}")),
    /checked out on/
  ],
  [
    'checkout by a default',
    other(TARGET, checkout("${{ github.event.pull_request.head.sha || 'main' }}")),
    /checked out on/
  ],
  [
    'checkout by format()',
    other(TARGET, checkout("${{ format('refs/pull/{0}/merge', github.event.number) }}")),
    /checked out on/
  ],
  [
    'checkout by a step before',
    other(TARGET, `- id: pr\n  run: echo "x=${HEAD}" >> $GITHUB_OUTPUT\n${checkout('${{ steps.pr.outputs.x }}')}`),
    /checked out on/
  ],
  [
    'checkout by GITHUB_ENV',
    other(TARGET, `- run: echo "REF=${HEAD}" >> $GITHUB_ENV\n${checkout('${{ env.REF }}')}`),
    /checked out on/
  ],
  [
    'checkout by a matrix',
    beside(
      `on: ${TARGET}\njobs:\n  x:\n    strategy: { matrix: { r: ["${HEAD}"] } }\n    steps:\n      - uses: actions/checkout@${SHA}\n        with: { ref: "\${{ matrix.r }}" }\n`
    ),
    /checked out on/
  ],
  [
    'checkout by another job',
    beside(
      `on: ${TARGET}\njobs:\n  a:\n    outputs: { r: "${HEAD}" }\n    steps: [{ run: x }]\n  b:\n    needs: a\n    steps:\n      - uses: actions/checkout@${SHA}\n        with: { ref: "\${{ needs.a.outputs.r }}" }\n`
    ),
    /checked out on/
  ],
  ['a package of the head', other(TARGET, `- run: npm i "github:acme/shop#${HEAD}"`), /checked out on/],
  [
    'a comment as a command of an action',
    other('issue_comment', `- uses: acme/run@${SHA}\n  with: { command: "x \${{ github.event.comment.body }}" }`),
    /text that anyone may write/
  ],
  [
    'checkout of the fork',
    other(
      TARGET,
      `- uses: actions/checkout@${SHA}\n  with: { repository: "\${{ github.event.pull_request.head.repo.full_name }}" }`
    ),
    /checked out on/
  ],
  [
    'another checkout action',
    other(TARGET, `- uses: acme/git-checkout@${SHA}\n  with: { target: "${HEAD}" }`),
    /checked out on/
  ],
  [
    'another checkout action with a number',
    other('issue_comment', `- uses: acme/checkout-pr@${SHA}\n  with: { pr: "\${{ github.event.issue.number }}" }`),
    /checked out on/
  ],
  [
    'another action with a ref',
    other(TARGET, `- uses: acme/build@${SHA}\n  with: { ref: "${HEAD}" }`),
    /checked out on/
  ],
  [
    'git clone',
    other(
      TARGET,
      '- run: git clone --branch "$B" "$U" x\n  env:\n    B: ${{ github.head_ref }}\n    U: ${{ github.event.pull_request.head.repo.clone_url }}'
    ),
    /checked out on/
  ],
  [
    'git fetch',
    other(
      'issue_comment',
      '- run: git fetch origin "pull/$N/head" && git checkout FETCH_HEAD\n  env: { N: "${{ github.event.issue.number }}" }'
    ),
    /checked out on/
  ],
  [
    'git checkout of a variable',
    other(
      TARGET,
      '- run: |\n    git fetch origin\n    git checkout "$SHA"\n  env:\n    SHA: ${{ github.event.pull_request.head.sha }}'
    ),
    /checked out on/
  ],
  ['gh pr checkout', other('issue_comment', '- run: gh pr checkout "$N"'), /checked out on/],
  [
    'git apply',
    other(TARGET, `- run: curl -sL "$D" | git apply\n  env: { D: "\${{ github.event.pull_request.diff_url }}" }`),
    /checked out on/
  ],
  ['gh pr diff and git apply', other('issue_comment', '- run: gh pr diff "$N" > x && git apply x'), /checked out on/],
  [
    'an archive',
    other(TARGET, `- run: curl -L "https://codeload.github.com/acme/shop/tar.gz/${HEAD}" | tar xz`),
    /checked out on/
  ],
  [
    'a called workflow',
    {
      workflows: {
        'a.yml': GOOD,
        'b.yml': `on: ${TARGET}\njobs:\n  x:\n    uses: ./.github/workflows/c.yml\n    with: { ref: "${HEAD}" }\n`,
        'c.yml': `on: { workflow_call: { inputs: { ref: { type: string } } } }\njobs:\n  y:\n    steps:\n      - uses: actions/checkout@${SHA}\n        with: { ref: "\${{ inputs.ref }}" }\n`
      }
    },
    /c\.yml.*checked out on/
  ],
  [
    'a called workflow elsewhere that is handed the head',
    beside(
      `on: ${TARGET}\njobs:\n  x:\n    uses: acme/ci/.github/workflows/x.yml@${SHA}\n    with: { what: "${HEAD}" }\n`
    ),
    /is handed the head/
  ],
  [
    'a called workflow elsewhere with the token',
    beside(`on: issue_comment\njobs:\n  x:\n    uses: acme/ci/.github/workflows/x.yml@${SHA}\n`),
    /^unjudged .*is not read/
  ],
  [
    'an artifact that is executed',
    other(
      'workflow_run',
      `- uses: actions/download-artifact@${SHA}\n  with: { run-id: "\${{ github.event.workflow_run.id }}" }\n- run: ./build/report.sh`
    ),
    /an artifact of another run is executed/
  ],
  [
    'an artifact in a directory',
    other('workflow_run', `- uses: actions/download-artifact@${SHA}\n  with: { path: out }\n- run: bash out/post.sh`),
    /an artifact of another run is executed/
  ],
  [
    'an artifact that is built',
    other('workflow_run', '- run: |\n    gh run download "$ID"\n    cd site && npm ci'),
    /an artifact of another run is executed/
  ],
  [
    'an artifact in the environment',
    other(
      'workflow_run',
      `- uses: actions/download-artifact@${SHA}\n  with: { path: out }\n- run: cat out/env >> "$GITHUB_ENV"`
    ),
    /put into the environment/
  ],
  ['a title', other(TARGET, '- run: echo "${{ github.event.pull_request.title }}"'), /text that anyone may write/],
  [
    'a title by an index',
    other(TARGET, `- run: echo "\${{ github['event'].pull_request['title'] }}"`),
    /text that anyone may write/
  ],
  ['the whole event', other(TARGET, `- run: echo '\${{ toJSON(github.event) }}'`), /text that anyone may write/],
  ['the whole context', other('issue_comment', `- run: echo '\${{ toJson( github ) }}'`), /text that anyone may write/],
  [
    'a comment by the environment',
    other('issue_comment', '- run: echo "${{ env.BODY }}"\n  env: { BODY: "${{ github.event.comment.body }}" }'),
    /text that anyone may write/
  ],
  [
    'a title by format()',
    other(TARGET, "- run: echo ${{ format('{0}', github.event.pull_request.title) }}"),
    /text that anyone may write/
  ],
  [
    'a branch in a script of JavaScript',
    other(
      'workflow_run',
      `- uses: actions/github-script@${SHA}\n  with: { script: "f('\${{ github.event.workflow_run.head_branch }}')" }`
    ),
    /text that anyone may write/
  ],
  [
    'a title in the job of the gate',
    changed('run: ./scan.sh', 'run: ./scan.sh "${{ github.event.pull_request.title }}"'),
    /text that anyone may write/
  ],

  // What runs beside the gate
  ['write-all', changed('permissions: { contents: read, checks: write }', 'permissions: write-all'), /`write-all`/],
  [
    'write-all of the workflow',
    changed('permissions: {}', 'permissions: write-all').workflows === undefined
      ? {}
      : {
          workflows: {
            'a.yml': GOOD.replace('permissions: {}', 'permissions: write-all').replace(
              '    permissions: { contents: read, checks: write }\n',
              ''
            )
          }
        },
    /`write-all`/
  ],
  [
    'write-all in another workflow',
    other('pull_request', '- run: npm test', 'permissions: write-all\n'),
    /`write-all`/
  ],
  ['NODE_OPTIONS', job('env: { NODE_OPTIONS: "--require ./hook.js" }'), /`NODE_OPTIONS` loads other code/],
  ['BASH_ENV', job('env: { BASH_ENV: ./x }'), /`BASH_ENV` loads other code/],
  ['a runner of their own', changed('ubuntu-latest', '[self-hosted, linux]'), /not known as GitHub's/],
  ['a group of runners', changed('runs-on: ubuntu-latest', 'runs-on: { group: big }'), /not known as GitHub's/],
  [
    'a local gate without owners',
    { ...changed(GATE, 'uses: ./gate'), local: ['gate'], codeowners: '/.github/ @acme/sec\n/p.yml @acme/sec\n' },
    /gate is run from the checkout/
  ],
  [
    "the gate's code without owners",
    { ...script('node dist/cli.js evaluate --sarif results'), codeowners: '/.github/ @acme/sec\n/p.yml @acme/sec\n' },
    /gate is run from the checkout/
  ],
  [
    'a scan script without owners',
    { codeowners: '/.github/ @acme/sec\n/p.yml @acme/sec\n' },
    /scan\.sh: this runs before the gate/
  ],
  [
    'a local action without owners',
    { ...changed('run: ./scan.sh', 'uses: ./scan'), codeowners: '/.github/ @acme/sec\n/p.yml @acme/sec\n' },
    /scan\/action\.yml: this runs before the gate/
  ],
  ['an action that is not pinned', changed(SHA, 'v5'), /can be exchanged/],
  ['one that always runs', step('if: always()'), /also runs after the job is cancelled/],
  ['no policy', { policy: null }, /there is no policy/],
  ['no owners', { codeowners: null }, /nobody owns this file/],
  ['owners of something else', { codeowners: OWNED.replace('*', '/docs/') }, /nobody owns this file/]
]

test.each(FAULTY)('%s', async (_, setting, expected) => {
  expect(await lines(setting)).toContainEqual(
    expect.stringMatching(
      new RegExp(expected.source.startsWith('^') ? expected.source : `^(?:gap|advice) .*${expected.source}`)
    )
  )
})
