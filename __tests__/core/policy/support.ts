import { ConfigurationError, formatProblem } from '../../../src/core/ground/errors.js'
import { type Subject, subjectOf } from '../../../src/core/policy/conditions/subject.js'
import { loadPolicy } from '../../../src/core/policy/layers/layers.js'
import { parseLayer } from '../../../src/core/policy/layers/parse.js'
import type { Policy } from '../../../src/core/policy/policy.js'
import { aFinding } from '../../builders.js'

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
export const UNKNOWN: Subject = subjectOf(
  {
    finding: aFinding({ severity: 'unknown', score: null, identifiers: [], location: null, tags: [] }),
    identity: { state: 'unknown', inDiff: null, firstDetected: null },
    placement: { tier: 1, asset: null, exposure: null },
    facts: { kev: null, epss: null, reachability: 'unknown' },
    sla: null,
    effectiveSeverity: 'high'
  },
  { branch: null, event: null, at: 0 }
)
