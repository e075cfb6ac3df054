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

/** Every spelling of the names of one kind. */
export const STATED: Readonly<Record<keyof typeof NAMES, readonly string[]>> = {
  severity: NAMES.severity.flatMap(spellingsOf),
  score: NAMES.score.flatMap(spellingsOf),
  advisory: NAMES.advisory.flatMap(spellingsOf),
  weakness: NAMES.weakness.flatMap(spellingsOf),
  purl: NAMES.purl.flatMap(spellingsOf),
  kind: NAMES.kind.flatMap(spellingsOf),
  end: NAMES.end.flatMap(spellingsOf)
}
