import { asArray, asObject, asString, type JsonObject, type JsonValue, member, textMember } from '../../ground/json.js'
import { policyRulesOf } from '../gravity/configured.js'
import { overridesOf } from '../gravity/overrides.js'
import { at } from '../members.js'
import { pathContext, pathMapper, type RunPaths } from '../place/paths.js'
import type { PlaceKnowledge } from '../place/positions.js'
import { type RunClaims, runClaims } from '../place/run-claims.js'
import { plainText, visibleName } from '../result/message.js'
import type { RunContext } from '../result/result.js'
import { trailOf } from '../result/trail.js'
import { ruleFinder } from '../rules.js'
import type { StatedCategory } from '../stated-category.js'
import { profileOf } from '../tools/registry.js'

/** Name under which the gate stands as the converter of its own output (SARIF 2.1.0 §3.22). */
export const OWN_NAME = 'Policy Gate'
const NAMELESS_TOOL = 'unknown tool'

/** Keeps one copy of equal texts. */
function sharing(): (value: string) => string {
  const known = new Map<string, string>()
  return value => {
    const before = known.get(value)
    if (before === undefined) known.set(value, value)
    return before ?? value
  }
}

/** What the reading of a file is told, and tells, besides the file. */
export interface ReadingContext {
  readonly places: PlaceKnowledge
  /** What the policy says that a tool finds, by its name. */
  readonly statedOf: (tool: string) => StatedCategory | null
  /** Whether the steps of flows, stacks and related locations are wanted; the file must be read with them then. */
  readonly trails: boolean
  /** Folders in which the tool may have run, as far as an earlier reading tells. */
  readonly folders: readonly string[]
  /** Told what the relative paths of the run lead to. */
  readonly claims: RunClaims
  /** Told of each path that the tree does not have. */
  readonly unlisted: (path: string) => void
  readonly warn: (warning: string) => void
}

/** What the results of a run share, from the run's members besides them. */
export function runContextOf(run: JsonObject, name: string, reading: ReadingContext): RunContext {
  const { places, statedOf, trails, folders, claims, unlisted, warn } = reading
  const tool = asObject(member(run, 'tool'))
  const driver = asObject(member(tool, 'driver'))
  const driverName = textMember(driver, 'name') ?? textMember(driver, 'fullName')
  if (driverName === null) warn('A run does not name its tool.')
  const imageName = textMember(asObject(member(run, 'properties')), 'imageName')
  const toolName =
    driverName === null ? NAMELESS_TOOL : visibleName(plainText(driverName).replace(/\s+/g, ' ')).slice(0, 200)
  // By the name as people see it, which is that of rules and exceptions.
  const profile = profileOf(driverName === null ? '' : toolName)
  const isOwnOutput = asString(at(run, ['conversion', 'tool', 'driver', 'name'])) === OWN_NAME
  // The gate has written paths of the repository, wherever the tool ran.
  const said = isOwnOutput ? undefined : places.tools.get(toolName.toLowerCase())
  const ofRun = { leadingSlash: profile.leadingSlash === true, places: said, folders, claims, unlisted }
  const ways = [ofRun, ...(said?.above ?? []).map((each): RunPaths => ({ ...ofRun, places: each }))]
  // What an image or a host has inside is none of the repository's files.
  const hasTrails = trails && imageName === null && profile.noFiles !== true
  const findRule = ruleFinder(tool)
  return {
    tool: toolName,
    toolVersion: textMember(driver, 'semanticVersion') ?? textMember(driver, 'version'),
    profile,
    sources: [name],
    findRule,
    ruleFacts: new Map(),
    places: ways.map(way => pathMapper(pathContext(run, places, way))),
    stated: statedOf(toolName),
    trailOf: hasTrails ? trailFinder(run, places, ways) : null,
    overrides: overridesOf(run, findRule),
    policyRules: policyRulesOf(run, findRule),
    logicalLocations: asArray(member(run, 'logicalLocations')).map(asObject),
    taxonomies: asArray(member(run, 'taxonomies')).map(asObject),
    imageName,
    isOwnOutput,
    scanLevel: textMember(asObject(member(driver, 'properties')), 'scan_level'),
    share: sharing(),
    warn
  }
}

/** Finds trails. Steps say nothing of where the tool ran: a run that is read without them must have the same places. */
function trailFinder(run: JsonObject, places: PlaceKnowledge, ways: readonly RunPaths[]): RunContext['trailOf'] {
  const mapPaths = ways.map(
    way => pathMapper(pathContext(run, places, { ...way, claims: runClaims(), unlisted: () => {} })).ofLocation
  )
  const steps = asArray(member(run, 'threadFlowLocations')).map(asObject)
  const graphs = asArray(member(run, 'graphs')).map(asObject)
  return result => trailOf(result, { mapPaths, steps, graphs })
}

/** The members of a run that `contextOf` reads. */
const READ = [
  'tool',
  'invocations',
  'originalUriBaseIds',
  'artifacts',
  'logicalLocations',
  'taxonomies',
  'policies',
  'threadFlowLocations',
  'graphs',
  'conversion',
  'properties'
] as const

/** Their values, undefined where one says nothing: to tell whether a run has said all that counts for its results. */
export const tellingMembers = (run: JsonObject): readonly (JsonValue | undefined)[] =>
  READ.map(key => {
    const value = member(run, key)
    const size = Array.isArray(value) ? value.length : Object.keys(asObject(value) ?? {}).length
    return size === 0 ? undefined : value
  })
