import { asArray, asNumber, asObject, type JsonObject, type JsonValue, member, textMember } from '../../ground/json.js'
import { type ExitCode, shellcheckEnding } from './ending.js'
import { type Conversion, madeLog, madePlace, notConverted } from './made-log.js'

const LEVELS: Readonly<Record<string, string>> = { error: 'error', warning: 'warning', info: 'note', style: 'note' }

/**
 * `shellcheck -f json1`, or the list of `-f json`: one result for each comment.
 * https://github.com/koalaman/shellcheck/wiki/Integration
 */
export function convertShellcheck(documents: readonly JsonValue[], isList: boolean, exitCode: ExitCode): Conversion {
  const wrapped = member(asObject(documents[0]), 'comments')
  if (!isList && !Array.isArray(wrapped))
    return notConverted('it is no report of ShellCheck: it has no list of comments')
  const comments = (isList ? documents : asArray(wrapped)).map(asObject)
  const rules = new Map<string, JsonObject>()
  const results: JsonObject[] = []
  for (const comment of comments) {
    const file = textMember(comment, 'file')
    const code = asNumber(member(comment, 'code'))
    if (comment === null || file === null || code === null)
      return notConverted('a comment in it has no file or no code, so it is none of ShellCheck')
    const id = `SC${code}`
    rules.set(id, { id, helpUri: `https://www.shellcheck.net/wiki/${id}` })
    results.push(resultOf(id, file, comment))
  }
  const informationUri = 'https://www.shellcheck.net'
  return madeLog({
    tool: 'shellcheck',
    version: null,
    informationUri,
    rules: [...rules.values()],
    results,
    unread: [],
    exitCode,
    ending: shellcheckEnding(exitCode, results.length)
  })
}

function resultOf(ruleId: string, file: string, comment: JsonObject): JsonObject {
  const severity = textMember(comment, 'level') ?? ''
  const region = Object.fromEntries(
    (['line', 'column', 'endLine', 'endColumn'] as const).flatMap(name => {
      const number = asNumber(member(comment, name))
      return number === null || number < 1 ? [] : [[REGION[name], number] as const]
    })
  )
  return {
    ruleId,
    // Another word is not known, and is left to SARIF's default, warning.
    ...(Object.hasOwn(LEVELS, severity) ? { level: LEVELS[severity] } : {}),
    message: { text: textMember(comment, 'message') ?? ruleId },
    locations: [madePlace(file, 'startLine' in region ? region : null)]
  }
}

const REGION = { line: 'startLine', column: 'startColumn', endLine: 'endLine', endColumn: 'endColumn' } as const
