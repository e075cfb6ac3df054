import { CATEGORIES, type Category, type Finding } from '../finding.js'
import { asArray, asObject, type JsonObject, type JsonValue, member } from '../json.js'
import { externalState, type RunState, runState } from './completeness.js'
import { at } from './facts.js'
import { plainText } from './message.js'
import type { ReadProblem, ResultsProperty, RunFacts, SarifConsumer, SarifInput } from './model.js'
import { pathContext, pathMapper } from './paths.js'
import { findingKind, findingOf, type RunContext } from './result.js'
import { ruleFinder, text } from './rules.js'
import { utc } from './time.js'
import { profileOf } from './tools/registry.js'

/** What a file gave, without what only its reader knows (name, digest, size). */
export type Normalised = Pick<SarifInput, 'runs' | 'findings' | 'results' | 'notFindings' | 'problem' | 'warnings'>

/** A consumer of one file that turns its results into findings. */
export interface Normaliser extends SarifConsumer {
  /** Ends the file; `problem` is the reader's, and comes before any found here. Call once. */
  finish(problem: ReadProblem | null): Normalised
}

const NAMELESS_TOOL = 'unknown tool'

/** Keeps one copy of equal texts and of equal lists. */
function sharing() {
  const single = new Map<string, string>()
  const lists = new Map<string, readonly string[]>()
  const keep = <T>(map: Map<string, T>, key: string, value: T): T => {
    const known = map.get(key)
    if (known !== undefined) return known
    map.set(key, value)
    return value
  }
  return {
    share: (value: string) => keep(single, value, value),
    shareAll: (values: readonly string[]) => keep(lists, values.join('\u0000'), values)
  }
}

function contextOf(
  run: JsonObject,
  name: string,
  roots: readonly string[],
  warn: (warning: string) => void
): RunContext {
  const tool = asObject(member(run, 'tool'))
  const driver = asObject(member(tool, 'driver'))
  const driverName = text(driver, 'name') ?? text(driver, 'fullName')
  if (driverName === null) warn('A run does not name its tool.')
  const profile = profileOf(driverName ?? '')
  return {
    tool: driverName === null ? NAMELESS_TOOL : plainText(driverName).replace(/\s+/g, ' ').slice(0, 200),
    toolVersion: text(driver, 'semanticVersion') ?? text(driver, 'version'),
    profile,
    sources: [name],
    findRule: ruleFinder(tool),
    ruleFacts: new Map(),
    mapPath: pathMapper(pathContext(run, roots, profile.leadingSlash === true)),
    invocations: asArray(member(run, 'invocations')).map(asObject),
    logicalLocations: asArray(member(run, 'logicalLocations')).map(asObject),
    taxonomies: asArray(member(run, 'taxonomies')).map(asObject),
    imageName: text(asObject(member(run, 'properties')), 'imageName'),
    scanLevel: text(asObject(member(driver, 'properties')), 'scan_level'),
    ...sharing(),
    warn
  }
}

/** `automationDetails.id` up to its last slash (SARIF 2.1.0 §3.17.3). */
function automationCategory(run: JsonObject): string | null {
  const id = text(asObject(member(run, 'automationDetails')), 'id') ?? ''
  const category = id.slice(0, Math.max(id.lastIndexOf('/'), 0))
  return category === '' ? null : category
}

const valuesOf = (run: JsonObject, list: string, key: string): readonly string[] =>
  asArray(member(run, list)).flatMap(element => text(asObject(element), key) ?? [])

function factsOfRun(
  run: JsonObject,
  context: RunContext,
  counts: { results: number; notFindings: number },
  found: ReadonlySet<Category>,
  state: RunState
): RunFacts {
  const written = new Set<string>([...context.profile.writes, ...found])
  const ends = valuesOf(run, 'invocations', 'endTimeUtc').flatMap(value => utc(value) ?? [])
  return {
    tool: context.tool,
    version: context.toolVersion,
    automationCategory: automationCategory(run),
    ...counts,
    ...state,
    categories: CATEGORIES.filter(category => written.has(category)),
    revisions: [...new Set(valuesOf(run, 'versionControlProvenance', 'revisionId'))],
    endTime: ends.sort().at(-1) ?? null
  }
}

/** The problem of a log that is not SARIF 2.1.0, or null. */
function versionProblem(log: JsonObject, versions: readonly (string | null)[]): string | null {
  const version = text(log, 'version')
  const named210 = /(?:^|[^0-9.])2\.1\.0(?![0-9])/.test(text(log, '$schema') ?? '')
  if (version === '2.1.0') return null
  if (version === null) {
    return named210 ? null : 'The file does not say which version of SARIF it is. Ask the scanner for 2.1.0'
  }
  // gitleaks 8.0 wrote its own version here; the schema that it names is the right one.
  if (named210 && versions.includes(version)) return null
  return `SARIF version ${plainText(version).slice(0, 40)} is not supported. Ask the scanner for 2.1.0`
}

const worse = (state: RunState, other: RunState | null): RunState =>
  other !== null && state.state !== 'failed' && (other.state === 'failed' || state.state === 'complete') ? other : state

/** Inline external properties hold results of some run of this file; which one is not worth trusting. */
function inlineState(log: JsonObject | null): RunState | null {
  return asArray(member(log, 'inlineExternalProperties'))
    .map(value => externalState(asObject(value)))
    .reduce<RunState | null>(
      (worst, state) => (worst === null || state?.state === 'failed' ? (state ?? worst) : worst),
      null
    )
}

/**
 * Turns the parts of one SARIF log into findings and facts about its runs. `name` is the file's name as it appears in
 * `sources`; `roots` are absolute directories, with `/`, that count as the root of the repository.
 */
export function createNormaliser(name: string, options: { readonly roots: readonly string[] }): Normaliser {
  const pending = new Map<number, (JsonObject | null)[]>()
  const findings: Finding[] = []
  const runs: RunFacts[] = []
  const versions: (string | null)[] = []
  const warnings = new Set<string>()
  let log: JsonObject | null = null

  const convert = (results: (JsonObject | null)[], context: RunContext) => {
    const found = new Set<Category>()
    let notFindings = 0
    let fatalResult = false
    for (let position = 0; position < results.length; position++) {
      const result = results[position] ?? {}
      // The raw result is let go as soon as it is a finding: a large run is never in memory twice.
      results[position] = null
      const kind = findingKind(result)
      if (kind === null) {
        notFindings++
        continue
      }
      const finding = findingOf(result, kind, context)
      fatalResult ||= context.profile.fatalRule?.test(finding.ruleId) === true
      found.add(finding.category)
      findings.push(finding)
    }
    return { found, notFindings, fatalResult }
  }

  return {
    result(runIndex, result) {
      const list = pending.get(runIndex)
      if (list === undefined) pending.set(runIndex, [result])
      else list.push(result)
    },
    run(runIndex, run, property: ResultsProperty) {
      const results = pending.get(runIndex) ?? []
      pending.delete(runIndex)
      const context = contextOf(run, name, options.roots, warning => warnings.add(warning))
      const count = results.length
      const { found, notFindings, fatalResult } = convert(results, context)
      const { profile, tool } = context
      const state = runState(run, { results: property, count, fatalResult, profile, tool })
      const driver: JsonValue | undefined = at(run, ['tool', 'driver'])
      versions.push(text(asObject(driver), 'semanticVersion'), text(asObject(driver), 'version'))
      runs.push(factsOfRun(run, context, { results: count, notFindings }, found, state))
    },
    log(members) {
      log = members
    },
    finish(problem) {
      // A file that broke off inside a run: what was read is kept.
      for (const runIndex of [...pending.keys()].sort((a, b) => a - b)) this.run(runIndex, {}, 'array')
      const external = inlineState(log)
      const own = log === null ? 'The file is no SARIF log' : versionProblem(log, versions)
      const empty = runs.length === 0 ? 'The file has no run: nothing says that anything was scanned' : null
      const message = own ?? empty
      return {
        runs: runs.map(run => ({ ...run, ...worse(run, external) })),
        findings,
        results: runs.reduce((sum, run) => sum + run.results, 0),
        notFindings: runs.reduce((sum, run) => sum + run.notFindings, 0),
        problem: problem ?? (message === null ? null : { offset: null, message }),
        warnings: [...warnings].sort()
      }
    }
  }
}
