import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEpss, parseKev } from '../../core/feeds/parse.js'
import { ConfigurationError } from '../../core/ground/errors.js'
import { feedText } from '../../files/feed-files.js'
import { readOrNull, sha256Of } from '../../files/policy-files.js'

/** A feed that can be fetched. */
export interface FeedSource {
  readonly name: 'kev' | 'epss'
  /** In the directory of feeds. */
  readonly file: string
  readonly address: string
  /** Variable of the environment that names another address. */
  readonly variable: string
  /** A larger answer is not this feed. */
  readonly mostBytes: number
}

const MEBIBYTE = 1 << 20

export const FEED_SOURCES: readonly FeedSource[] = [
  {
    // About 1.5 MB.
    name: 'kev',
    file: 'kev.json',
    address: 'https://www.cisa.gov/sites/default/files/feeds/known_exploited_vulnerabilities.json',
    variable: 'POLICY_GATE_KEV_URL',
    mostBytes: 32 * MEBIBYTE
  },
  {
    // About 2 MB, compressed.
    name: 'epss',
    file: 'epss.csv.gz',
    address: 'https://epss.empiricalsecurity.com/epss_scores-current.csv.gz',
    variable: 'POLICY_GATE_EPSS_URL',
    mostBytes: 64 * MEBIBYTE
  }
]

/** What a feed's bytes say of themselves. */
export interface FeedContent {
  /** ISO 8601 UTC. */
  readonly date: string
  readonly entries: number
}

/** Reads a feed as the gate does; a text says why it is none, as a part of a sentence. */
export function contentOfFeed({ name, file }: FeedSource, bytes: Uint8Array): FeedContent | string {
  try {
    const text = feedText(bytes, file)
    const { date, size } = name === 'kev' ? ofKev(text, file) : ofEpss(text, file)
    if (size === 0) return 'it lists nothing'
    return date === null ? 'it does not say of which day it is' : { date, entries: size }
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error
    return `it is not what it should be: ${error.problems.map(({ message }) => message).join('; ')}`
  }
}

function ofKev(text: string, file: string) {
  const { released, cves } = parseKev(text, file)
  return { date: released, size: cves.size }
}

function ofEpss(text: string, file: string) {
  const { date, scores } = parseEpss(text, file)
  return { date, size: scores.size }
}

/** What is kept of a feed beside its file. */
export interface FeedRecord extends FeedContent {
  readonly file: string
  readonly url: string
  /** ISO 8601 UTC. */
  readonly fetchedAt: string
  readonly sha256: string
  readonly bytes: number
}

const INDEX = 'feeds.json'

/** What was fetched before, by the name of the feed; empty where nothing was, or where nobody can read it. */
export function recordsIn(directory: string): ReadonlyMap<string, Partial<FeedRecord>> {
  const bytes = readOrNull(join(directory, INDEX))
  if (bytes === null) return new Map()
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'))
    return new Map(isObject(value) ? Object.entries(value).filter(([, each]) => isObject(each)) : [])
  } catch {
    // Without it the files are judged by what they say themselves.
    return new Map()
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/** A feed that lies in the directory: what it says, or why it is none; null where there is no file. */
export function keptFeed(source: FeedSource, directory: string): FeedContent | string | null {
  const bytes = readOrNull(join(directory, source.file))
  if (bytes === null) return null
  const { sha256 } = recordsIn(directory).get(source.name) ?? {}
  if (typeof sha256 === 'string' && sha256 !== sha256Of(bytes)) return 'it is not the file that was fetched'
  return contentOfFeed(source, bytes)
}

/** Puts a feed and what is known of it in the place of those before; a reader sees the old file or the new one. */
export function keepFeed(source: FeedSource, directory: string, bytes: Uint8Array, record: FeedRecord): void {
  mkdirSync(directory, { recursive: true })
  replace(join(directory, source.file), bytes)
  const all = new Map(recordsIn(directory)).set(source.name, record)
  const sorted = [...all].toSorted(([left], [right]) => (left < right ? -1 : 1))
  replace(join(directory, INDEX), `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`)
}

function replace(path: string, content: Uint8Array | string): void {
  const sibling = `${path}.${process.pid}.tmp`
  try {
    writeFileSync(sibling, content)
    renameSync(sibling, path)
  } catch (error) {
    rmSync(sibling, { force: true })
    throw error
  }
}
