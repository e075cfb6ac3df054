import { gunzipSync } from 'node:zlib'
import type { InputFile } from '../core/decision/decision.js'
import type { EpssScores, ExploitFacts, KevCatalogue } from '../core/feeds/feed.js'
import { parseEpss, parseKev, parseVex } from '../core/feeds/parse.js'
import { indexVex } from '../core/feeds/vex.js'
import { configurationError, wholeFile } from '../core/ground/errors.js'
import type { FeedName } from '../core/policy/policy.js'
import { expandPatterns } from './patterns.js'
import { inputFile, readOrNull } from './policy-files.js'

/** Feeds as files or globs (contract §2, §3). */
export interface FeedRequest {
  readonly kev: readonly string[]
  readonly epss: readonly string[]
  readonly vex: readonly string[]
}

/** EPSS has about 300,000 lines, 10 MB; more than this is no feed. */
const LARGEST_FEED = 256 * 1024 * 1024

/** Reads the feeds that were asked for. One that cannot be read is an error: without it, "not exploited" would be a guess. */
export function readFeeds(
  request: FeedRequest,
  cwd: string
): { readonly facts: ExploitFacts; readonly files: readonly InputFile[] } {
  const files: InputFile[] = []
  const read = (kind: FeedName) => textsOf(kind, request[kind], cwd, files)
  const kev = read('kev').map(({ name, text }) => parseKev(text, name))
  const epss = read('epss').map(({ name, text }) => parseEpss(text, name))
  const vex = read('vex').flatMap(({ name, text }) => parseVex(text, name))
  return { facts: { kev: uniteKev(kev), epss: uniteEpss(epss), vex: indexVex(vex) }, files }
}

interface FeedText {
  readonly name: string
  readonly text: string
}

function textsOf(kind: FeedName, patterns: readonly string[], cwd: string, files: InputFile[]): readonly FeedText[] {
  const expanded = expandPatterns(patterns, cwd)
  const [unmatched] = expanded.unmatched
  if (unmatched !== undefined)
    throw configurationError(`${kind}: nothing matches ${unmatched}`, `Give the ${kind} file, or leave it out`)
  return expanded.files.map(({ path, name }) => {
    const bytes = readOrNull(path)
    if (bytes === null)
      throw configurationError(`${kind}: ${name} does not exist`, `Give the ${kind} file, or leave it out`)
    files.push(inputFile(kind, name, bytes))
    return { name, text: decode(bytes, name) }
  })
}

function decode(bytes: Uint8Array, name: string): string {
  try {
    const content =
      bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes, { maxOutputLength: LARGEST_FEED }) : bytes
    return new TextDecoder('utf-8', { fatal: true }).decode(content)
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    throw configurationError(`cannot be decoded: ${detail}`, 'Give the file as published', wholeFile(name))
  }
}

/** Several catalogues are united; the oldest date says how fresh they are. */
function uniteKev(catalogues: readonly KevCatalogue[]): KevCatalogue | null {
  if (catalogues.length === 0) return null
  const cves = new Map(catalogues.flatMap(each => [...each.cves]))
  return { released: oldest(catalogues.map(each => each.released)), cves }
}

/** Of several scores of one CVE the highest counts. */
function uniteEpss(feeds: readonly EpssScores[]): EpssScores | null {
  const [first, ...rest] = feeds
  if (first === undefined) return null
  if (rest.length === 0) return first
  const scores = new Map<string, number>()
  for (const [cve, score] of feeds.flatMap(each => [...each.scores]))
    scores.set(cve, Math.max(score, scores.get(cve) ?? 0))
  return { date: oldest(feeds.map(each => each.date)), scores }
}

/** The oldest of the dates; null where one of them is not known, because it may be older still. */
function oldest(dates: readonly (string | null)[]): string | null {
  const [first = null] = dates.filter(date => date !== null).toSorted()
  return dates.includes(null) ? null : first
}
