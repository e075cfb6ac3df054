import { asObject, asString, type JsonObject, member, textMember } from '../../ground/json.js'
import { directory, isAbsolute, unified } from './spelling.js'

/** The root as its host shows it (`https://dev.azure.com/…`): what is relative to it is relative to the repository. */
const WEB_ROOT = /^\s*(?!file:)[a-z][a-z0-9+.-]+:\/\//i

/** So many bases of a run are asked for an absolute path. */
const MOST_BASES = 100

/** The path that a chain of `originalUriBaseIds` gives (SARIF 2.1.0 §3.14.14): absolute, or relative where the chain ends without a start. */
export function baseOf(id: string | null, bases: JsonObject | null): string {
  let current = id
  let path = ''
  const seen = new Set<string>()
  while (current !== null && !seen.has(current)) {
    seen.add(current)
    // Infer writes the absolute path itself as the id.
    const entry = asObject(member(bases, current))
    const uri = entry === null ? (isAbsolute(unified(current)) ? current : null) : asString(member(entry, 'uri'))
    const step = uri === null || WEB_ROOT.test(uri) ? '' : directory(uri)
    if (step !== '') {
      path = path === '' ? step : `${step}/${path}`
      if (isAbsolute(step)) return path
    }
    current = entry === null ? null : textMember(entry, 'uriBaseId')
  }
  return path
}

/** Absolute directories among a run's bases. */
export const absoluteBases = (bases: JsonObject | null): readonly string[] =>
  Object.keys(bases ?? {})
    .slice(0, MOST_BASES)
    .map(id => baseOf(id, bases).replace(/\/+$/, ''))
    .filter(isAbsolute)
