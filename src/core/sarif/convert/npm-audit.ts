import {
  asArray,
  asNumber,
  asObject,
  asString,
  type JsonObject,
  type JsonValue,
  member,
  textMember
} from '../../ground/json.js'
import { at, strings } from '../members.js'
import { type ExitCode, endingOf } from './ending.js'
import type { LockedPackage, PackageLock } from './lock-lines.js'
import { type Conversion, madeLog, madePlace, notConverted } from './made-log.js'

const LEVELS: Readonly<Record<string, string>> = {
  critical: 'error',
  high: 'error',
  moderate: 'warning',
  low: 'note',
  info: 'note'
}

/** What is not in the report: the lock file that was audited, and its path in the repository. */
export interface AuditedLock {
  readonly path: string
  /** Null: versions and lines are not known. */
  readonly lock: PackageLock | null
}

/**
 * `npm audit --json` of npm 7 and later (report version 2): one result for each advisory and place where the package is
 * installed. An error of the registry is JSON too, and is a problem, never a clean scan.
 * https://docs.npmjs.com/cli/commands/npm-audit
 */
export function convertNpmAudit(document: JsonValue | undefined, audited: AuditedLock, exitCode: ExitCode): Conversion {
  const report = asObject(document)
  const vulnerabilities = asObject(member(report, 'vulnerabilities'))
  if (member(report, 'auditReportVersion') !== 2 || vulnerabilities === null)
    return notConverted(`it is no report of npm audit, version 2 (npm 7 or later)${saidBy(report)}`)
  const found = advisoriesIn(vulnerabilities)
  if (found === null) return notConverted('an advisory in it has neither an address nor a number')
  const rules = new Map(found.map(({ id, advisory }) => [id, ruleOf(id, advisory)]))
  const results = found.flatMap(each => resultsOf(each, audited))
  const counted = asNumber(at(report, ['metadata', 'vulnerabilities', 'total'])) ?? 0
  if (counted > 0 && results.length === 0)
    return notConverted(`it counts ${counted} vulnerable packages and describes none of them`)
  return madeLog({
    tool: 'npm audit',
    version: null,
    informationUri: 'https://docs.npmjs.com/cli/commands/npm-audit',
    rules: [...rules.values()],
    results,
    unread: audited.lock === null ? [NO_LOCK] : [],
    exitCode,
    ending: endingOf(exitCode, results.length)
  })
}

const NO_LOCK = 'The lock file was not given, so versions and lines are not known'

/** An advisory, and the package that it is about. */
interface FoundAdvisory {
  readonly id: string
  readonly advisory: JsonObject
  readonly vulnerable: JsonObject
}

/** Every advisory with its package; null where one has no id. A text repeats that of a dependency, which is listed itself. */
function advisoriesIn(vulnerabilities: JsonObject): readonly FoundAdvisory[] | null {
  const found: FoundAdvisory[] = []
  for (const entry of Object.values(vulnerabilities)) {
    const vulnerable = asObject(entry)
    for (const via of asArray(member(vulnerable, 'via')).filter(each => typeof each !== 'string')) {
      const advisory = asObject(via)
      const id = advisory === null ? null : idOf(advisory)
      if (vulnerable === null || advisory === null || id === null) return null
      found.push({ id, advisory, vulnerable })
    }
  }
  return found
}

function saidBy(report: JsonObject | null): string {
  const said = textMember(report, 'message') ?? asString(at(report, ['error', 'summary']))
  return said === null ? '' : `: ${said}`
}

/** `GHSA-…` at the end of the advisory's address, else the number that npm gives it. */
function idOf(advisory: JsonObject): string | null {
  const ghsa = /\/(GHSA(?:-[0-9a-z]{4}){3})$/i.exec(textMember(advisory, 'url') ?? '')?.[1]
  const source = asNumber(member(advisory, 'source'))
  return ghsa ?? (source === null ? null : `npm-${source}`)
}

function ruleOf(id: string, advisory: JsonObject): JsonObject {
  const title = textMember(advisory, 'title') ?? id
  const url = textMember(advisory, 'url')
  const score = asNumber(at(advisory, ['cvss', 'score'])) ?? 0
  return {
    id,
    shortDescription: { text: title },
    ...(url === null ? {} : { helpUri: url }),
    properties: {
      tags: ['security', 'vulnerability', ...strings(member(advisory, 'cwe'))],
      ...(score > 0 ? { 'security-severity': String(score) } : {})
    }
  }
}

function resultsOf({ id: ruleId, advisory, vulnerable }: FoundAdvisory, audited: AuditedLock): readonly JsonObject[] {
  const name = textMember(advisory, 'dependency') ?? textMember(vulnerable, 'name') ?? 'unknown'
  const severity = textMember(advisory, 'severity')
  const level = severity !== null && Object.hasOwn(LEVELS, severity) ? LEVELS[severity] : undefined
  const fix = asObject(member(vulnerable, 'fixAvailable'))
  const fixedVersion = textMember(fix, 'name') === name ? textMember(fix, 'version') : null
  // `true`: npm can mend it within the ranges of the manifests, and names no version.
  const isFixable = fix !== null || member(vulnerable, 'fixAvailable') === true
  const nodes = strings(member(vulnerable, 'nodes'))
  return (nodes.length === 0 ? [''] : nodes).map(node => {
    const { version, line }: LockedPackage = audited.lock?.(node) ?? { version: null, line: null }
    const title = textMember(advisory, 'title') ?? ruleId
    const range = textMember(advisory, 'range')
    const affected = range === null ? '' : ` (affected: ${range})`
    return {
      ruleId,
      ...(level === undefined ? {} : { level }),
      message: { text: `${name}${version === null ? '' : ` ${version}`}: ${title}${affected}` },
      locations: [madePlace(audited.path, { startLine: line ?? 1 })],
      properties: {
        packageName: name,
        ...(version === null ? {} : { packageVersion: version, purl: purlOf(name, version) }),
        ...(fixedVersion !== null ? { fixedVersion } : isFixable ? { solutionAvailable: true } : {}),
        ...(severity === null ? {} : { severity })
      }
    }
  })
}

const purlOf = (name: string, version: string): string =>
  `pkg:npm/${name.replace('@', '%40')}@${encodeURIComponent(version)}`
