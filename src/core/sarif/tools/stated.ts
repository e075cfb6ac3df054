import { type JsonObject, type JsonValue, member } from '../../ground/json.js'
import { remembered } from '../../ground/remembered.js'

/**
 * Members under which tools state facts that the standard has no place for, by the words of their names. Every tool
 * spells them in its own way: each stands for all its spellings.
 */
const NAMES = {
  /** A word of severity. Of scales of their own: they raise what a level says, and never lower it. */
  severity: [
    'severity',
    'severity level',
    'severity rating',
    'severity label',
    'severity name',
    'severity text',
    'base severity',
    'max severity',
    'cvss severity',
    'cvss base severity',
    'cvss v3 severity',
    'cvss v3 base severity',
    'cvss v4 severity',
    'cvss v4 base severity',
    'cvssv3 severity',
    'cvss3 severity',
    'cvss4 severity',
    'issue severity',
    'finding severity',
    'alert severity',
    'rule severity',
    'vulnerability severity',
    'risk',
    'risk level',
    'risk rating',
    'risk severity',
    'security risk',
    'threat level',
    'priority',
    'priority level',
    'criticality',
    'criticality level'
  ],
  /** A score of CVSS, or its vector. */
  score: [
    'security severity',
    'severity score',
    'base score',
    'cvss',
    'cvss score',
    'cvss base score',
    'cvss rating',
    'cvss v3',
    'cvss v3 score',
    'cvss v3 base score',
    'cvss v31',
    'cvss v31 score',
    'cvss v31 base score',
    'cvss v4',
    'cvss v4 score',
    'cvss v4 base score',
    'cvss3',
    'cvss3 score',
    'cvss3 base score',
    'cvss31 score',
    'cvss4 score',
    'cvss4 base score',
    'cvss vector',
    'cvss vector string',
    'cvss v3 vector',
    'cvss v3 vector string',
    'cvssv3 score',
    'cvssv3 vector',
    'cvssv3 vector string',
    'cvss3 vector',
    'vector',
    'vector string'
  ],
  advisory: [
    'cve',
    'cves',
    'cve id',
    'cve ids',
    'cve list',
    'ghsa',
    'ghsa id',
    'ghsa ids',
    'osv',
    'osv id',
    'advisory',
    'advisory id',
    'advisory ids',
    'advisories',
    'vulnerability id',
    'vulnerability ids',
    'vulnerability',
    'vuln id',
    'vuln ids',
    'identifiers',
    'identifier',
    'aliases',
    'alias'
  ],
  weakness: ['cwe', 'cwes', 'cwe id', 'cwe ids', 'cwe list', 'cwe number', 'weakness', 'weaknesses', 'weakness id'],
  purl: ['purl', 'purls', 'package url', 'package urls', 'packageurl', 'bom ref', 'affected', 'affects'],
  /** Of which kind a finding is. */
  kind: [
    'kind',
    'type',
    'category',
    'categories',
    'class',
    'alert type',
    'issue type',
    'finding type',
    'finding kind',
    'finding category',
    'result type',
    'result kind',
    'vulnerability type',
    'scan type',
    'scanner',
    'scanner type'
  ],
  /** How it stands with a suppression, in whatever case the members of the standard are written. */
  standing: ['status', 'state', 'review status', 'approval status', 'suppression status', 'suppression state'],
  /** When a suppression ends. */
  end: [
    'expires',
    'expires at',
    'expires on',
    'expires utc',
    'expiry',
    'expiry utc',
    'expiry date',
    'expiry date utc',
    'expiry time',
    'expiration',
    'expiration utc',
    'expiration date',
    'expiration date utc',
    'expiration time',
    'valid until',
    'valid to',
    'until',
    'end date',
    'end date utc',
    'end time',
    'end time utc',
    'ends at'
  ]
} as const satisfies Readonly<Record<string, readonly string[]>>

export type StatedKind = keyof typeof NAMES

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

/** `severity level`: severityLevel, SeverityLevel, severity_level, severity-level, SEVERITY_LEVEL and so on. */
function spellingsOf(name: string): readonly string[] {
  const words = name.split(' ')
  const pascal = words.map(capital).join('')
  const camel = pascal.charAt(0).toLowerCase() + pascal.slice(1)
  const joined = ['_', '-', ' ', ''].flatMap(sign => [
    words.join(sign),
    words.map(capital).join(sign),
    words.join(sign).toUpperCase()
  ])
  return [...new Set([camel, pascal, ...joined])]
}

/** Of each kind the bit that stands for it where several kinds are one number. */
const BITS = {
  severity: 1,
  score: 2,
  advisory: 4,
  weakness: 8,
  purl: 16,
  kind: 32,
  end: 64,
  standing: 128
} as const satisfies Record<StatedKind, number>

const KINDS = Object.keys(BITS) as readonly StatedKind[]

/** Kinds as one number. */
export const bitsOf = (...kinds: readonly StatedKind[]): number => kinds.reduce((bits, kind) => bits | BITS[kind], 0)

/** A name without what its spellings differ in: to be one of them it must be equal in this. */
const bare = (name: string): string => name.toLowerCase().replace(/[ _-]/g, '')

/** The names that are equal in that, with their kinds. That there are ten spellings of each is of no moment at the start. */
let named: Map<string, (readonly [name: string, bit: number])[]> | null = null

function namesByBare(): Map<string, (readonly [name: string, bit: number])[]> {
  const all = new Map<string, (readonly [name: string, bit: number])[]>()
  for (const kind of KINDS)
    for (const name of NAMES[kind]) all.set(bare(name), [...(all.get(bare(name)) ?? []), [name, BITS[kind]]])
  return all
}

/** No name is longer. */
const LONGEST = 40

/** The kinds of fact that a member of this name states, in any of its spellings, as one number; 0 for most names. */
export const statedBy = remembered((name: string): number => {
  if (name.length > LONGEST) return 0
  named ??= namesByBare()
  return (named.get(bare(name)) ?? []).reduce(
    (bits, [candidate, bit]) => (spellingsOf(candidate).includes(name) ? bits | bit : bits),
    0
  )
})

/** Whether a member of this name states a fact of this kind. */
export const states = (name: string, kind: StatedKind): boolean => (statedBy(name) & BITS[kind]) !== 0

/** The members of an object that state such a fact, in the order of the list above, whatever theirs. */
export function statingMembers(object: JsonObject | null, kind: StatedKind): readonly (JsonValue | undefined)[] {
  const names = Object.keys(object ?? {}).filter(name => states(name, kind))
  if (names.length > 1) {
    const order = NAMES[kind].flatMap(spellingsOf)
    names.sort((one, other) => order.indexOf(one) - order.indexOf(other))
  }
  return names.map(name => member(object, name))
}
