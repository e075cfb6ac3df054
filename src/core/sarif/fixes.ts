import type { Replacement } from '../finding.js'
import { asArray, asInteger, asObject, asString, type JsonObject, type JsonValue, member } from '../ground/json.js'
import type { Projection } from './input.js'
import { at } from './members.js'
import { LOG_PROJECTION, TRAIL_LOG_PROJECTION } from './projection.js'

/** Characters of an inserted text; what is longer is no small fix, and is kept to no end. */
const INSERTED = 4_000
/** Replacements of one fix. */
const MOST = 20
/** As in the projection of results. */
const NAME = 1_000
const PATH = 8_192

/** What is kept of the fixes of a result where somebody wants to apply them (SARIF 2.1.0 §3.55 to 3.57). */
const fixes = [
  {
    description: { text: NAME },
    artifactChanges: [
      {
        artifactLocation: { uri: PATH, uriBaseId: PATH, index: true },
        replacements: [
          {
            deletedRegion: { startLine: true, startColumn: true, endLine: true, endColumn: true },
            // One more than is used, so that a text that was cut is told from a whole one.
            insertedContent: { text: INSERTED + 1, binary: 1 }
          }
        ]
      }
    ]
  }
] as const satisfies Projection

/** As `LOG_PROJECTION`, with what fixes replace: read only where the policy wants suggestions. */
const FIX_LOG_PROJECTION = {
  ...LOG_PROJECTION,
  runs: [{ ...LOG_PROJECTION.runs[0], results: [{ ...LOG_PROJECTION.runs[0].results[0], fixes }] }]
} as const satisfies Projection

/** As `TRAIL_LOG_PROJECTION`, likewise. */
const FIX_TRAIL_LOG_PROJECTION = {
  ...TRAIL_LOG_PROJECTION,
  runs: [{ ...TRAIL_LOG_PROJECTION.runs[0], results: [{ ...TRAIL_LOG_PROJECTION.runs[0].results[0], fixes }] }]
} as const satisfies Projection

/** What is kept of a log, by what is asked of it. */
export function logProjection({ trails, fixes: areWanted }: { readonly trails: boolean; readonly fixes: boolean }) {
  if (areWanted) return trails ? FIX_TRAIL_LOG_PROJECTION : FIX_LOG_PROJECTION
  return trails ? TRAIL_LOG_PROJECTION : LOG_PROJECTION
}

/**
 * What the first usable fix of a result replaces in the file that its place names; null where there is none. One that
 * changes another file, or several, is none: half of a fix may be worse than the weakness. The file is told by the very
 * reference that the place has, so that nothing is worked out of it.
 */
export function replacementsOf(result: JsonObject, lead: JsonObject | null): readonly Replacement[] | null {
  const own = asObject(at(lead, ['physicalLocation', 'artifactLocation']))
  for (const fix of asArray(member(result, 'fixes'))) {
    const [change, ...others] = asArray(member(asObject(fix), 'artifactChanges')).map(asObject)
    if (change == null || others.length > 0) continue
    if (!isSameFile(asObject(member(change, 'artifactLocation')), own)) continue
    const written = asArray(member(change, 'replacements'))
    if (written.length === 0 || written.length > MOST) continue
    const replacements = written.flatMap(each => replacementOf(each) ?? [])
    if (replacements.length === written.length) return replacements
  }
  return null
}

/** Some tools leave the base out where they name the file again. */
function isSameFile(named: JsonObject | null, own: JsonObject | null): boolean {
  const [uri, ownUri] = [asString(member(named, 'uri')), asString(member(own, 'uri'))]
  const [base, ownBase] = [member(named, 'uriBaseId'), member(own, 'uriBaseId')]
  if (uri === null && named !== null && own !== null) {
    const index = asInteger(member(named, 'index'))
    return index !== null && index >= 0 && index === asInteger(member(own, 'index'))
  }
  return uri !== null && uri === ownUri && (base === undefined || base === ownBase)
}

/** Null for what counts from the start of the file, replaces bytes, or was cut. */
function replacementOf(value: JsonValue | undefined): Replacement | null {
  const replacement = asObject(value)
  const region = asObject(member(replacement, 'deletedRegion'))
  const startLine = asInteger(member(region, 'startLine'))
  const endLine = number(region, 'endLine', startLine)
  const startColumn = number(region, 'startColumn', 1)
  const endColumn = number(region, 'endColumn', null)
  const inserted = insertedText(member(replacement, 'insertedContent'))
  if (startLine === null || startLine < 1 || endLine == null || endLine < startLine) return null
  if (startColumn == null || startColumn < 1 || endColumn === undefined || inserted === null) return null
  if (endColumn !== null && (endColumn < 1 || (endLine === startLine && endColumn < startColumn))) return null
  return { startLine, startColumn, endLine, endColumn, text: inserted }
}

/** The member; `otherwise` where it is absent, undefined where it is no integer. */
function number(region: JsonObject | null, key: string, otherwise: number | null): number | null | undefined {
  const value = member(region, key)
  return value === undefined ? otherwise : (asInteger(value) ?? undefined)
}

/** Without inserted content the stretch is deleted (§3.57.4). */
function insertedText(content: JsonValue | undefined): string | null {
  if (content === undefined) return ''
  const text = asString(member(asObject(content), 'text'))
  return text === null || text.length > INSERTED || member(asObject(content), 'binary') !== undefined ? null : text
}
