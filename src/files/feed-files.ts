import { relative, resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { InputFile } from '../core/decision/decision.js'
import type { EpssScores, ExploitFacts, KevCatalogue } from '../core/feeds/feed.js'
import { parseEpss, parseKev, parseVex } from '../core/feeds/parse.js'
import { indexVex } from '../core/feeds/vex.js'
import { configurationError, wholeFile } from '../core/ground/errors.js'
import type { FeedName } from '../core/policy/policy.js'
import { expandPatterns, globOf, isInside, type ListedFile, SARIF_NAME, slashed } from './patterns.js'
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

/**
 * The files of feeds that were asked for, those of `gone` among them that would be if they were still there. Errors:
 * ConfigurationError where there is none.
 */
export const feedFiles = (request: FeedRequest, cwd: string, gone: readonly ListedFile[]): readonly ListedFile[] =>
  (['kev', 'epss', 'vex'] as const).flatMap(kind => filesOf(kind, request[kind], cwd, gone))

/**
 * Reads the feeds that were asked for. One that cannot be read is an error: without it, "not exploited" would be a guess.
 * `atBase` has by path what files are at the base that a change touches, null for none: a statement of VEX, which excuses,
 * is that of the base alone; what tells of danger counts from both. Of those the ones in `gone` are not here any more.
 */
export function readFeeds(
  request: FeedRequest,
  cwd: string,
  atBase: ReadonlyMap<string, Uint8Array | null>,
  gone: readonly ListedFile[]
): FeedsRead {
  const files: InputFile[] = []
  const read = (kind: FeedName) => textsOf(kind, filesOf(kind, request[kind], cwd, gone), files, atBase)
  const kev = read('kev').map(({ name, text }) => parseKev(text, name))
  const epss = read('epss').map(({ name, text }) => parseEpss(text, name))
  const vex = read('vex').flatMap(({ name, text }) => parseVex(text, name))
  return { facts: { kev: uniteKev(kev), epss: uniteEpss(epss), vex: indexVex(vex) }, files }
}

interface FeedText {
  readonly name: string
  readonly text: string
}

function filesOf(
  kind: FeedName,
  patterns: readonly string[],
  cwd: string,
  gone: readonly ListedFile[]
): readonly ListedFile[] {
  const expanded = expandPatterns(patterns, cwd)
  const here = new Set(expanded.files.map(({ path }) => resolve(path)))
  const missing = (pattern: string) =>
    gone.filter(({ path }) => !here.has(path) && wouldFind(pattern.trim(), cwd, path))
  const [unmatched] = expanded.unmatched.filter(pattern => missing(pattern).length === 0)
  if (unmatched !== undefined)
    throw configurationError(`${kind}: nothing matches ${unmatched}`, `Give the ${kind} file, or leave it out`)
  const added = patterns.filter(pattern => pattern.trim() !== '').flatMap(missing)
  return [...expanded.files, ...new Map(added.map(file => [file.name, file])).values()]
}

/** Whether a pattern would find a file of a feed if it were there. */
function wouldFind(pattern: string, base: string, path: string): boolean {
  const literal = resolve(base, pattern)
  if (path === literal || (isInside(literal, path) && SARIF_NAME.test(path))) return true
  const glob = globOf(slashed(pattern), base)
  if (glob === null || !isInside(glob.root, path)) return false
  const shown = slashed(relative(glob.root, path))
  const folders = shown.split('/').map((_, at, parts) => parts.slice(0, at).join('/'))
  const { selection } = glob
  return selection.isFile(shown) || (SARIF_NAME.test(shown) && folders.slice(1).some(each => selection.isWhole(each)))
}

function textsOf(
  kind: FeedName,
  listed: readonly ListedFile[],
  files: InputFile[],
  atBase: ReadonlyMap<string, Uint8Array | null>
): readonly FeedText[] {
  return listed.flatMap(({ path, name }) => {
    const here = readOrNull(path)
    const before = atBase.get(path)
    if (here === null && before === undefined)
      throw configurationError(`${kind}: ${name} does not exist`, `Give the ${kind} file, or leave it out`)
    const counting = before === undefined ? [here] : kind === 'vex' ? [before] : [here, before]
    return counting
      .filter(bytes => bytes !== null)
      .map(bytes => {
        files.push(inputFile(kind, name, bytes))
        return { name, text: feedText(bytes, name) }
      })
  })
}

/** The text of a feed, unpacked where it is compressed. Errors: ConfigurationError where it is not UTF-8, or too large. */
export function feedText(bytes: Uint8Array, name: string): string {
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
