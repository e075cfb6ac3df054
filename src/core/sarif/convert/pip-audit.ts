import { asArray, asObject, type JsonObject, type JsonValue, member, textMember } from '../../ground/json.js'
import { strings } from '../members.js'
import { type ExitCode, endingOf } from './ending.js'
import { type Conversion, madeLog, madePlace, notConverted } from './made-log.js'

/**
 * `pip-audit --format json`: one result for each advisory of a package. It states no severity. A package that was skipped
 * was not looked at, and is said. `path` is the file of requirements that was audited, in the repository.
 * https://github.com/pypa/pip-audit#usage
 */
export function convertPipAudit(document: JsonValue | undefined, path: string, exitCode: ExitCode): Conversion {
  const dependencies = member(asObject(document), 'dependencies')
  if (!Array.isArray(dependencies)) return notConverted('it is no report of pip-audit: it has no list of dependencies')
  const rules = new Map<string, JsonObject>()
  const results: JsonObject[] = []
  const unread: string[] = dependencies.length === 0 ? [NOTHING_AUDITED] : []
  for (const element of dependencies as readonly JsonValue[]) {
    const dependency = asObject(element)
    const name = textMember(dependency, 'name')
    const skipped = textMember(dependency, 'skip_reason')
    const listed = member(dependency, 'vulns')
    if (name === null || (skipped === null && !Array.isArray(listed)))
      return notConverted('a dependency in it has no name, or no list of vulnerabilities')
    if (skipped !== null) unread.push(`${name} was skipped: ${skipped}`)
    for (const entry of asArray(listed)) {
      const vulnerability = asObject(entry)
      const id = textMember(vulnerability, 'id')
      if (vulnerability === null || id === null) return notConverted(`an advisory of ${name} in it has no id`)
      if (!rules.has(id)) rules.set(id, ruleOf(id, vulnerability))
      results.push(resultOf(id, vulnerability, { name, version: textMember(dependency, 'version'), path }))
    }
  }
  const informationUri = 'https://github.com/pypa/pip-audit'
  return madeLog({
    tool: 'pip-audit',
    version: null,
    informationUri,
    rules: [...rules.values()],
    results,
    unread,
    exitCode,
    ending: endingOf(exitCode, results.length)
  })
}

const NOTHING_AUDITED = 'It lists no dependency: nothing was looked at'

function ruleOf(id: string, vulnerability: JsonObject): JsonObject {
  const description = textMember(vulnerability, 'description')
  return {
    id,
    ...(description === null ? {} : { fullDescription: { text: description } }),
    helpUri: `https://osv.dev/vulnerability/${encodeURIComponent(id)}`,
    properties: { tags: ['security', 'vulnerability'], aliases: strings(member(vulnerability, 'aliases')) }
  }
}

interface Audited {
  readonly name: string
  readonly version: string | null
  readonly path: string
}

function resultOf(ruleId: string, vulnerability: JsonObject, { name, version, path }: Audited): JsonObject {
  const fixes = strings(member(vulnerability, 'fix_versions'))
  return {
    ruleId,
    message: { text: `${name}${version === null ? '' : ` ${version}`} has the known vulnerability ${ruleId}` },
    locations: [madePlace(path, null)],
    properties: {
      packageName: name,
      ...(version === null
        ? {}
        : { packageVersion: version, purl: `pkg:pypi/${name.toLowerCase()}@${encodeURIComponent(version)}` }),
      // The first is the nearest.
      ...(fixes[0] === undefined ? { solutionAvailable: false } : { fixedVersion: fixes[0] })
    }
  }
}
