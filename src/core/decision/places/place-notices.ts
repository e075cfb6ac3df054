import type { Notice } from '../../ground/notice.js'
import { isOfUnknownTree } from '../../identity/reach.js'
import type { Outcome } from '../decision.js'
import { isFromElsewhere, toolSetting, unmappedClaim } from './place-advice.js'

/** Groups of places that are told each by itself; the others are only counted. */
const TOLD = 5

/** Findings of one tool whose places fail, or were mended, in one way. */
interface Group {
  readonly tool: string
  /** What they share, such as the folder in which the tool ran. */
  readonly shared: string
  readonly claims: readonly { readonly claim: string; readonly path: string | null }[]
}

const withoutLine = (claim: string): string => claim.replace(/:\d+$/, '')

function groupsOf(outcomes: readonly Outcome[], sharedOf: (outcome: Outcome) => string | null): readonly Group[] {
  const groups = new Map<string, { tool: string; shared: string; claims: { claim: string; path: string | null }[] }>()
  for (const outcome of outcomes) {
    const shared = sharedOf(outcome)
    if (shared === null) continue
    const { tool, location, claimedPlace } = outcome.finding
    const key = `${tool}\n${shared}`
    const group = groups.get(key) ?? { tool, shared, claims: [] }
    groups.set(key, group)
    const claim = withoutLine(claimedPlace ?? unmappedClaim(outcome.finding) ?? '')
    group.claims.push({ claim, path: location?.path ?? null })
  }
  return [...groups.values()].sort((a, b) => b.claims.length - a.claims.length || (a.tool < b.tool ? -1 : 1))
}

/** The directory that all claims lie in, with its slash; empty where they share none. */
function sharedDirectory(claims: readonly string[]): string {
  const [first = [], ...rest] = claims.map(claim => claim.split('/').slice(0, -1))
  const shared = rest.reduce((parts, other) => {
    const apart = parts.findIndex((part, index) => part !== other[index])
    return apart < 0 ? parts : parts.slice(0, apart)
  }, first)
  return shared.map(part => `${part}/`).join('')
}

const findings = (number: number): string => (number === 1 ? '1 finding' : `${number} findings`)

function unmapped(outcomes: readonly Outcome[]): readonly Notice[] {
  const lost = outcomes.filter(({ finding }) => finding.placeProblem !== null)
  const groups = groupsOf(lost, () => '')
  return told('place-unmapped', 'warning', groups, ({ tool, claims }) => {
    const shared = sharedDirectory(claims.map(({ claim }) => claim))
    const [first] = claims
    const where = shared === '' ? `places such as ${first?.claim ?? ''}` : `places in ${shared}`
    const elsewhere = isFromElsewhere(shared === '' ? (first?.claim ?? '') : shared)
    const setting = elsewhere
      ? `If the tool saw the repository there, set ${toolSetting(tool, 'mounted-at', shared.replace(/(?<=.)\/$/, '') || '/src')}`
      : `If the tool ran in a folder of the repository, name it, as in ${toolSetting(tool, 'root', 'services/api')}`
    return `${findings(claims.length)} of ${tool} name ${where} that cannot be mapped into the repository: they count at tier 0 and as new. ${setting}`
  })
}

/** The folder in which a tool ran, or the directory where it saw the repository; empty for any other repair. */
function repairOf({ finding: { location, claimedPlace, placeProblem } }: Outcome): string | null {
  if (location === null || claimedPlace === null || placeProblem !== null) return null
  const claim = withoutLine(claimedPlace)
  if (location.path.endsWith(`/${claim}`)) return `root\n${location.path.slice(0, -claim.length - 1)}`
  if (claim.endsWith(`/${location.path}`)) return `mounted-at\n${claim.slice(0, -location.path.length - 1)}`
  return '\n'
}

function repaired(outcomes: readonly Outcome[]): readonly Notice[] {
  return told('place-repaired', 'info', groupsOf(outcomes, repairOf), ({ tool, shared, claims }) => {
    const [kind = '', value = ''] = shared.split('\n')
    const [{ claim = '', path = '' } = {}] = claims
    const example = `${claim} was taken for ${path}, the only file that fits`
    const about = `The places of ${findings(claims.length)} of ${tool} were worked out: ${example}`
    return kind === 'root' || (kind === 'mounted-at' && value !== '')
      ? `${about}. To say it for good: ${toolSetting(tool, kind === 'root' ? 'root' : 'mounted-at', value)}`
      : about
  })
}

function unchecked(outcomes: readonly Outcome[]): readonly Notice[] {
  const number = outcomes.filter(({ stateReason }) => isOfUnknownTree(stateReason)).length
  if (number === 0) return []
  const message = `${findings(number)} cannot be compared with the change, because the checkout is not here and nobody knows which files the repository has: check out the repository, or give its directory as source-root`
  return [{ level: 'warning', code: 'place-unchecked', message }]
}

function told(
  code: Notice['code'],
  level: Notice['level'],
  groups: readonly Group[],
  sentence: (group: Group) => string
): readonly Notice[] {
  const rest = groups.slice(TOLD).reduce((sum, { claims }) => sum + claims.length, 0)
  const more: readonly Notice[] =
    rest === 0 ? [] : [{ level, code, message: `The same holds for ${findings(rest)} more` }]
  return [...groups.slice(0, TOLD).map((group): Notice => ({ level, code, message: sentence(group) })), ...more]
}

/** What is to be said of places: those that are not mapped with the one setting that mends them, and those worked out. */
export function placeNotices(all: readonly Outcome[]): readonly Notice[] {
  const outcomes = all.filter(({ state }) => state !== 'fixed')
  return [...unmapped(outcomes), ...repaired(outcomes), ...unchecked(outcomes)]
}
