import { asArray, asObject, asString, type JsonObject, member } from '../core/ground/json.js'
import type { GateResult } from '../gate/gate.js'
import type { ScanSite } from '../gate/request.js'
import type { OwnCheck } from '../github/requests.js'
import { type Basis, basisFrom, basisMembers } from './basis.js'

/**
 * What a run keeps in its check, so that a later one finds the same places and texts for the same scans. It is the word
 * of whoever may write checks: of the commit until that bears it out, of the site as of the answer that it stands with.
 */
export interface ScanRecord {
  /** The commit that was scanned. */
  readonly sha: string
  /** False: it is the likeliest one. */
  readonly isCertain: boolean
  readonly site: ScanSite | null
}

/** What an evaluation is to keep; null where nobody can tell what was scanned. */
export const recordFrom = ({
  scannedSha,
  isCertain,
  site
}: Pick<GateResult['scanned'], 'scannedSha' | 'isCertain' | 'site'>): ScanRecord | null =>
  scannedSha === null ? null : { sha: scannedSha, isCertain, site }

const START = '<!-- policy-gate-scan '
const END = ' -->\n'

/** The record is part of a text that people read: of more paths the later ones are left out, and are unmapped then. */
const MOST_BYTES = 12_000
const MOST_ITEMS = 200

/** The record as the first line of the check's text, where nothing that a scan says can stand; empty for none. */
export function writtenRecord(record: ScanRecord | null, basis: Basis | null = null): string {
  if (record === null && basis === null) return ''
  const { isCertain, site } = record ?? { isCertain: false, site: null }
  const common = { certain: isCertain, ...(basis === null ? {} : basisMembers(basis)) }
  for (let count = MOST_ITEMS; count >= 1; count = Math.floor(count / 2)) {
    const cut = site === null ? null : cutSite(site, count)
    const line = `${START}${escaped(JSON.stringify({ ...common, ...cut }))}${END}`
    if (Buffer.byteLength(line) <= MOST_BYTES) return line
  }
  return `${START}${escaped(JSON.stringify(common))}${END}`
}

const cutSite = ({ roots, subfolder, siblings, outside, edited }: ScanSite, count: number): ScanSite => ({
  roots,
  subfolder,
  siblings: siblings.slice(0, count),
  outside: outside.slice(0, count),
  // One that is left out would pass for one that has the text of the commit.
  edited: edited === null || edited.length > count ? null : edited
})

/** No path ends the comment, begins another one or mentions anybody. */
const escaped = (json: string): string =>
  json.replace(/[<>@`&-]/g, letter => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** The record of a check; null where it names no commit. */
export function recordIn(check: OwnCheck | null): ScanRecord | null {
  const scannedSha = check?.scannedSha ?? null
  if (scannedSha === null) return null
  const parsed = lineIn(check)
  if (parsed === null) return { sha: scannedSha, isCertain: false, site: null }
  return { sha: scannedSha, isCertain: member(parsed, 'certain') === true, site: siteIn(parsed) }
}

/** What the answer of a check rests on; null where it does not tell. */
export const basisIn = (check: OwnCheck | null): Basis | null => basisFrom(lineIn(check))

function lineIn(check: OwnCheck | null): JsonObject | null {
  const text = check?.text ?? null
  const line = text?.startsWith(START) ? text.slice(START.length).split(END, 1)[0] : undefined
  return line === undefined ? null : parsedObject(line)
}

function parsedObject(json: string): JsonObject | null {
  try {
    return asObject(JSON.parse(json))
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

function siteIn(record: JsonObject): ScanSite | null {
  if (member(record, 'siblings') === undefined) return null
  const roots = texts(record, 'roots').filter(root => /^(?:\/|[A-Za-z]:)/.test(root))
  const site = { roots, subfolder: asString(member(record, 'subfolder')) }
  const edited = Array.isArray(member(record, 'edited')) ? texts(record, 'edited') : null
  return { ...site, siblings: texts(record, 'siblings'), outside: texts(record, 'outside'), edited }
}

const texts = (record: JsonObject, key: string): readonly string[] =>
  asArray(member(record, key)).flatMap(each => asString(each) ?? [])
