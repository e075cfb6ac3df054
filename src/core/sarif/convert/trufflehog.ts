import { asNumber, asObject, type JsonObject, type JsonValue, member, textMember } from '../../ground/json.js'
import type { ReadProblem, SarifConsumer } from '../input.js'

/** Sources whose metadata names a file of the scanned repository; others name a place elsewhere. */
const REPOSITORY_SOURCES = ['Git', 'Filesystem', 'Github', 'Gitlab', 'Bitbucket', 'AzureRepos'] as const

/** A path as a URI reference: only a percent sign would be read otherwise. */
const uriOf = (path: string): string => path.replaceAll('%', '%25')

/** File, line and, in a history, commit of a finding; a source that has no files gives its name as an address. */
function placeOf(line: JsonObject): JsonObject | null {
  const data = asObject(member(asObject(member(line, 'SourceMetadata')), 'Data'))
  if (data === null) return null
  for (const source of REPOSITORY_SOURCES) {
    const details = asObject(member(data, source))
    const file = textMember(details, 'file')
    if (file !== null) {
      return { file: uriOf(file), line: asNumber(member(details, 'line')), commit: textMember(details, 'commit') }
    }
  }
  const [other] = Object.keys(data)
  if (other === undefined) return null
  const details = asObject(member(data, other))
  const name = ['link', 'image', 'bucket', 'file', 'title']
    .map(key => textMember(details, key))
    .find(value => value !== null)
  return {
    file: `host://${other.toLowerCase()}/${uriOf(name ?? '').replace(/^[a-z]+:\/+/i, '')}`,
    line: null,
    commit: null
  }
}

/** A line of `trufflehog --json` as a SARIF result; the secret goes where the normaliser looks for secrets to hide. */
function resultOf(line: JsonObject, detector: string): JsonObject {
  const verified = member(line, 'Verified') === true
  const place = placeOf(line)
  const secret = textMember(line, 'RawV2') ?? textMember(line, 'Raw')
  const state = verified
    ? 'verified as live'
    : textMember(line, 'VerificationError') === null
      ? 'not verified'
      : 'verification failed'
  const startLine = asNumber(member(place, 'line'))
  const region = {
    ...(startLine === null || startLine < 1 ? {} : { startLine }),
    ...(secret === null ? {} : { snippet: { text: secret } })
  }
  return {
    ruleId: detector,
    // As in its own SARIF: verified secrets are errors, others are warnings.
    level: verified ? 'error' : 'warning',
    message: { text: `${detector} secret, ${state}` },
    ...(place === null
      ? {}
      : { locations: [{ physicalLocation: { artifactLocation: { uri: textMember(place, 'file') ?? '' }, region } }] }),
    properties: { tags: [verified ? 'verified' : 'unverified'], commit: textMember(place, 'commit') }
  }
}

function parsed(line: string): JsonValue | undefined {
  try {
    return JSON.parse(line) as JsonValue
  } catch {
    return undefined
  }
}

/** True for a first line of `trufflehog --json`. */
export function isTrufflehog(firstLine: string): boolean {
  const line = asObject(parsed(firstLine.trim()))
  return textMember(line, 'DetectorName') !== null && member(line, 'SourceMetadata') !== undefined
}

/**
 * Feeds the lines of `trufflehog --json` to a consumer as one run. Its log lines, which some pipelines mix in, are no
 * results; an error among them is a notification. A line that is neither is returned as the problem, after all others.
 */
export function convertTrufflehog(lines: Iterable<string>, consumer: SarifConsumer): ReadProblem | null {
  let offset = 0
  let problem: ReadProblem | null = null
  const errors: JsonObject[] = []
  for (const raw of lines) {
    const start = offset
    offset += new TextEncoder().encode(raw).length + 1
    if (raw.trim() === '') continue
    const line = asObject(parsed(raw))
    const detector = textMember(line, 'DetectorName')
    if (line !== null && detector !== null) consumer.result(0, resultOf(line, detector))
    else if (line === null || textMember(line, 'level') === null) {
      problem ??= { offset: start, message: 'A line is neither a finding nor a log message of TruffleHog' }
    } else if (/^(?:error|fatal|panic)/i.test(textMember(line, 'level') ?? '')) {
      errors.push({ level: 'error', message: { text: textMember(line, 'msg') ?? 'error' } })
    }
  }
  const invocation = { executionSuccessful: true, toolExecutionNotifications: errors }
  consumer.run(0, { tool: { driver: { name: 'TruffleHog' } }, invocations: [invocation] }, 'array')
  consumer.log({ version: '2.1.0' })
  return problem
}
