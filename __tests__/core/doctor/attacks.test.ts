import { describe, expect, test } from '@jest/globals'
import { ACTION, changed, GOOD, lines, POLICY, type Setting, SHA } from './checkout.js'

const GATE_STEP = /- uses: policy-gate[\s\S]*/.exec(GOOD)?.[0] ?? ''
const CALL = 'npx policy-gate evaluate --sarif results'
const COMMAND = GOOD.replace(GATE_STEP, `- run: ${CALL}\n        if: \${{ !cancelled() }}\n`)
const script = (text: string, more = ''): Setting =>
  changed(GATE_STEP, `- run: |\n${text.replace(/^/gm, ' '.repeat(10))}\n        if: \${{ !cancelled() }}\n${more}`)
/** Lines before the gate's own step. */
const before = (steps: string, base = GOOD): Setting =>
  changed('      - run: ./scan.sh', `${steps.replace(/^/gm, '      ')}\n      - run: ./scan.sh`, base)
const run = (text: string): string => `- run: |\n    ${text}`
const job = (to: string): Setting => changed('    name:', `    ${to}\n    name:`)
const input = (text: string): Setting => changed('sarif: results', `sarif: results\n          ${text}`)
const beside = (text: string): Setting => ({ workflows: { 'a.yml': GOOD, 'b.yml': text } })
const other = (steps: string, more = ''): Setting =>
  beside(`on: push\njobs:\n  x:\n    runs-on: ubuntu-latest\n${more}    steps:\n${steps.replace(/^/gm, '      ')}\n`)
const commands = (more: string): Setting =>
  beside(
    GOOD.replace('pull_request:\n  merge_group:', 'issue_comment:')
      .replace('Scan and decide', 'Answer')
      .replace('sarif: results', `sarif: results\n          ${more}`)
  )
const two = (text: string): Setting => ({ workflows: { 'a.yml': text } })
const owned = (setting: Setting, codeowners: string): Setting => ({ ...setting, codeowners })

/** Ways past the gate, and what has to be told of each. */
const ATTACKS: readonly (readonly [string, Setting, RegExp])[] = [
  // What earlier steps leave for the gate
  [
    'NODE_OPTIONS by GITHUB_ENV',
    before(run('echo "NODE_OPTIONS=--require ./x.cjs" >> "$GITHUB_ENV"')),
    /`NODE_OPTIONS` loads/
  ],
  ['LD_PRELOAD by GITHUB_ENV', before(run('echo LD_PRELOAD=$PWD/x.so | tee -a $GITHUB_ENV')), /`LD_PRELOAD` loads/],
  [
    'an input by GITHUB_ENV',
    before(run('echo "INPUT_EXCEPTIONS=all.yml" >> $GITHUB_ENV')),
    /`INPUT_EXCEPTIONS` is taken for an input/
  ],
  [
    'a file by GITHUB_ENV',
    before(run('cat ci/settings.env >> "$GITHUB_ENV"')),
    /what a file holds is put into the environment/
  ],
  [
    'a file by jq',
    before(run('jq -r .env package.json >> "$GITHUB_ENV"')),
    /what a file holds is put into the environment/
  ],
  ['GITHUB_PATH', before(run('echo "$PWD/bin" >> "$GITHUB_PATH"')), /comes first in `PATH`/],
  [
    'GITHUB_PATH by an expression',
    before(run('echo "${{ github.workspace }}/tools" >> $GITHUB_PATH')),
    /comes first in `PATH`/
  ],
  ['GITHUB_PATH by a relative one', before(run('echo node_modules/.bin >> $GITHUB_PATH')), /comes first in `PATH`/],
  ['PATH of the job', job('env: { PATH: "./bin:/usr/bin" }'), /`PATH` loads/],
  ['an input of the job', job('env: { INPUT_VEX: vex/*.json }'), /`INPUT_VEX` is taken for an input/],
  [
    'an input of the workflow',
    two(GOOD.replace('jobs:', 'env: { INPUT_SOURCE-ROOT: base }\njobs:')),
    /`INPUT_SOURCE-ROOT` is taken/
  ],
  [
    'variables of a container',
    job(`container: { image: "node@sha256:${'a'.repeat(64)}", env: { NODE_OPTIONS: "-r ./x" } }`),
    /`NODE_OPTIONS` loads/
  ],
  [
    'an image that can be exchanged',
    job('container: acme/ci:latest'),
    /^advice .*the image acme\/ci:latest can be exchanged/
  ],
  ['an image with a name of its own', job('container: { image: node:24 }'), /^advice .*the image node:24/],
  ['a variable of git', job('env: { GIT_CONFIG_GLOBAL: ./git.cfg }'), /`GIT_CONFIG_GLOBAL` loads/],

  // What is scanned
  [
    'another repository',
    changed(`actions/checkout@${SHA}`, `actions/checkout@${SHA}\n        with: { repository: acme/clean }`),
    /another repository in the place of its own/
  ],
  [
    'the default branch',
    changed(
      `actions/checkout@${SHA}`,
      `actions/checkout@${SHA}\n        with: { ref: "\${{ github.event.repository.default_branch }}" }`
    ),
    /checks out another commit/
  ],
  [
    'git checkout of the base',
    before(run('git fetch origin main && git checkout origin/main')),
    /checks out another commit/
  ],
  ['git switch to the base', before(run('git switch main')), /checks out another commit/],
  ['git reset to the base', before(run('git reset --hard "origin/main"')), /checks out another commit/],
  [
    'git checkout of the base by a variable',
    before(run('git checkout "$GITHUB_BASE_REF"')),
    /checks out another commit/
  ],
  [
    'a part of the tree',
    changed(`actions/checkout@${SHA}`, `actions/checkout@${SHA}\n        with: { sparse-checkout: docs }`),
    /^advice .*only a part of the tree/
  ],
  [
    'the base on pull_request_target beside',
    two(GOOD.replace('  pull_request:', '  pull_request:\n  pull_request_target:')),
    /on `pull_request_target` this checks out the base/
  ],
  [
    'a source-root of the base',
    two(
      before(`- uses: actions/checkout@${SHA}\n  with: { ref: main, path: base }`).workflows?.['a.yml']?.replace(
        'sarif: results',
        'sarif: results\n          source-root: base'
      ) ?? ''
    ),
    /`source-root` is a checkout of another commit/
  ],
  [
    'scans of a cache',
    before(`- uses: actions/cache@${SHA}\n  with: { path: results, key: scan }`),
    /may come from a cache/
  ],
  [
    'scans of a restored cache of everything',
    before(`- uses: actions/cache/restore@${SHA}\n  with: { path: ".", key: x }`),
    /may come from a cache/
  ],
  [
    'scans of another run',
    before(`- uses: actions/download-artifact@${SHA}\n  with: { name: s, path: results, run-id: "\${{ vars.RUN }}" }`),
    /may come from another run/
  ],
  [
    'scans of the newest run of a branch',
    before(
      `- uses: dawidd6/action-download-artifact@${SHA}\n  with: { workflow: scan.yml, branch: main, path: results }`
    ),
    /may come from another run/
  ],
  ['scans by gh', before(run('gh run download "$ID" --dir results')), /may come from another run/],

  // What the gate is asked
  ['the scans as their own baseline', input('baseline: results'), /their own baseline/],
  [
    'a directory above as the baseline',
    two(GOOD.replace('sarif: results', 'sarif: out/now\n          baseline: ./out/**')),
    /their own baseline/
  ],
  ['a baseline that only the run knows', input('baseline: ${{ vars.BASELINE }}'), /which baseline the gate reads/],
  [
    'a check named by the branch',
    input('check-name: Gate ${{ github.head_ref }}'),
    /`check-name` of the gate holds text that whoever/
  ],
  [
    'VEX named by the title',
    input('vex: vex/${{ github.event.pull_request.title }}.json'),
    /`vex` of the gate holds text that whoever/
  ],
  ['--policy-at worktree', script(`${CALL} --policy-at worktree`), /lets the change bring the policy/],
  ['--policy-at=worktree', script(`${CALL} --policy-at=worktree`), /lets the change bring the policy/],
  ['--event push', script(`${CALL} --event push`), /judges the change by its own policy/],
  [
    '--base-sha of the head',
    script(`${CALL} --base-sha "$(git rev-parse HEAD)"`),
    /`--base-sha` is the commit that is judged/
  ],
  ['--base-sha of GITHUB_SHA', script(`${CALL} --base-sha "$GITHUB_SHA"`), /`--base-sha` is the commit that is judged/],
  ['--now', script(`${CALL} --now 2026-01-01T00:00:00Z`), /`--now` stops the clock/],
  ['--baseline of the scans', script(`${CALL} --baseline results`), /their own baseline/],
  ['the newest package', script('npx policy-gate@latest evaluate --sarif results'), /^advice .*can be another version/],
  [
    'another event by an assignment',
    script(`GITHUB_EVENT_NAME=push ${CALL}`),
    /`GITHUB_EVENT_NAME`, which tells whose policy counts/
  ],
  ['no base by unset', script(`unset GITHUB_BASE_REF\n${CALL}`), /`GITHUB_BASE_REF`, which tells whose policy counts/],
  [
    'no base by export',
    script(`export GITHUB_BASE_REF=\n${CALL}`),
    /`GITHUB_BASE_REF`, which tells whose policy counts/
  ],
  [
    'no variables by env -u',
    script(`env -u GITHUB_ACTIONS ${CALL}`),
    /`GITHUB_ACTIONS`, which tells whose policy counts/
  ],
  [
    'no variables by env -i',
    script(`env -i PATH=/usr/bin ${CALL}`),
    /`GITHUB_ACTIONS`, which tells whose policy counts/
  ],
  ['NODE_OPTIONS by export', script(`export NODE_OPTIONS="--import ./x.mjs"\n${CALL}`), /`NODE_OPTIONS` loads/],
  ['PATH by export', script(`export PATH="./bin:$PATH"\n${CALL}`), /`PATH` loads/],
  [
    'a directory with another policy',
    {
      ...two(COMMAND.replace('- run: npx', '- working-directory: demo\n        run: npx')),
      policies: { 'demo/p.yml': `${POLICY}mode: monitor\n` }
    },
    /demo\/p\.yml: no rule blocks/
  ],
  [
    'a directory of the job',
    {
      ...two(COMMAND.replace('    name:', '    defaults: { run: { working-directory: ./demo/ } }\n    name:')),
      policies: { 'demo/p.yml': `${POLICY}mode: monitor\n` }
    },
    /demo\/p\.yml: no rule blocks/
  ],
  [
    'a directory of the workflow without a policy',
    two(COMMAND.replace('jobs:', 'defaults: { run: { working-directory: demo } }\njobs:')),
    /demo\/p\.yml: .*there is no such file/
  ],
  [
    'a directory that only the run knows',
    two(COMMAND.replace('- run: npx', '- working-directory: ${{ vars.DIR }}\n        run: npx')),
    /which policy the gate reads: it runs in/
  ],

  // What becomes of the answer
  [
    'a shell that forgives',
    script(CALL, "        shell: bash -c 'bash {0} || true'\n"),
    /^unjudged .*cannot be followed/
  ],
  ['a shell of another program', script(CALL, '        shell: env bash {0}\n'), /^unjudged .*cannot be followed/],
  [
    'a matrix whose legs are all excluded',
    job('strategy: { matrix: { app: [web], exclude: [{ app: web }] } }'),
    /matrix of the job `gate` may be empty/
  ],
  [
    'a report with the name of the check',
    other(`- uses: acme/action-junit-report@${SHA}\n  with: { check_name: Policy gate }`),
    /an action writes a check/
  ],
  [
    'an action that makes checks',
    other(`- uses: acme/checks-action@${SHA}\n  with: { name: Policy gate, conclusion: success }`),
    /an action writes a check/
  ],
  [
    'a status by a variable',
    other('- run: gh api "repos/acme/shop/statuses/$S" -f context="$NAME"\n  env: { NAME: Policy gate }'),
    /a script writes a check/
  ],
  [
    'comments judged by another policy',
    { ...commands('policy: q.yml'), policies: { 'q.yml': POLICY } },
    /b\.yml.*has another `policy`/
  ],
  ['comments with another exceptions file', commands('exceptions: more.yml'), /b\.yml.*has another `exceptions`/],
  ['comments at another tier', commands('tier: 2'), /b\.yml.*has another `tier`/],
  [
    'one group for all pull requests',
    job('concurrency: { group: gate, cancel-in-progress: true }'),
    /^advice .*all pull requests share this/
  ],
  [
    'one group by the name of the workflow',
    job('concurrency: "${{ github.workflow }}"'),
    /^advice .*all pull requests share this/
  ],

  // Who has to agree
  [
    'a Makefile without owners',
    owned(changed('./scan.sh', 'make scan'), '/.github/ @acme/sec\n/p.yml @acme/sec\n'),
    /^advice Makefile: this runs before the gate/
  ],
  [
    'a script of package.json without owners',
    owned(changed('./scan.sh', 'npm run scan'), '/.github/ @acme/sec\n/p.yml @acme/sec\n'),
    /^advice package\.json: this runs before the gate/
  ],
  [
    'an action of the root without owners',
    owned(changed('run: ./scan.sh', 'uses: ./'), '/.github/ @acme/sec\n/p.yml @acme/sec\n'),
    /^advice action\.yml: this runs before the gate/
  ],

  [
    'a program of another repository at a branch, without owners',
    owned(
      before(
        `- uses: actions/checkout@${SHA}\n  with: { repository: acme/tools, ref: main, path: tools }\n- run: node tools/feeds.js`
      ),
      '/.github/ @acme/sec\n/p.yml @acme/sec\n/scan.sh @acme/sec\n'
    ),
    /^advice tools\/feeds\.js: this runs before the gate/
  ],

  // What GitHub would not take, or nobody can read
  [
    'a key that is there twice',
    changed('    name: Scan and decide', '    if: false\n    name: Scan and decide\n    if: true'),
    /cannot be read/
  ],
  [
    'a merge key',
    two(
      GOOD.replace('jobs:', 'x: &x { continue-on-error: true }\njobs:').replace('    name:', '    <<: *x\n    name:')
    ),
    /cannot be read|passes whatever/
  ],
  ['a second document', two(`${GOOD}---\n${GOOD}`), /cannot be read/],
  [
    'an image in the place of the Action',
    changed(`uses: ${ACTION}`, 'uses: docker://ghcr.io/policy-gate/policy-gate:1'),
    /^unjudged .*not known as the gate/
  ]
]

describe('an attack is told:', () => {
  test.each(ATTACKS)('%s', async (_, setting, expected) => {
    const { source } = expected
    expect(await lines(setting)).toContainEqual(
      expect.stringMatching(new RegExp(source.startsWith('^') ? source : `^gap .*${source}`))
    )
  })
})

/** What looks like one of these, and is none. */
const HARMLESS: readonly (readonly [string, Setting])[] = [
  ['a plain variable for later steps', before(run('echo "VERSION=1.2.3" >> "$GITHUB_ENV"'))],
  ['memory by GITHUB_ENV', before(run('echo "NODE_OPTIONS=--max-old-space-size=4096" >> "$GITHUB_ENV"'))],
  ['tools of the home directory', before(run('echo "$HOME/.local/bin" >> "$GITHUB_PATH"'))],
  ['tools of a package manager', before(run('echo "$(go env GOPATH)/bin" >> "$GITHUB_PATH"'))],
  ['an image by its digest', job(`container: { image: "node@sha256:${'a'.repeat(64)}" }`)],
  [
    'its own repository by name',
    changed(
      `actions/checkout@${SHA}`,
      `actions/checkout@${SHA}\n        with: { repository: "\${{ github.repository }}" }`
    )
  ],
  [
    'another repository in a directory',
    before(`- uses: actions/checkout@${SHA}\n  with: { repository: acme/rules, path: rules }`)
  ],
  [
    'a program of another repository at one commit',
    {
      ...before(
        `- uses: actions/checkout@${SHA}\n  with: { repository: acme/tools, ref: ${SHA}, path: tools }\n- run: node tools/feeds.js`
      ),
      codeowners: '/.github/ @acme/sec\n/p.yml @acme/sec\n/scan.sh @acme/sec\n'
    }
  ],
  ['one file of the base', before(run('git checkout origin/main -- config.json'))],
  ['one file of the base, without dashes', before(run('git checkout main config.json'))],
  ['the base, and back', before(run('git checkout main && ./build.sh; git checkout "$GITHUB_SHA"'))],
  ['a branch that is made', before(run('git checkout -b scan main'))],
  ['a cache of tools', before(`- uses: actions/cache@${SHA}\n  with: { path: ~/.cache/trivy, key: db }`)],
  ['a cache of feeds', before(`- uses: actions/cache@${SHA}\n  with: { path: feeds, key: feeds }`)],
  [
    'scans of a job of this run',
    before(`- uses: actions/download-artifact@${SHA}\n  with: { pattern: scan-*, path: results }`)
  ],
  [
    'a baseline of another run',
    two(
      (
        before(`- uses: dawidd6/action-download-artifact@${SHA}\n  with: { workflow: main.yml, path: baseline }`)
          .workflows?.['a.yml'] ?? ''
      ).replace('sarif: results', 'sarif: results\n          baseline: baseline')
    )
  ],
  ['a baseline below the scans', input('baseline: results/base')],
  ['a baseline beside the scans', input('baseline: results-base')],
  ['baseline: auto', input('baseline: auto')],
  ['a baseline that a step has found', input('baseline: "${{ steps.baseline.outputs.found || \'none\' }}"')],
  [
    'a source-root of the change',
    two(
      GOOD.replace(`checkout@${SHA}`, `checkout@${SHA}\n        with: { path: shop }`).replace(
        'sarif: results',
        'sarif: results\n          source-root: shop'
      )
    )
  ],
  [
    'a check named by a matrix',
    two(
      GOOD.replace(
        '    name: Scan and decide',
        '    strategy: { matrix: { app: [web, api], exclude: [{ app: api }] } }\n    name: Scan ${{ matrix.app }}'
      ).replace('sarif: results', 'sarif: results\n          check-name: Gate ${{ matrix.app }}')
    )
  ],
  ['--policy-at base', script(`${CALL} --policy-at base`)],
  ['--base-sha of the base', script(`${CALL} --base-sha "$(git merge-base origin/main HEAD)"`)],
  ['--base-sha of the parent', script(`${CALL} --base-sha "$(git rev-parse HEAD^1)"`)],
  ['--event merge_group', script(`${CALL} --event merge_group`)],
  ['--event of a variable', script(`${CALL} --event "$GITHUB_EVENT_NAME"`)],
  ['a package with its version', script('npx policy-gate@1.2.3 evaluate --sarif results')],
  ['a variable of its own', script(`export LOG=gate.log\n${CALL}`)],
  ['a PATH of the home directory', script(`export PATH="$HOME/bin:$PATH"\n${CALL}`)],
  ['variables that are only read', script(`echo "$GITHUB_BASE_REF"\n${CALL}`)],
  [
    'a directory with a policy of its own',
    {
      ...two(COMMAND.replace('- run: npx', '- working-directory: web\n        run: npx')),
      policies: { 'web/p.yml': POLICY }
    }
  ],
  ['a shell that is strict', script(CALL, '        shell: bash --noprofile --norc -eo pipefail {0}\n')],
  ['an artifact of that name', other(`- uses: actions/upload-artifact@${SHA}\n  with: { name: Policy gate, path: x }`)],
  ['comments with the same inputs', commands('fail-on: block')],
  [
    'a group for each pull request',
    job('concurrency: { group: "gate/${{ github.event.pull_request.number || github.ref }}" }')
  ],
  ['a time limit', job('timeout-minutes: 0')],
  [
    'a matrix with an include',
    two(
      GOOD.replace(
        '    name: Scan and decide',
        '    strategy: { fail-fast: false, matrix: { app: [web], exclude: [{ app: web }], include: [{ app: api }] } }\n    name: Scan ${{ matrix.app }}'
      ).replace('sarif: results', 'sarif: results\n          check-name: Gate ${{ matrix.app }}')
    )
  ]
]

describe('nothing is told of', () => {
  test.each(HARMLESS)('%s', async (_, setting) => {
    expect((await lines(setting)).filter(line => !line.startsWith('advice b.yml: nobody'))).toEqual([])
  })
})
