import { asArray, asObject, type JsonObject, type JsonValue, member } from '../../ground/json.js'
import { pathContext, pathMapper } from '../place/paths.js'
import { plainText, visibleName } from '../result/message.js'
import type { RunContext } from '../result/result.js'
import { ruleFinder, textMember } from '../rules.js'
import { profileOf } from '../tools/registry.js'

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

/** What the results of a run share, from the run's members besides them. */
export function runContextOf(
  run: JsonObject,
  name: string,
  roots: readonly string[],
  warn: (warning: string) => void
): RunContext {
  const tool = asObject(member(run, 'tool'))
  const driver = asObject(member(tool, 'driver'))
  const driverName = textMember(driver, 'name') ?? textMember(driver, 'fullName')
  if (driverName === null) warn('A run does not name its tool.')
  const profile = profileOf(driverName ?? '')
  return {
    tool: driverName === null ? NAMELESS_TOOL : visibleName(plainText(driverName).replace(/\s+/g, ' ')).slice(0, 200),
    toolVersion: textMember(driver, 'semanticVersion') ?? textMember(driver, 'version'),
    profile,
    sources: [name],
    findRule: ruleFinder(tool),
    ruleFacts: new Map(),
    mapPath: pathMapper(pathContext(run, roots, profile.leadingSlash === true)),
    invocations: asArray(member(run, 'invocations')).map(asObject),
    logicalLocations: asArray(member(run, 'logicalLocations')).map(asObject),
    taxonomies: asArray(member(run, 'taxonomies')).map(asObject),
    imageName: textMember(asObject(member(run, 'properties')), 'imageName'),
    scanLevel: textMember(asObject(member(driver, 'properties')), 'scan_level'),
    share: sharing(),
    warn
  }
}

/** The members of a run that `contextOf` reads. */
const READ = [
  'tool',
  'invocations',
  'originalUriBaseIds',
  'artifacts',
  'logicalLocations',
  'taxonomies',
  'properties'
] as const

/** Their values, undefined where one says nothing: to tell whether a run has said all that counts for its results. */
export const tellingMembers = (run: JsonObject): readonly (JsonValue | undefined)[] =>
  READ.map(key => {
    const value = member(run, key)
    const size = Array.isArray(value) ? value.length : Object.keys(asObject(value) ?? {}).length
    return size === 0 ? undefined : value
  })
