import type { Finding } from '../../finding.js'
import {
  advisoriesOf,
  claimsContent,
  type IdentityKind,
  isInSystem,
  kindOf,
  messageContent,
  namedContent,
  scopeOf,
  secretContent,
  snippetContent
} from '../fingerprint.js'
import { contentAt, type Lines, regionText } from './content.js'

/** How a finding was found again in the baseline. */
export type Pass = 'exact' | 'place' | 'moved' | 'reformatted' | 'edited' | 'alias'

/** A finding while its file is matched. */
export interface Entry {
  readonly index: number
  readonly finding: Finding
  readonly kind: IdentityKind
  readonly scope: string
  /** The finding of several places that it is one place of; null where it is the whole finding. */
  readonly whole: Finding | null
  /** Start line; 0 where the finding stands for its whole file. */
  readonly line: number
  /** What is written at the place, or what the finding names; null where the text is not known. */
  readonly source: string | null
  /** What the finding itself carries; undefined until it is asked for. */
  snippet: string | null | undefined
  claims: string | null | undefined
  message: string | undefined
  /** Fingerprint that an earlier evaluation of ours gave, for baselines. */
  claimed: string | null
  partner: Entry | null
  pass: Pass | null
  /** Why a likely partner was not accepted. */
  doubt: 'ambiguous' | 'elsewhere' | null
  /** Whether the place is part of the change. */
  changed: boolean | null
  /** Whether a diff was asked for that does not tell what became of its line. */
  isLineDoubtful: boolean
  /** Of the baseline: whether its line need not be the one that the base has, which moved on since. */
  isOutrun: boolean
  /** Lock file in which the base already had the dependency, though its manifest is part of the change. */
  lockedBy: string | null
  /** Scope, place and best content, and the number among equal ones; set when fingerprints are given. */
  key: string
  ordinal: number
  fingerprint: string
  /** How many things it stands for, of those that say the same. */
  count: number
  /** How many of the finding's results are its share. */
  occurrences: number
  /** Of what is left when the baseline has fewer that say the same: how many it has. */
  beyond: number | null
}

/** Origins of content, most trusted first. Content of one origin is only compared with content of the same. */
export const CONTENT_ORIGINS = ['source', 'snippet', 'claims', 'message'] as const
export type ContentOrigin = (typeof CONTENT_ORIGINS)[number]

/** The finding prepared for matching; `lines` is the text of its file on its own side of the change. */
export function toEntry(
  finding: Finding,
  index: number,
  lines: Lines | null,
  claimed: string | null,
  whole: Finding | null
): Entry {
  const kind = kindOf(finding)
  return {
    index,
    finding,
    kind,
    scope: scopeOf(finding, kind),
    whole,
    line: finding.location?.startLine ?? 0,
    source: sourceContent(finding, kind, lines),
    snippet: undefined,
    claims: undefined,
    message: undefined,
    claimed,
    partner: null,
    pass: null,
    doubt: null,
    changed: null,
    isLineDoubtful: false,
    isOutrun: false,
    lockedBy: null,
    key: '',
    ordinal: 0,
    fingerprint: '',
    // The places of a finding of several go together.
    count: whole === null ? instancesOf(finding, kind) : 1,
    occurrences: finding.occurrences,
    beyond: null
  }
}

/**
 * How many things the finding stands for. One version of a package has an advisory once, and one secret is one, however
 * often they are told of.
 */
export function instancesOf({ instances, occurrences, package: named, clues }: Finding, kind: IdentityKind): number {
  const isOne = kind === 'dependency' ? named !== null : kind === 'secret' && clues.snippet !== null
  return isOne ? 1 : (instances ?? occurrences)
}

function sourceContent(finding: Finding, kind: IdentityKind, lines: Lines | null): string | null {
  const named = namedContent(finding, kind)
  if (named !== null) return named
  const { location } = finding
  if (location === null) return null
  if (kind === 'secret') {
    // The scanner's own cut of the secret is more exact than its columns, which some tools count differently.
    const cut = snippetContent(finding, kind)
    if (cut !== null || lines === null) return cut
    const value = regionText(lines, location) ?? contentAt(lines, location)
    return value === null ? null : secretContent(value)
  }
  if (location.startLine === null) return 'file'
  const content = lines === null ? null : contentAt(lines, location)
  // What is known by its message elsewhere must not be taken for another one on the same line.
  if (kind === 'dependency') return content === null ? null : `${messageContent(finding)} ${content}`
  return content === null || !agrees(content, finding) ? null : `source ${content}`
}

/** Whether the text can be what the scanner saw: its snippet, if it gave one, and the text overlap. */
function agrees(content: string, { clues: { snippet } }: Finding): boolean {
  if (snippet === null) return true
  const seen = snippet.replace(/\s+/g, '')
  const text = content.replaceAll('\n', '')
  return seen.includes(text) || text.includes(seen) || overlaps(content, seen)
}

/** Long snippets start before or end after what is taken as content: then one whole line of it must be in there. */
const overlaps = (content: string, seen: string): boolean =>
  content.split('\n').some(line => line.length > 3 && (seen.includes(line) || line.includes(seen.slice(0, 60))))

const CONTENTS: Readonly<Record<ContentOrigin, (entry: Entry) => string | null>> = {
  source: entry => entry.source,
  snippet(entry) {
    entry.snippet ??= snippetContent(entry.finding, entry.kind)
    return entry.snippet
  },
  claims(entry) {
    entry.claims ??= claimsContent(entry.finding)
    return entry.claims
  },
  message: messageOf
}

function messageOf(entry: Entry): string {
  entry.message ??= messageContent(entry.finding)
  return entry.message
}

/** Content of the given origin, or null. */
export const contentOf = (entry: Entry, level: ContentOrigin): string | null => CONTENTS[level](entry)

/** The most trusted content that there is. */
export const bestContent = (entry: Entry): string =>
  entry.source ?? contentOf(entry, 'snippet') ?? contentOf(entry, 'claims') ?? messageOf(entry)

/** An order that depends on nothing but the findings, so that the order of the input never shows. */
export function compareEntries(left: Entry, right: Entry): number {
  for (const key of ORDER) {
    const order = compare(key(left), key(right))
    if (order !== 0) return order
  }
  return 0
}

type Comparable = string | number

const compare = (left: Comparable, right: Comparable): number => (left < right ? -1 : left > right ? 1 : 0)

/** What decides, one after the other; all of the finding comes last, since it takes longest to write down. */
const ORDER: readonly ((entry: Entry) => Comparable)[] = [
  ({ line }) => line,
  ({ finding }) => finding.location?.startColumn ?? 0,
  ({ finding }) => finding.location?.endLine ?? 0,
  ({ finding }) => finding.location?.endColumn ?? 0,
  ({ finding }) => finding.ruleId,
  ({ finding }) => finding.tool,
  ({ finding }) => finding.category,
  ({ finding }) => finding.package?.name ?? '',
  ({ finding }) => finding.package?.version ?? '',
  ({ finding }) => finding.message,
  ({ finding }) => finding.clues.snippet ?? '',
  ({ finding }) => finding.firstDetected ?? '',
  ({ finding }) => finding.location?.path ?? '',
  ({ finding }) => JSON.stringify(finding),
  ({ whole }) => JSON.stringify(whole)
]

/** Makes the two partners. */
export function pair(base: Entry, head: Entry, pass: Pass): void {
  base.partner = head
  head.partner = base
  head.pass = pass
}

/**
 * Whether rule, message and the words of the place are all that the two partners have in common. Of a place that is not
 * mapped nobody can read a text, nor follow a line; but nothing writes a header of the system. Of a line that the diff
 * does not tell of, another weak line may have taken the place. A snippet, a fingerprint of the tool, a package, an
 * advisory, a name of what is meant tells more.
 */
export function isByMessageAlone(entry: Entry): boolean {
  const { finding, partner, kind } = entry
  if (partner === null || !(finding.location === null ? isNowhere(finding) : isOnDoubtfulLine(entry))) return false
  if (isNamed(finding, kind) || namesWhatIsMeant(entry)) return false
  return !CONTENT_ORIGINS.some(level => {
    const content = level === 'message' ? null : contentOf(entry, level)
    return content !== null && content === contentOf(partner, level)
  })
}

/** What code at a line names is what it stands in, such as a function, and there may be another one in that. */
const namesWhatIsMeant = ({ finding: { location, clues }, kind }: Entry): boolean =>
  (clues.symbol ?? '') !== '' && (location === null || kind !== 'code')

const isNowhere = (finding: Finding): boolean => finding.placeProblem !== null && !isInSystem(finding)

/** Whether a dependency says which one it is. */
const isNamed = (finding: Finding, kind: IdentityKind): boolean =>
  kind === 'dependency' && (finding.package !== null || advisoriesOf(finding).length > 0)

/** What stands on a line of the change need not be what stood there; of a manifest it touches that goes for any line. */
function isOnDoubtfulLine({ kind, pass, changed, isLineDoubtful }: Entry): boolean {
  const isNear = changed === true && (kind === 'code' || kind === 'dependency')
  // On a line that the diff leads to there is the old secret, whatever else changes beside it.
  const isDoubtful = isNear || (isLineDoubtful && (kind === 'code' || kind === 'secret'))
  return isDoubtful && (pass === 'exact' || pass === 'moved')
}

/** Whether the entry is code at a line that was not found again so far. */
export const unpaired = (entry: Entry): boolean => entry.partner === null && entry.kind === 'code' && entry.line > 0
