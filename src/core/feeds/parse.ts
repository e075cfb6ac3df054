import { configurationError, wholeFile } from '../ground/errors.js'
import { asArray, asNumber, asObject, asString, type JsonObject, type JsonValue, member } from '../ground/json.js'
import { jsonFaultOf, jsonPlaceOf } from '../ground/json-place.js'
import { isCalendarDate } from '../time/calendar.js'
import { isoInstant, parseIso } from '../time/instant.js'
import type { EpssScores, KevCatalogue, KevEntry, VexProduct, VexStatement } from './feed.js'

const CVE = /^CVE-\d{4}-\d{4,}$/

function parseJson(text: string, name: string, expected: string): JsonObject {
  let value: JsonValue
  try {
    value = JSON.parse(text) as JsonValue
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    throw configurationError(`not JSON: ${detail}`, `Give ${expected}`, jsonFaultOf(name, text))
  }
  const object = asObject(value)
  if (object === null) throw configurationError('not a JSON object', `Give ${expected}`, wholeFile(name))
  return object
}

/**
 * The CISA catalogue of known exploited vulnerabilities, as
 * https://www.cisa.gov/sites/default/files/feeds/known_exploited_vulnerabilities.json has it.
 * An entry without a usable CVE id is an error, and so are fewer entries than it counts: a catalogue read in part would
 * say "not exploited" of the rest.
 */
export function parseKev(text: string, name: string): KevCatalogue {
  const expected = "CISA's known_exploited_vulnerabilities.json"
  const document = parseJson(text, name, expected)
  const entries = member(document, 'vulnerabilities')
  const place = (...path: readonly (string | number)[]) => jsonPlaceOf(name, text, path)
  if (!Array.isArray(entries))
    throw configurationError(
      'has no list `vulnerabilities`',
      `Give ${expected}`,
      entries === undefined ? wholeFile(name) : place('vulnerabilities')
    )
  const count = asNumber(member(document, 'count'))
  if (count !== null && count > entries.length) {
    const message = `says that it has ${count} vulnerabilities, and has ${entries.length}`
    throw configurationError(message, `Give ${expected}, whole`, place('count'))
  }
  const cves = new Map<string, KevEntry>()
  for (const [index, entry] of entries.entries()) {
    const id =
      asString(member(asObject(entry), 'cveID'))
        ?.trim()
        .toUpperCase() ?? ''
    if (!CVE.test(id)) {
      const at = place('vulnerabilities', index, 'cveID')
      throw configurationError(`vulnerabilities[${index}] has no CVE id`, `Give ${expected}, whole`, at)
    }
    cves.set(id, kevEntryOf(asObject(entry)))
  }
  return { released: isoOrNull(asString(member(document, 'dateReleased'))), cves }
}

function kevEntryOf(entry: JsonObject | null): KevEntry {
  const due = textOf(entry, 'dueDate') ?? ''
  return {
    added: asString(member(entry, 'dateAdded')) ?? '',
    dueDate: isCalendarDate(due) ? due : null,
    ransomware: textOf(entry, 'knownRansomwareCampaignUse')?.toLowerCase() === 'known' ? true : null
  }
}

/** EPSS scores as https://epss.empiricalsecurity.com/ writes them: `#model_version:…,score_date:…`, a header, `cve,epss,percentile`. */
export function parseEpss(text: string, name: string): EpssScores {
  const scores = new Map<string, number>()
  let date: string | null = null
  let columns: readonly string[] | null = null
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.trim()
    if (line === '') continue
    if (line.startsWith('#')) {
      date = isoOrNull(/score_date:([^,\s]+)/.exec(line)?.[1] ?? null) ?? date
      continue
    }
    const cells = line.split(',').map(cell => cell.trim())
    if (columns === null) {
      columns = cells.map(cell => cell.toLowerCase())
      if (columns.includes('cve') && columns.includes('epss')) continue
      throw configurationError('the header names no columns cve and epss', 'Give the EPSS CSV file as published', {
        path: name,
        line: index + 1,
        column: 1
      })
    }
    const cve = (cells[columns.indexOf('cve')] ?? '').toUpperCase()
    const score = Number(cells[columns.indexOf('epss')] || Number.NaN)
    if (!CVE.test(cve) || !(score >= 0 && score <= 1)) {
      throw configurationError('not a CVE id with a score from 0 to 1', 'Give the EPSS CSV file as published', {
        path: name,
        line: index + 1,
        column: 1
      })
    }
    scores.set(cve, score)
  }
  if (columns === null) {
    throw configurationError('the file is empty', 'Give the EPSS CSV file as published', {
      path: name,
      line: 1,
      column: 1
    })
  }
  return { date, scores }
}

const VEX_STATUSES = ['not_affected', 'affected', 'fixed', 'under_investigation'] as const

/** OpenVEX statements (https://github.com/openvex/spec, 0.2); a statement that names no vulnerability or status is an error. */
export function parseVex(text: string, name: string): readonly VexStatement[] {
  const document = parseJson(text, name, 'an OpenVEX document')
  const statements = member(document, 'statements')
  if (!Array.isArray(statements))
    throw configurationError(
      'has no list `statements`',
      'Give an OpenVEX document',
      statements === undefined ? wholeFile(name) : jsonPlaceOf(name, text, ['statements'])
    )
  const dated = isoOrNull(textOf(document, 'last_updated') ?? textOf(document, 'timestamp'))
  return statements.map((value, index): VexStatement => {
    const statement = asObject(value)
    const status = VEX_STATUSES.find(each => each === member(statement, 'status'))
    const identifiers = vulnerabilityNames(member(statement, 'vulnerability'))
    if (status === undefined || identifiers.length === 0) {
      throw configurationError(
        `statements[${index}] has no vulnerability or no known status`,
        'Correct the VEX document',
        jsonPlaceOf(name, text, ['statements', index, identifiers.length === 0 ? 'vulnerability' : 'status'])
      )
    }
    const products = productsOf(statement)
    const justification = textOf(statement, 'justification') ?? textOf(statement, 'impact_statement')
    const problem =
      products.length === 0
        ? 'names no product'
        : status === 'not_affected' && justification === null
          ? 'says not_affected without a justification or an impact statement'
          : null
    const date = isoOrNull(textOf(statement, 'last_updated') ?? textOf(statement, 'timestamp')) ?? dated
    return { identifiers, products, status, justification, date, problem }
  })
}

const textOf = (object: JsonObject | null, key: string): string | null => asString(member(object, key))?.trim() || null

function vulnerabilityNames(value: JsonValue | undefined): readonly string[] {
  const object = asObject(value)
  // OpenVEX 0.0.x wrote the id as a plain string.
  const names = object ? [member(object, 'name'), ...asArray(member(object, 'aliases'))] : [value]
  return names.flatMap(each => (typeof each === 'string' && each !== '' ? [each.trim().toUpperCase()] : []))
}

const productsOf = (statement: JsonObject | null): readonly VexProduct[] =>
  asArray(member(statement, 'products')).flatMap(value => {
    const ids = idsOf(value)
    const subcomponents = asArray(member(asObject(value), 'subcomponents')).flatMap(idsOf)
    return ids.length === 0 ? [] : [{ ids, subcomponents }]
  })

/** A product by its id and its package URL, which stand beside each other; a plain text in the form of before. */
function idsOf(value: JsonValue): readonly string[] {
  if (typeof value === 'string') return [value]
  const component = asObject(value)
  const purl = textOf(asObject(member(component, 'identifiers')), 'purl')
  return [...new Set([textOf(component, '@id'), purl].flatMap(id => id ?? []))]
}

function isoOrNull(text: string | null): string | null {
  const time = text === null ? null : parseIso(text)
  return time === null ? null : isoInstant(time)
}
