import { describe, expect, test } from '@jest/globals'
import { namesakes } from '../../../src/core/doctor/namesakes.js'
import { gatesIn } from '../../../src/core/doctor/workflows/gates.js'
import { readWorkflow } from '../../../src/core/doctor/workflows/workflow.js'
import { formatProblem } from '../../../src/core/ground/errors.js'

const GROUP = 'concurrency: { group: "policy-gate-${{ github.event.pull_request.number }}" }'
const step = (name: string | null) =>
  `      - uses: policy-gate/policy-gate@x\n        with: { sarif: results${name === null ? '' : `, check-name: ${name}`} }\n`
const workflow = (on: string, name: string | null, { job = '', top = '' } = {}): string =>
  `on: ${on}\n${top}${top === '' ? '' : '\n'}jobs:\n  gate:\n${job === '' ? '' : `    ${job}\n`}    steps:\n${step(name)}`

const lines = (...texts: readonly string[]): readonly string[] => {
  const workflows = texts.flatMap((text, at) => readWorkflow(`${at}.yml`, Buffer.from(text)).workflow ?? [])
  expect(workflows).toHaveLength(texts.length)
  return namesakes(gatesIn(workflows, { actions: null, local: new Set() })).map(each => formatProblem(each))
}

describe('gates that cannot be told apart', () => {
  test.each<[string, readonly string[], RegExp]>([
    [
      'two workflows',
      [workflow('pull_request', null), workflow('pull_request', null)],
      /^1\.yml:5:9: another gate of this name, "Policy gate", is in 0\.yml:5/
    ],
    [
      'two steps',
      [workflow('pull_request', 'A') + step('A')],
      /^0\.yml:8:45: another gate of this name, "A", is in 0\.yml:5/
    ],
    ['in a merge queue', [workflow('merge_group', 'A'), workflow('[push, merge_group]', 'A')], /^1\.yml:6:.*"A"/],
    [
      'all legs of a matrix',
      [workflow('pull_request', null, { job: 'strategy: { matrix: { part: [a, b] } }' })],
      /^0\.yml:4:.*each leg of the matrix/
    ],
    [
      'one group of a job',
      [workflow('pull_request', 'A', { job: GROUP }), workflow('pull_request', 'B', { job: GROUP })],
      /^1\.yml:4:.*0\.yml has the same `concurrency` group/
    ],
    [
      'one group of the workflow',
      [
        workflow('pull_request', 'A', { top: GROUP }),
        workflow('pull_request', 'B', { top: 'concurrency: "policy-gate-${{ github.event.pull_request.number }}"' })
      ],
      /^1\.yml:2:.*has the same `concurrency` group/
    ]
  ])('%s', (_, texts, line) => {
    expect(lines(...texts)).toEqual([expect.stringMatching(line)])
  })

  test.each<[string, readonly string[]]>([
    [
      'a gate and its commands',
      [workflow('pull_request', null, { job: GROUP }), workflow('issue_comment', null, { job: GROUP })]
    ],
    ['a gate and that of the default branch', [workflow('pull_request', null), workflow('[push, schedule]', null)]],
    ['two names', [workflow('pull_request', 'A'), workflow('pull_request', 'B')]],
    [
      'a name for each leg',
      [workflow('pull_request', '"Gate ${{ matrix.part }}"', { job: 'strategy: { matrix: { part: [a, b] } }' })]
    ],
    [
      'groups that name their workflow',
      [
        workflow('pull_request', 'A', { top: 'concurrency: "${{ github.workflow }}-${{ github.ref }}"' }),
        workflow('pull_request', 'B', { top: 'concurrency: "${{ github.workflow }}-${{ github.ref }}"' })
      ]
    ],
    [
      'the command line, which makes no check',
      [
        'on: pull_request\njobs:\n  a:\n    steps:\n      - run: policy-gate evaluate --sarif a\n      - run: policy-gate evaluate --sarif b\n'
      ]
    ]
  ])('not %s', (_, texts) => {
    expect(lines(...texts)).toEqual([])
  })
})
