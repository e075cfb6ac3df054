import { expect, test } from '@jest/globals'
import { pull } from '../fake-github/state.js'
import {
  type ApprovalWorld,
  afterPush,
  approve,
  BOB,
  CAROL,
  checkOf,
  inDays,
  MALLORY,
  merge,
  POLICY,
  sticky,
  worldInProcess
} from './approval-world.js'
import { aLog, aResult, aSarifRun } from './workspace.js'

// A run that finds what the run before it found writes nothing at all: no check, no comment, no suggestion, no label and no
// pull request, whatever of the views has something to show.

const PATHS = ['src/a.ts', 'pay/b.ts', 'docs/c.md'] as const
const TEXTS = { 'src/a.ts': 'eval(input)', 'pay/b.ts': 'exec(input)', 'docs/c.md': 'text' }

/** A finding in each file; the first has a fix. */
const SCANS = JSON.stringify(
  aLog(
    aSarifRun(
      'CodeQL',
      PATHS.map(path =>
        aResult('js/x', path, 1, {
          level: 'error',
          fixes: [
            {
              artifactChanges: [
                {
                  artifactLocation: { uri: path },
                  replacements: [{ deletedRegion: { startLine: 1 }, insertedContent: { text: 'JSON.parse(input)' } }]
                }
              ]
            }
          ]
        })
      ),
      [{ id: 'js/x', shortDescription: { text: 'Code injection' }, properties: { tags: ['security'] } }]
    )
  )
)

const changed = PATHS.map(filename => ({
  filename,
  status: 'added' as const,
  patch: `@@ -0,0 +1 @@\n+${TEXTS[filename]}`
}))
const sources = Object.fromEntries(PATHS.map(path => [path, `${TEXTS[path]}\n`]))

const scan = (world: ApprovalWorld, env: Readonly<Record<string, string>> = {}) =>
  world.scan(PATHS, { workspace: { ...sources, 'results/out.sarif': SCANS }, env })

test('a second run writes nothing, with suggestions, commands, exceptions and break-glass', async () => {
  const world = await worldInProcess(`${POLICY}suggestions: true\n`, { pulls: [pull({ files: changed })] })
  const { decision } = await scan(world)
  const id = new Map<string, string>(
    decision.outcomes.map(({ finding }: { finding: { id: string; location: { path: string } } }) => [
      finding.location.path,
      finding.id
    ])
  )
  const [a = '', b = '', c = ''] = PATHS.map(path => id.get(path))
  world.write(
    MALLORY,
    [a, b]
      .map(each => `/gate request ${each} reason="The parser needs a release first" expires=${inDays(5)}`)
      .join('\n')
  )
  world.write(BOB, `${approve(a)}\n${approve(b, { expires: inDays(900) })}`)
  const glass = `/gate break-glass ${c} sha=${decision.change.headSha} ticket=INC-77 reason="Checkout is down for everybody"`
  world.write(BOB, glass)
  world.write(CAROL, glass)
  world.write(MALLORY, 'Thanks!\n/gate status')
  await world.answer()
  await scan(world)

  // Everything that a run may show is there.
  for (const shown of [
    /Break-glass: 1 finding passes unreviewed/,
    /### Waiting for approval/,
    /### Exceptions/,
    /### Commands/
  ])
    expect(sticky(world)).toMatch(shown)
  expect(world.repository.reviewComments.length).toBeGreaterThan(0)
  expect(checkOf(world)?.annotations.length).toBeGreaterThan(0)
  expect(world.repository.issues.some(({ labels }) => labels.length > 0)).toBe(true)

  world.written()
  const again = await scan(world)
  expect(again).toMatchObject({ exitCode: 1, outputs: { excepted: '2' } })
  // Another run keeps the scans: the check names it, and nothing that people read is written.
  expect(world.written()).toEqual([expect.stringMatching(/^PATCH \/check-runs\//)])
  await scan(world, { GITHUB_RUN_ID: '503' })
  expect(world.written()).toEqual([])

  // A command that says what is known already, the same: but for the own run, which is not started twice.
  await world.answer()
  world.written()
  await world.answer()
  expect(world.written().filter(write => !write.includes('/rerun'))).toEqual([])
})

test('after the merge the table of what is kept is written once', async () => {
  const world = await worldInProcess()
  const { decision } = await world.scan()
  world.write(BOB, approve(decision.outcomes[0].finding.id))
  merge(world)
  await afterPush(world, ['src/a.ts'])
  expect(world.repository.pulls.at(-1)?.body).toMatch(/\| Finding \| Type \| Why \|/)
  world.written()
  await afterPush(world, ['src/a.ts'])
  expect(world.written()).toEqual([])
})
