import { cpSync } from 'node:fs'
import { afterEach, expect, test } from '@jest/globals'
import { type Checkout, checkOut, movedBase } from '../action/facts/moved-base.js'
import { pushEvent } from '../fake-github/events.js'
import { approvalWorld, sarifOf } from './approval-world.js'
import { runStep, type StepResult } from './step.js'

const POLICY = `version: 1
rules: [{ id: new, when: { min-severity: high, state: [introduced, unknown] }, verdict: block }]
`
const cleanups: (() => void)[] = []
afterEach(() => {
  for (const clean of cleanups.splice(0)) clean()
})

/** All of them stand before `src/` in a list of files, of which GitHub names 300 for a push. */
const MANY = Object.fromEntries(Array.from({ length: 320 }, (_, at) => [`a/f${at}.txt`, `${at}\n`]))

const FOUND = [
  ['src/a.ts', 20, 'introduced'],
  ['src/a.ts', 5, 'existing'],
  ['src/tail.ts', 2, 'existing'],
  ['a/f319.txt', 1, 'introduced']
] as const

/** SARIF of an error at each of them. */
function found(): string {
  const log = JSON.parse(sarifOf(...FOUND.map(([path]) => path)))
  for (const [index, [, line]] of FOUND.entries())
    log.runs[0].results[index].locations[0].physicalLocation.region.startLine = line
  return JSON.stringify(log)
}

async function pushed(clone: Checkout['clone']) {
  const moved = movedBase(files => files, MANY, { '.github/policy-gate.yml': POLICY })
  cleanups.push(moved.clean)
  const { fork, head } = moved.shas
  const world = await approvalWorld(POLICY, { ...moved.repository, branches: { main: head }, pulls: [] })
  return runStep({
    fake: world.fake,
    event: pushEvent(fork, head),
    workspace: { 'results/out.sarif': found() },
    prepare: directory => cpSync(checkOut(moved, { tree: 'head', clone, files: true }), directory, { recursive: true }),
    inputs: { sarif: 'results' }
  })
}

test.each<[string, Checkout['clone'], boolean]>([
  ['a whole clone lists them all', 'whole', false],
  ['a clone of depth 1 has the texts compared', 'depth 1', true],
  ['files without git have the texts compared', null, true]
])('a push of 321 files, of which GitHub lists 300: %s', async (_, clone, isCut) => {
  const { decision, outputs } = await pushed(clone)
  const states = decision.outcomes.map(
    ({ finding: { location, state } }: StepResult['decision']) => `${location.path}:${location.startLine} ${state}`
  )
  expect(states.sort()).toEqual(FOUND.map(([path, line, state]) => `${path}:${line} ${state}`).sort())
  expect(outputs.verdict).toBe('block')
  expect(decision.notices.some(({ code }: { code: string }) => code === 'diff-cut')).toBe(isCut)
})
