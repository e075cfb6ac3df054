import type { JsonObject } from '../../ground/json.js'
import type { ResultsProperty, SarifConsumer } from '../input.js'
import { setMember } from './keep.js'
import { type Draft, fail, flaw, type LogPath, type Machine } from './machine.js'
import { type Plan, RESULTS, RUN, RUNS } from './plan.js'

/** Where the reading stands on the way from the log over its runs to their results. */
interface Way {
  sawRuns: boolean
  runIndex: number
  resultIndex: number
  /** What the `results` of the run at hand are, as far as they have come. */
  results: ResultsProperty
  /** Bytes held before the result, and before the run, at hand. */
  heldBefore: number
  heldByRun: number
}

/** Kinds of values, as far as the way cares. */
type Arrival = 'object' | 'array' | 'null' | 'scalar'

/** Follows the way from the log over its runs to their results, and hands over what has ended. */
export function createLogPath(consumer: SarifConsumer): LogPath & { finish(machine: Machine): void } {
  const way: Way = { sawRuns: false, runIndex: 0, resultIndex: 0, results: 'absent', heldBefore: 0, heldByRun: 0 }
  return {
    opens: (machine, at, isObject) => arrives(way, machine, at, isObject ? 'object' : 'array'),

    scalar(machine, at, value) {
      const isKept = arrives(way, machine, at, value === null ? 'null' : 'scalar')
      if (isKept) setMember(machine, at, machine.container as Draft, value)
    },

    closes(machine, at, ended, value) {
      if (ended.role === RUN) {
        machine.held = way.heldByRun
        consumer.run(way.runIndex, value as JsonObject, way.results)
        way.runIndex += 1
      } else if (machine.plan?.role === RESULTS) {
        machine.held = way.heldBefore
        way.resultIndex += 1
        consumer.result(way.runIndex, value as JsonObject, machine.containers[machine.depth - 1] as JsonObject)
      } else if (machine.plan === null) machine.log = value as Draft
      else if (ended.role !== RUNS && ended.role !== RESULTS) setMember(machine, at, machine.container as Draft, value)
      if (machine.depth > 0 && machine.isObject[machine.depth] === 0)
        machine.target = (machine.plan as Plan).element as Plan
    },

    finish(machine) {
      if (machine.log !== null && !way.sawRuns) flaw(machine, machine.position, 'not a SARIF log: it has no runs')
      if (machine.log !== null) consumer.log(machine.log as JsonObject)
    }
  }
}

/** What a value is to the way: an element of runs or results, one of these lists, or an ordinary member. */
function arrives(way: Way, machine: Machine, at: number, value: Arrival): boolean {
  const parent = machine.plan
  const role = machine.target.role
  if (parent === null) return value === 'object' || reject(machine, at)
  if (parent.role === RESULTS) return resultArrives(way, machine, at, value)
  if (parent.role === RUNS) return runArrives(way, machine, at, value)
  if (role === RUNS) return runsArrive(way, machine, at, value)
  if (role === RESULTS) return resultsArrive(way, machine, at, value)
  return true
}

function reject(machine: Machine, at: number): false {
  fail(machine, at, 'not a SARIF log: the file does not hold a JSON object')
  return false
}

function resultArrives(way: Way, machine: Machine, at: number, value: Arrival): boolean {
  way.heldBefore = machine.held
  if (value === 'object') return true
  flaw(machine, at, `runs[${way.runIndex}].results[${way.resultIndex}] is not an object`)
  way.resultIndex += 1
  return false
}

function runArrives(way: Way, machine: Machine, at: number, value: Arrival): boolean {
  way.results = 'absent'
  way.resultIndex = 0
  way.heldByRun = machine.held
  if (value === 'object') return true
  flaw(machine, at, `runs[${way.runIndex}] is not an object`)
  way.runIndex += 1
  return false
}

function runsArrive(way: Way, machine: Machine, at: number, value: Arrival): boolean {
  if (way.sawRuns) flaw(machine, at, 'duplicate member "runs"')
  way.sawRuns = true
  if (value !== 'array') flaw(machine, at, 'runs is not an array')
  return value === 'array'
}

function resultsArrive(way: Way, machine: Machine, at: number, value: Arrival): boolean {
  if (way.results !== 'absent') flaw(machine, at, `duplicate member "results" in runs[${way.runIndex}]`)
  // Of two lists of results none is lost; a list beside something else stays visible as malformed.
  const kind = value === 'array' || value === 'null' ? value : 'malformed'
  way.results = way.results === 'absent' || way.results === kind ? kind : 'malformed'
  return value === 'array'
}
