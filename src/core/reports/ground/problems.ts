import { heldBack } from '../../decision/counts.js'
import type { Decision, Outcome } from '../../decision/decision.js'
import { isDependency, reportersOf } from '../../finding.js'
import { ruleTitleOf, titleOf } from './title.js'
import { count } from './wording.js'

/** One place of a problem: what several tools say of it stands together, the worst first. */
export interface ProblemPlace {
  readonly lead: Outcome
  /** What the others say of the same place; each keeps its id, and an exception of its own. */
  readonly others: readonly Outcome[]
}

/**
 * What people see as one thing to fix: one weakness at one place that several tools name, one rule at many places, or one
 * package with all its advisories. A way to show findings: each is judged, counted and excepted on its own.
 */
export interface ProblemRow {
  /** As `titleOf`. */
  readonly title: string
  /** The worst of its findings. */
  readonly lead: Outcome
  readonly places: readonly ProblemPlace[]
  /** All its findings, in the order of the decision. */
  readonly outcomes: readonly Outcome[]
  /** Everybody who reported one of them, each once. */
  readonly tools: readonly string[]
}

// Words that name no weakness: of two rules that share only these nothing follows.
const EMPTY_WORDS = new Set(
  'no not detect detected use uses using used with without non unsafe insecure dangerous potential possible security audit check rule rules avoid injection in of the and for from lang best practice error call function expression missing improper default value data input user literal template string'.split(
    ' '
  )
)

/** Weaknesses that rules name in different words, and their CWE numbers. */
const FAMILIES: readonly { readonly name: string; readonly words: string; readonly cwe: readonly number[] }[] = [
  { name: 'command', words: 'command shell exec child process subprocess spawn system popen', cwe: [77, 78, 88] },
  { name: 'eval', words: 'eval code', cwe: [94, 95] },
  { name: 'sql', words: 'sql sqli query', cwe: [89, 564, 943] },
  { name: 'xss', words: 'xss html innerhtml scripting', cwe: [79, 80] },
  { name: 'path', words: 'path traversal filename directory', cwe: [22, 23, 36, 73] },
  { name: 'crypto', words: 'hash md5 sha1 cipher crypto', cwe: [326, 327, 328, 916] },
  { name: 'redirect', words: 'redirect', cwe: [601] },
  { name: 'deserialize', words: 'deserialize deserialization pickle yaml', cwe: [502] },
  { name: 'request', words: 'ssrf', cwe: [918] },
  { name: 'regex', words: 'regex regexp redos', cwe: [185, 400, 1333] }
]
const familyOf = new Map(
  FAMILIES.flatMap(({ name, words, cwe }) => [
    ...words.split(' ').map(word => [word, name] as const),
    ...cwe.map(number => [`CWE-${number}`, name] as const)
  ])
)

/** What a finding is about: families of its rule's own name, without folders, and of its CWE ids; where none is known the words and ids. */
function topicsOf({ finding: { ruleId, identifiers } }: Outcome): ReadonlySet<string> {
  const name = ruleId.split(/[./:]/).findLast(part => part !== '') ?? ''
  const parts = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
  const words = parts.filter(word => word.length >= 3 && !/^\d+$/.test(word) && !EMPTY_WORDS.has(word))
  return new Set(
    [...words, ...identifiers.filter(id => id.startsWith('CWE-'))].map(topic => familyOf.get(topic) ?? topic)
  )
}

const toolsOf = ({ finding }: Outcome): readonly string[] => reportersOf(finding).map(({ tool }) => tool)

/** Whether two rules mean the same weakness of one line: they give it one CWE, or name it alike. What one rule finds twice is two. */
function isSameWeakness(a: Outcome, b: Outcome): boolean {
  const isOneRule = reportersOf(a.finding).some(own =>
    reportersOf(b.finding).some(({ tool, ruleId }) => tool === own.tool && ruleId === own.ruleId)
  )
  const topics = topicsOf(b)
  return !isOneRule && [...topicsOf(a)].some(topic => topics.has(topic))
}

/** Secrets, packages and what has no line are told apart by more than their place. */
function lineKey({ finding }: Outcome): string | null {
  const { location, category } = finding
  if (location === null || location.startLine === null || category === 'secret' || isDependency(finding)) return null
  return `${location.startLine} ${location.path}`
}

/** So many findings of one line are looked at: a flood on one line is no agreement of tools. */
const MOST_OF_LINE = 8

/** Findings put together by their line, in order; a tool's own findings of one line stay apart. */
export function problemPlaces(outcomes: readonly Outcome[]): readonly ProblemPlace[] {
  type Place = { readonly lead: Outcome; readonly others: Outcome[] }
  const places: Place[] = []
  const byLine = new Map<string, { readonly here: Place[]; seen: number }>()
  for (const outcome of outcomes) {
    const key = lineKey(outcome)
    const line = (key === null ? undefined : byLine.get(key)) ?? { here: [], seen: 0 }
    const isFlood = line.seen >= MOST_OF_LINE
    const same = isFlood
      ? undefined
      : line.here.find(({ lead, others }) => [lead, ...others].every(each => isSameWeakness(each, outcome)))
    line.seen += 1
    if (same !== undefined) {
      same.others.push(outcome)
      continue
    }
    const place = { lead: outcome, others: [] }
    places.push(place)
    if (key === null || isFlood) continue
    line.here.push(place)
    byLine.set(key, line)
  }
  return places
}

/** What makes two places one problem: the package and version, or the rule. */
function problemKey({ finding }: Outcome): string {
  const { package: pack, tool, ruleId } = finding
  return pack !== null && isDependency(finding)
    ? JSON.stringify(['package', pack.name, pack.version])
    : JSON.stringify(['rule', tool, ruleId])
}

/** So many places are asked whether one title fits them all. */
const ASKED = 20

/** What the first finding is called where the others are called so too, else what their rule says of them all. */
function commonTitle(outcomes: readonly Outcome[], { finding }: Outcome): string {
  const title = titleOf(finding)
  const own = outcomes.filter(other => other.finding.ruleId === finding.ruleId).slice(0, ASKED)
  return own.every(other => titleOf(other.finding) === title) ? title : ruleTitleOf(finding)
}

/** One title for all: of several advisories of a package their number. */
function problemTitle(outcomes: readonly Outcome[], lead: Outcome): string {
  const { package: pack } = lead.finding
  const rules = new Set(outcomes.map(({ finding }) => finding.ruleId)).size
  if (pack === null || !isDependency(lead.finding) || rules < 2) return commonTitle(outcomes, lead)
  return `${pack.name}${pack.version === null ? '' : ` ${pack.version}`}: ${count(rules, 'advisory', 'advisories')}`
}

/** The problems of these outcomes, which come worst first: each where its worst finding stands. */
export function problemsOf(outcomes: readonly Outcome[]): readonly ProblemRow[] {
  const groups = new Map<string, ProblemPlace[]>()
  for (const place of problemPlaces(outcomes)) {
    const key = problemKey(place.lead)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [place])
    else group.push(place)
  }
  return [...groups.values()].flatMap(places => {
    const [first] = places
    if (first === undefined) return []
    const all = places.flatMap(({ lead, others }) => [lead, ...others])
    const { lead } = first
    return [{ title: problemTitle(all, lead), lead, places, outcomes: all, tools: [...new Set(all.flatMap(toolsOf))] }]
  })
}

/** The problems of a decision by what comes of their findings. */
export interface DecidedProblems {
  readonly block: readonly ProblemRow[]
  readonly warn: readonly ProblemRow[]
  /** What would block if every rule were enforced. */
  readonly heldBack: readonly ProblemRow[]
}

const decided = new WeakMap<Decision, DecidedProblems>()

/** All problems of a decision that somebody has to look at: worked out once, however often a view is tried for its size. */
export function problemsIn(decision: Decision): DecidedProblems {
  const known = decided.get(decision)
  if (known !== undefined) return known
  const of = (verdict: Outcome['verdict']) =>
    problemsOf(decision.outcomes.filter(outcome => outcome.verdict === verdict))
  const problems = { block: of('block'), warn: of('warn'), heldBack: problemsOf(heldBack(decision.outcomes).block) }
  decided.set(decision, problems)
  return problems
}

/** How many findings these problems have together. */
export const findingTotal = (problems: readonly ProblemRow[]): number =>
  problems.reduce((sum, { outcomes }) => sum + outcomes.length, 0)
