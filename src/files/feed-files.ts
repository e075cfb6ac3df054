import { gunzipSync } from 'node:zlib'
import type { InputFile } from '../core/decision/decision.js'
import type { EpssScores, ExploitFacts, KevCatalogue } from '../core/feeds/feed.js'
import { parseEpss, parseKev, parseVex } from '../core/feeds/parse.js'
import { indexVex } from '../core/feeds/vex.js'
import { configurationError, wholeFile } from '../core/ground/errors.js'
import type { FeedName } from '../core/policy/policy.js'
import { expandPatterns, type ListedFile } from './patterns.js'
import { inputFile, readOrNull } from './policy-files.js'

/** Feeds as files or globs (contract §2, §3). */
export interface FeedRequest {
  readonly kev: readonly string[]
  readonly epss: readonly string[]
  readonly vex: readonly string[]
}

/** EPSS has about 300,000 lines, 10 MB; more than this is no feed. */
const LARGEST_FEED = 256 * 1024 * 1024

/** What feeds say, and which files said it. */
export interface FeedsRead {
  readonly facts: ExploitFacts
  readonly files: readonly InputFile[]
}

/** The files of feeds that were asked for. Errors: ConfigurationError where there is none. */
export const feedFiles = (request: FeedRequest, cwd: string): readonly ListedFile[] =>
  (['kev', 'epss', 'vex'] as const).flatMap(kind => filesOf(kind, request[kind], cwd))

/**
 * Reads the feeds that were asked for. One that cannot be read is an error: without it, "not exploited" would be a guess.
 * `atBase` has by path what files are at the base that a change touches, null for none: a statement of VEX, which excuses,
 * is that of the base alone; what tells of danger counts from both.
 */
export function readFeeds(
  request: FeedRequest,
  cwd: string,
  atBase: ReadonlyMap<string, Uint8Array | null>
): FeedsRead {
  const files: InputFile[] = []
  const read = (kind: FeedName) => textsOf(kind, filesOf(kind, request[kind], cwd), files, atBase)
  const kev = read('kev').map(({ name, text }) => parseKev(text, name))
  const epss = read('epss').map(({ name, text }) => parseEpss(text, name))
  const vex = read('vex').flatMap(({ name, text }) => parseVex(text, name))
  return { facts: { kev: uniteKev(kev), epss: uniteEpss(epss), vex: indexVex(vex) }, files }
}

interface FeedText {
  readonly name: string
  readonly text: string
}

function filesOf(kind: FeedName, patterns: readonly string[], cwd: string): readonly ListedFile[] {
  const expanded = expandPatterns(patterns, cwd)
  const [unmatched] = expanded.unmatched
  if (unmatched !== undefined)
    throw configurationError(`${kind}: nothing matches ${unmatched}`, `Give the ${kind} file, or leave it out`)
  return expanded.files
}

function textsOf(
  kind: FeedName,
  listed: readonly ListedFile[],
  files: InputFile[],
  atBase: ReadonlyMap<string, Uint8Array | null>
): readonly FeedText[] {
  return listed.flatMap(({ path, name }) => {
    const here = readOrNull(path)
    if (here === null)
      throw configurationError(`${kind}: ${name} does not exist`, `Give the ${kind} file, or leave it out`)
    const before = atBase.get(path)
    const counting = before === undefined ? [here] : kind === 'vex' ? [before] : [here, before]
    return counting
      .filter(bytes => bytes !== null)
      .map(bytes => {
        files.push(inputFile(kind, name, bytes))
        return { name, text: decode(bytes, name) }
      })
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
