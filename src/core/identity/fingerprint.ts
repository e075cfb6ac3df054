import { Buffer } from 'node:buffer'
import { hash } from 'node:crypto'
import type { Finding } from '../finding.js'
import { isOfSystem } from '../sarif/place/folders.js'
import { imageName } from '../sarif/place/image.js'
import { toolIdentity } from '../sarif/tools/registry.js'

/** Name under which the fingerprint travels in SARIF (`partialFingerprints`). */
const FINGERPRINT_NAME = 'policyGate/v1'

/** What makes a finding the same one, by what it is about. */
export type IdentityKind = 'dependency' | 'secret' | 'resource' | 'code'

/** Identifiers that name a class of weakness, not one advisory. */
const CLASS_IDENTIFIER = /^(?:CWE|CAPEC|OWASP|WASC|CERT|CIS|NIST|PCI)\b/i

/** Advisories that a finding names: CVE, GHSA and the like. */
export const advisoriesOf = (finding: Finding): readonly string[] =>
  finding.identifiers.filter(identifier => !CLASS_IDENTIFIER.test(identifier))

/** Rules of linters about how an image is built (hadolint, Dockle): what they find is written at a line. */
const BUILD_LINT = /^(?:CIS-DI-|DKL-|DL\d{4}\b)/

/**
 * Whether a finding about a dependency says neither which package nor, in a spelling that is known, which advisory:
 * there are more families of those than anybody lists.
 */
const isUnnamed = (finding: Finding): boolean => finding.package === null && advisoriesOf(finding).length === 0

/** Which definition of sameness holds for the finding. */
export function kindOf(finding: Finding): IdentityKind {
  if (finding.category === 'secret') return 'secret'
  if (finding.category === 'sca') return 'dependency'
  if (finding.category === 'container')
    return isUnnamed(finding) && BUILD_LINT.test(finding.ruleId) ? 'code' : 'dependency'
  return finding.category === 'iac' && finding.clues.symbol ? 'resource' : 'code'
}

const toolKeys = new Map<string, string>()

/** One key for all names of a tool, without case and surplus blanks; the version is never part of identity. */
export function toolKey(tool: string): string {
  let key = toolKeys.get(tool)
  if (key === undefined) {
    key = toolIdentity(tool)
    // Hundreds of thousands of findings share a few names; a file full of different ones must not fill the memory.
    if (toolKeys.size < 1000) toolKeys.set(tool, key)
  }
  return key
}

/** Separates parts of keys; no part may hold it. */
const SEPARATOR = '\0'

const part = (text: string): string => (text.includes(SEPARATOR) ? text.replaceAll(SEPARATOR, '\uFFFD') : text)

/**
 * The advisory that stands for its group of aliases: the lowest CVE, else the lowest GHSA, else the first of all; the
 * rule where none is named.
 */
function leadAdvisory(finding: Finding): string {
  const advisories = advisoriesOf(finding)
    .map(identifier => identifier.toUpperCase())
    .sort()
  const lead = advisories.find(id => id.startsWith('CVE-')) ?? advisories.find(id => id.startsWith('GHSA-'))
  return lead ?? advisories[0] ?? finding.ruleId
}

/** Name of the package without version. */
export const packageKey = (finding: Finding): string => finding.package?.name.trim().toLowerCase() ?? ''

/** The place as identity sees it: a path of the repository, the name of an image, or nothing. */
export function placeOf(finding: Finding): string {
  const path = finding.location?.path ?? ''
  return finding.category === 'container' ? imageName(path) : path
}

/** Versions in names of packed files: an upgrade brings another file, and the finding stays. */
const FILE_VERSION = /[-_]v?\d[\w.]*(?=\.(?:jar|war|ear|whl|gem|egg|nupkg|dist-info|egg-info)\b)/g

/** What of an absolute path is the machine's or the run's: home and temporary directories, numbered workspaces. */
const withoutMachine = (path: string): string =>
  path
    .replace(/^.*\/(?:tmp|temp|T)\/[^/]+\//i, '~/')
    .replace(/^(?:[a-z]:)?\/(?:home|users)\/[^/]+\//i, '~/')
    .replace(/@\d+(?=\/)/g, '')

/**
 * Where a finding is that is in no file of the repository: the path that could not be mapped, without its line, or
 * the image. Two images share no findings, however alike. Empty for all others.
 */
export function elsewhereOf({ location, placeProblem, category, clues: { symbol } }: Finding): string {
  if (location !== null) return ''
  if (placeProblem !== null) return withoutMachine(placeProblem.replace(/(?::\d+)?: [^:]*$/, ''))
  if (category !== 'container' || symbol === null) return ''
  return symbol
    .split(', ')
    .map(each => imageName(each).replace(FILE_VERSION, ''))
    .join(', ')
}

/** Whether the file is one of the machine's system: no change of the repository writes what stands there. */
export const isInSystem = (finding: Finding): boolean =>
  isOfSystem(
    elsewhereOf(finding)
      .replace(/^file:\/\/(?=\/)/i, '')
      .replaceAll('\\', '/')
  )

/** Findings can only be the same within one scope: kind, tool, rule; for dependencies the package; where they are, outside of files. */
export function scopeOf(finding: Finding, kind: IdentityKind): string {
  const place = elsewhereOf(finding)
  const where = place === '' ? '' : `${SEPARATOR}${part(place)}`
  if (kind === 'dependency' && !isUnnamed(finding)) return `dependency${SEPARATOR}${part(packageKey(finding))}${where}`
  return `${kind}${SEPARATOR}${part(toolKey(finding.tool))}${SEPARATOR}${part(finding.ruleId)}${where}`
}

/** What the scope, the place and the content are hashed to, before equal ones are numbered. */
export const fingerprintKey = (scope: string, place: string, content: string): string =>
  `${scope}${SEPARATOR}${part(place)}${SEPARATOR}${part(content)}`

const HEX = 32
// Strings that are cut out of others or joined keep those in memory, for each of a million findings; copies of bytes do not.
const ID = Buffer.from(`F-${'0'.repeat(HEX)}`)

/** 128 bits of SHA-256 in hex. The ordinal tells equal keys of one evaluation apart; the first has none. */
export function fingerprintOf(key: string, ordinal: number): string {
  const text = ordinal === 1 ? key : `${key}${SEPARATOR}${ordinal}`
  ID.write(hash('sha256', `${FINGERPRINT_NAME}${SEPARATOR}${text}`, 'hex'), 2, HEX, 'latin1')
  return ID.toString('latin1', 2)
}

/** The id that people see and write. */
export function idOf(fingerprint: string): string {
  if (fingerprint.length !== HEX) throw new RangeError(`a fingerprint of ${fingerprint.length} characters`)
  ID.write(fingerprint, 2, HEX, 'latin1')
  return ID.toString('latin1')
}

/** The fingerprint of a finding with this id. */
export const fingerprintIn = (id: string): string => id.slice('F-'.length)

const OURS = /^[0-9a-f]{32}$/

/** The fingerprint that our own earlier output gave this finding, or null. Only to be asked of baselines. */
export function claimedFingerprint(finding: Finding): string | null {
  const { fingerprints } = finding.clues
  const value = Object.hasOwn(fingerprints, FINGERPRINT_NAME) ? fingerprints[FINGERPRINT_NAME] : undefined
  return value !== undefined && OURS.test(value) ? value : null
}

const singleSpaced = (text: string): string => (/[^\S ]| {2}/.test(text) ? text.replace(/\s+/g, ' ') : text)

/**
 * Line and column numbers, versions and counts in messages come and go: digits do not count, but in an IPv4 address,
 * which says which host is meant where no place does.
 */
const NUMBERS = /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?(?![\d.])|\d+/g
const messageKey = (finding: Finding): string => {
  const { message, location } = finding
  const bare =
    location === null
      ? message.replace(NUMBERS, number => (number.includes('.') ? number : '#'))
      : message.replace(NUMBERS, '#')
  return singleSpaced(bare).trim()
}

/**
 * Content as the finding itself carries it, in the order in which it is believed: snippet, the tool's fingerprints
 * (claims, hence only together with the message), message with the shape of the region. Each begins with a word of its
 * own, so that content of different origin is never taken for equal.
 */
export function messageContent(finding: Finding): string {
  const { location } = finding
  const lines = location?.startLine == null ? '' : String((location.endLine ?? location.startLine) - location.startLine)
  const shape = `${lines}:${location?.startColumn ?? ''}:${location?.endColumn ?? ''}`
  return `message ${messageKey(finding)} ${finding.clues.symbol ?? ''} ${shape}`
}

const REDACTED = /\*{3}|redacted|x{6}|\.{3}$|\u2026/i

/** The snippet without white space; of a secret, its hash. Null where there is none, or where the secret is blotted out. */
export function snippetContent({ clues: { snippet } }: Finding, kind: IdentityKind): string | null {
  if (snippet === null || snippet.trim() === '') return null
  if (kind === 'secret') return REDACTED.test(snippet) ? null : secretContent(snippet)
  const compared = snippet.replace(/\s+/g, '')
  return `snippet ${compared.length > 1000 ? hash('sha256', compared, 'hex') : compared}`
}

/** Names of fingerprints that say where a finding is, and our own: neither says that two findings are the same. */
const NO_CLAIM = new Set([FINGERPRINT_NAME, 'primaryLocationStartColumnFingerprint'])

/** What the tool claims to be the same, with the message; null where it claims nothing. */
export function claimsContent(finding: Finding): string | null {
  const { fingerprints } = finding.clues
  let claims = ''
  for (const name of Object.keys(fingerprints).sort()) {
    if (!NO_CLAIM.has(name)) claims += ` ${name}=${fingerprints[name] ?? ''}`
  }
  return claims === '' ? null : `claims${claims} ${messageKey(finding)}`
}

/**
 * What tells findings of one rule, place and message apart: the tool's fingerprints, the resource and the like. Empty
 * where nothing does.
 */
export function instanceKey({ clues: { fingerprints, symbol, instance } }: Finding): string {
  let key = ''
  for (const name of Object.keys(fingerprints).sort()) {
    if (!NO_CLAIM.has(name)) key += `${name}=${fingerprints[name] ?? ''}${SEPARATOR}`
  }
  return symbol === null && instance === undefined ? key : `${key}${symbol ?? ''}${SEPARATOR}${instance ?? ''}`
}

/** Whether two findings of one rule and place are two by what they name, or by each of the fingerprints that both have. */
export function areToldApart({ clues: a }: Finding, { clues: b }: Finding): boolean {
  if (a.symbol !== null && b.symbol !== null && a.symbol !== b.symbol) return true
  if (a.instance !== undefined && b.instance !== undefined && a.instance !== b.instance) return true
  const shared = Object.keys(a.fingerprints).filter(name => !NO_CLAIM.has(name) && Object.hasOwn(b.fingerprints, name))
  return shared.length > 0 && shared.every(name => a.fingerprints[name] !== b.fingerprints[name])
}

/** A secret is known by a hash only, salted with a name of its own so that tables of other uses do not apply. */
export const secretContent = (value: string): string =>
  `secret ${hash('sha256', `${FINGERPRINT_NAME}/secret${SEPARATOR}${value.trim()}`, 'hex')}`

/**
 * Content that needs no source: advisory group or resource. Null for the kinds that are known by what is written there;
 * what names neither package nor advisory is known by its message, and by what is written there unless it stands for its
 * whole file.
 */
export function namedContent(finding: Finding, kind: IdentityKind): string | null {
  if (kind === 'dependency') {
    if (!isUnnamed(finding)) return `advisory ${leadAdvisory(finding)}`
    return (finding.location?.startLine ?? 1) > 1 ? null : `advisory ${finding.ruleId} ${messageKey(finding)}`
  }
  return kind === 'resource' ? `resource ${finding.clues.symbol}` : null
}
