import { expect, test } from '@jest/globals'
import { replaceDiff } from '../../core/identity/builders.js'
import { aLog, aResult, aSarifRun, type Files, withFiles } from '../../e2e/workspace.js'
import { runCommand } from '../run-command.js'

/**
 * Where a tool ran decides which file a finding is in, and so its tier, its state, and what `unless` says of it. A layer
 * below a policy file may say it only on top of what that file sees without it (contract §4, Layers).
 */
const SHA = 'a'.repeat(40)
const ORG = `version: 1
assets:
  - { name: core, paths: ["src/**"], tier: 0 }
  - { name: rest, paths: ["**"], tier: 2 }
rules:
  - { id: org, when: { tier: 0, state: [introduced, unknown] }, unless: { paths: ["docs/**"] }, verdict: block }
  - { id: org-late, when: { tier: [0, 1, 2] }, verdict: warn }
`
const SOURCES: Files = {
  'org/org.yml': ORG,
  'repo/src/a.py': 'one()\ntwo()\n',
  'repo/docs/src/a.py': 'three()\nfour()\n',
  'repo/web/b.py': 'five()\n',
  'repo/docs/web/b.py': 'six()\n',
  'repo/docs/only.py': 'seven()\n',
  'change.diff': replaceDiff('src/a.py', 1, ['zero()'], ['one()'])
}

interface Answer {
  readonly verdict: string
  readonly outcomes: readonly {
    readonly verdict: string
    readonly finding: {
      readonly tier: number
      readonly state: string
      readonly placeProblem: string | null
      readonly locations: readonly { readonly path: string }[]
    }
  }[]
}

async function answerOf(result: object, tools: string | null, isInherited = true): Promise<string> {
  const own = isInherited ? `version: 1\nextends: ["github:acme/policy/org.yml@${SHA}"]\n` : ORG
  const files = {
    ...SOURCES,
    'policy.yml': `${own}${tools === null ? '' : `tools: ${tools}\n`}`,
    'scan.sarif': aLog(aSarifRun('Linty', [result]))
  }
  return withFiles(files, async directory => {
    const run = await runCommand(
      [
        ...['evaluate', '--sarif', 'scan.sarif', '--policy', 'policy.yml', '--diff', 'change.diff'],
        ...['--source-root', 'repo', '--layer-source', 'acme/policy=org', '--format', 'json']
      ],
      directory
    )
    const { outcomes } = JSON.parse(run.stdout) as Answer
    const words = outcomes.map(({ verdict, finding: { tier, state, placeProblem, locations } }) => {
      const paths = locations.map(({ path }) => path)
      return [verdict, state, `tier ${tier}`, ...paths, ...(placeProblem === null ? [] : ['lost'])].join(' ')
    })
    return words.join('; ')
  })
}

const high = { level: 'error' }
const IN_CHANGE = aResult('R', 'src/a.py', 1, high)

test.each<[string, object, string | null, string]>([
  ['nothing is said', IN_CHANGE, null, 'block introduced tier 0 src/a.py'],
  [
    'a folder that has such a file as well',
    IN_CHANGE,
    '{ Linty: { root: docs } }',
    'block introduced tier 0 docs/src/a.py src/a.py'
  ],
  [
    'the same in another case',
    IN_CHANGE,
    '{ LINTY: { root: docs } }',
    'block introduced tier 0 docs/src/a.py src/a.py'
  ],
  ['a folder that has no such file', IN_CHANGE, '{ Linty: { root: web } }', 'block introduced tier 0 src/a.py'],
  [
    'a mount that is a folder of the repository',
    aResult('R', '/work/docs/src/a.py', 1, high),
    '{ Linty: { mounted-at: /work } }',
    'block unknown tier 0 docs/src/a.py lost'
  ],
  [
    'a mount of what one file alone fits',
    aResult('R', '/work/docs/only.py', 1, high),
    '{ Linty: { mounted-at: /work } }',
    'warn existing tier 2 docs/only.py'
  ],
  [
    'a mount below the one that the paths tell',
    aResult('R', '/home/runner/work/r/r/src/a.py', 1, high),
    '{ Linty: { mounted-at: /home/runner/work/r/r/src } }',
    'block introduced tier 0 src/a.py lost'
  ],
  ['what one file alone fits is there', aResult('R', 'only.py', 1, high), null, 'warn existing tier 2 docs/only.py'],
  [
    'the same, and it is said',
    aResult('R', 'only.py', 1, high),
    '{ Linty: { root: docs } }',
    'warn existing tier 2 docs/only.py'
  ],
  ['what several files fit', aResult('R', 'b.py', 1, high), null, 'block unknown tier 0 lost'],
  [
    'what several files fit, and one below says which',
    aResult('R', 'b.py', 1, high),
    '{ Linty: { root: docs/web } }',
    'block unknown tier 0 docs/web/b.py lost'
  ]
])('below a policy file: %s', async (_, result, tools, expected) => {
  expect(await answerOf(result, tools)).toBe(expected)
})

test('in the policy file itself it says where the findings are', async () => {
  expect(await answerOf(IN_CHANGE, '{ Linty: { root: docs } }', false)).toBe('warn existing tier 2 docs/src/a.py')
  expect(await answerOf(aResult('R', 'b.py', 1, high), '{ Linty: { root: docs/web } }', false)).toBe(
    'warn existing tier 2 docs/web/b.py'
  )
})

test('the flow that leads to a finding keeps its steps in the change', async () => {
  const step = { location: { physicalLocation: { artifactLocation: { uri: 'src/a.py' }, region: { startLine: 1 } } } }
  const flow = { ...high, codeFlows: [{ threadFlows: [{ locations: [step] }] }] }
  const result = aResult('R', 'web/b.py', 1, flow)
  expect(await answerOf(result, null)).toBe('warn introduced tier 2 web/b.py')
  expect(await answerOf(result, '{ Linty: { root: docs } }')).toBe('warn introduced tier 2 docs/web/b.py web/b.py')
})
