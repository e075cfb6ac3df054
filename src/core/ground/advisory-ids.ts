/** Ids of advisories, each with its usual spelling. Order does not matter: an id matches one pattern only. */
const ADVISORIES: readonly (readonly [RegExp, (id: string) => string])[] = [
  [/\bGHSA(?:-[23456789cfghjmpqrvwx]{4}){3}(?![a-z0-9])/gi, id => `GHSA${id.slice(4).toLowerCase()}`],
  [
    /(?<![A-Za-z0-9])(?:CVE-\d{4}-\d{4,19}|GO-\d{4}-\d{4,9}|RUSTSEC-\d{4}-\d{4,9}|PYSEC-\d{4}-\d{1,9}|OSV-\d{4}-\d{1,9}|MAL-\d{4}-\d{1,9}|BDSA-\d{4}-\d{4,9}|USN-\d{1,6}-\d{1,3}|D[SL]A-\d{3,6}-\d{1,3}|ALAS2?-\d{4}-\d{1,6}|RH[SBE]A-\d{4}:\d{1,9}|ELSA-\d{4}-\d{1,9})(?![0-9])/gi,
    id => id.toUpperCase()
  ],
  [/(?<![A-Za-z0-9])SNYK-(?!CC-)[A-Z]{2,}[A-Z0-9]{0,20}-[A-Z0-9]{1,60}-\d{1,12}(?!\d)/g, id => id]
]
/** All the ways in which tools spell CWE ids: `CWE-89: …`, `external/cwe/cwe-089`, `CWE:614`, `CWE-532 Insertion…`. */
const CWE = /(?<![a-z])cwe[-: _/]{1,2}0{0,4}([1-9]\d{0,4})(?!\d)/gi
/** Address of the definition of a weakness. */
const CWE_ADDRESS = /cwe\.mitre\.org\/data\/definitions\/0{0,4}([1-9]\d{0,4})(?!\d)/gi

/** What every advisory id holds; most texts have nothing like it. */
const ADVISORY_HINT = /(?:cve|ghsa|go|bit|sec|osv|mal|bdsa|usn|d[sl]a|alas2?|rh[sbe]a|elsa|snyk)-/i
const NONE: readonly string[] = []

/** Ids of databases that number an advisory as its CVE is numbered: Bitnami's, with the name of the component between. */
const NUMBERED_AS_CVE = /(?<![A-Za-z0-9])BIT-[a-z0-9][a-z0-9._+-]{0,80}?-(\d{4}-\d{4,19})(?![0-9])/gi

const bitnamiIn = (value: string): readonly string[] =>
  Array.from(value.matchAll(NUMBERED_AS_CVE), ([id, number]) => [
    `BIT-${id.slice(4).toLowerCase()}`,
    `CVE-${number}`
  ]).flat()

/** Advisory ids (CVE, GHSA and the like) in a text, in their usual spelling. */
export function advisoriesIn(value: string): readonly string[] {
  if (!value.includes('-') || !ADVISORY_HINT.test(value)) return NONE
  const ids = ADVISORIES.flatMap(([pattern, spelling]) => (value.match(pattern) ?? []).map(spelling))
  return /bit-/i.test(value) ? [...ids, ...bitnamiIn(value)] : ids
}

/** CWE ids in a text, as `CWE-89`. */
export const weaknessesIn = (value: string): readonly string[] =>
  /cwe/i.test(value) ? [...value.matchAll(CWE), ...value.matchAll(CWE_ADDRESS)].map(match => `CWE-${match[1]}`) : NONE

/** How ids begin that can be read out of what scanners write, in the order in which people look for them. */
const FAMILIES = 'CVE GHSA CWE GO RUSTSEC PYSEC OSV MAL BDSA USN DSA DLA ALAS ALAS2 RHSA RHBA RHEA ELSA BIT SNYK'.split(
  ' '
)

/**
 * Why a name, or a glob of names, is none that a finding can have, with what to write; null where it may be. Case does not
 * matter.
 */
export function identifierMisfit(value: string): { readonly reason: string; readonly hint: string } | null {
  const wildcard = value.search(/[*?{]/)
  if (wildcard >= 0) {
    const head = value.slice(0, wildcard).toUpperCase()
    const isNear = FAMILIES.some(family => `${family}-`.startsWith(head) || head.startsWith(`${family}-`))
    return isNear ? null : NO_FAMILY
  }
  const known = [value, value.toUpperCase()].flatMap(each => [...advisoriesIn(each), ...weaknessesIn(each)])
  if (known.some(id => id.toUpperCase() === value.toUpperCase())) return null
  const [meant] = known
  return meant === undefined ? NO_FAMILY : { reason: 'is not how it is written', hint: `Write \`${meant}\`` }
}

const NO_FAMILY = {
  reason: 'is no identifier that a finding can have',
  hint: `Write a whole one, such as \`CVE-2026-1234\`; they begin with ${FAMILIES.join('-, ')}-`
}

/** Databases that give a vulnerability one id: a finding that bears several of one is about several. */
export const ONE_ID_EACH = ['CVE', 'GHSA'] as const

/**
 * The ids that tell the vulnerabilities of a finding apart, where it is about several: by each database that has one for
 * all of them. There are as many as CVE or GitHub has ids, whatever other names they have (an update of a distribution may
 * name one twice); where neither has any, the longest list counts. Empty where all ids may be names of one.
 */
export function listsOfSeveral(identifiers: readonly string[]): readonly (readonly string[])[] {
  const byDatabase = new Map<string, string[]>()
  for (const id of identifiers) {
    const database = /^[A-Za-z]+/.exec(id)?.[0].toUpperCase() ?? ''
    if (database === 'CWE') continue
    const ids = byDatabase.get(database)
    if (ids === undefined) byDatabase.set(database, [id])
    else ids.push(id)
  }
  const lists = [...byDatabase.values()]
  const told = ONE_ID_EACH.flatMap(database => byDatabase.get(database)?.length ?? [])
  const count = Math.max(0, ...(told.length > 0 ? told : lists.map(ids => ids.length)))
  return count < 2 ? [] : lists.filter(ids => ids.length >= count)
}

/** Whether all that the ids tell of is meant: each of several vulnerabilities, or of one any of its names. */
export function isAboutAllOf(identifiers: readonly string[], isMeant: (id: string) => boolean): boolean {
  const lists = listsOfSeveral(identifiers)
  return lists.length === 0 ? identifiers.some(isMeant) : lists.some(ids => ids.every(isMeant))
}
