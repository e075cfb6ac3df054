import { ConfigurationError, formatProblem } from '../../../src/core/ground/errors.js'
import { loadPolicy } from '../../../src/core/policy/layers/layers.js'
import { parseLayer } from '../../../src/core/policy/layers/parse.js'
import type { Policy, Subject } from '../../../src/core/policy/policy.js'

export const SHA = '0123456789abcdef0123456789abcdef01234567'

export const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

/** The reference of a layer that `load` serves under a path. */
export const shared = (path: string) => `github:acme/policies/${path}@${SHA}`

/** Loads a policy from text; further files are served as layers of acme/policies. */
export function load(text: string, files: Readonly<Record<string, string>> = {}): Promise<Policy> {
  return loadPolicy({ name: 'policy.yml', bytes: encode(text) }, async ({ path }) => {
    const file = files[path]
    if (file === undefined) throw new Error('404 Not Found')
    return encode(file)
  })
}

/** The problems of a policy as lines; fails where there are none. */
export async function problemsOf(
  text: string,
  files: Readonly<Record<string, string>> = {}
): Promise<readonly string[]> {
  try {
    await load(text, files)
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems.map(formatProblem)
    throw error
  }
  throw new Error(`nothing is wrong with:\n${text}`)
}

/** The problems of one file by itself, whatever it extends. */
export function problemsOfFile(text: string): readonly string[] {
  try {
    parseLayer('policy.yml', encode(text))
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems.map(formatProblem)
    throw error
  }
  return []
}

/** A finding of which nothing is known but the least. */
export const UNKNOWN: Subject = {
  tools: ['CodeQL'],
  ruleIds: ['js/sql-injection'],
  category: 'sast',
  severity: 'unknown',
  effectiveSeverity: 'high',
  score: null,
  identifiers: [],
  purl: null,
  path: null,
  isUnmapped: false,
  tags: [],
  reachability: 'unknown',
  fixAvailable: null,
  tier: 1,
  asset: null,
  exposure: null,
  state: 'unknown',
  inDiff: null,
  kev: null,
  epss: null,
  age: null,
  slaStatus: null,
  branch: null,
  event: null
}
