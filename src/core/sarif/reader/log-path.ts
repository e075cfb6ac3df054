import type { JsonObject } from '../../ground/json.js'
import type { ResultsProperty, SarifConsumer } from '../input.js'
import { setMember } from './keep.js'
import { type Draft, fail, flaw, type LogPath, type Machine } from './machine.js'
import { type Plan, RESULTS, RUN, RUNS } from './plan.js'

/** Follows the way from the log over its runs to their results, and hands over what has ended. */
export function createLogPath(consumer: SarifConsumer): LogPath & { finish(machine: Machine): void } {
  let sawRuns = false
  let runIndex = 0
  let resultIndex = 0
  let results: ResultsProperty = 'absent'
  let heldBefore = 0
  let heldByRun = 0

  /** What a value is to the path: an element of runs or results, one of these lists, or an ordinary member. */
  const arrives = (machine: Machine, at: number, value: 'object' | 'array' | 'null' | 'scalar'): boolean => {
    const parent = machine.plan
    const role = machine.target.role
    if (parent === null) return value === 'object' || reject(machine, at)
    if (parent.role === RESULTS) return resultArrives(machine, at, value)
    if (parent.role === RUNS) return runArrives(machine, at, value)
    if (role === RUNS) return runsArrive(machine, at, value)
    if (role === RESULTS) return resultsArrive(machine, at, value)
    return true
  }

  const reject = (machine: Machine, at: number): false => {
    fail(machine, at, 'not a SARIF log: the file does not hold a JSON object')
    return false
  }

  const resultArrives = (machine: Machine, at: number, value: string): boolean => {
    heldBefore = machine.held
    if (value !== 'object') flaw(machine, at, `runs[${runIndex}].results[${resultIndex}] is not an object`)
    if (value !== 'object') resultIndex += 1
    return value === 'object'
  }

  const runArrives = (machine: Machine, at: number, value: string): boolean => {
    results = 'absent'
    resultIndex = 0
    heldByRun = machine.held
    if (value !== 'object') flaw(machine, at, `runs[${runIndex}] is not an object`)
    if (value !== 'object') runIndex += 1
    return value === 'object'
  }

  const runsArrive = (machine: Machine, at: number, value: string): boolean => {
    if (sawRuns) flaw(machine, at, 'duplicate member "runs"')
    sawRuns = true
    if (value !== 'array') flaw(machine, at, 'runs is not an array')
    return value === 'array'
  }

  const resultsArrive = (machine: Machine, at: number, value: string): boolean => {
    if (results !== 'absent') flaw(machine, at, `duplicate member "results" in runs[${runIndex}]`)
    // Of two lists of results none is lost; a list beside something else stays visible as malformed.
    const kind = value === 'array' || value === 'null' ? value : 'malformed'
    results = results === 'absent' || results === kind ? kind : 'malformed'
    return value === 'array'
  }

  return {
    opens: (machine, at, isObject) => arrives(machine, at, isObject ? 'object' : 'array'),

    scalar(machine, at, value) {
      const isKept = arrives(machine, at, value === null ? 'null' : 'scalar')
      if (isKept) setMember(machine, at, machine.container as Draft, value)
    },

    closes(machine, at, ended, value) {
      if (ended.role === RUN) {
        machine.held = heldByRun
        consumer.run(runIndex, value as JsonObject, results)
        runIndex += 1
      } else if (machine.plan?.role === RESULTS) {
        machine.held = heldBefore
        resultIndex += 1
        consumer.result(runIndex, value as JsonObject, machine.containers[machine.depth - 1] as JsonObject)
      } else if (machine.plan === null) machine.log = value as Draft
      else if (ended.role !== RUNS && ended.role !== RESULTS) setMember(machine, at, machine.container as Draft, value)
      if (machine.depth > 0 && machine.isObject[machine.depth] === 0)
        machine.target = (machine.plan as Plan).element as Plan
    },

    finish(machine) {
      if (machine.log !== null && !sawRuns) flaw(machine, machine.position, 'not a SARIF log: it has no runs')
      if (machine.log !== null) consumer.log(machine.log as JsonObject)
    }
  }
}
