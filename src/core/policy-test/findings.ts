import { createHash } from 'node:crypto'
import type { TestFindingEntry } from '../../generated/policy-test.js'
import type { Category, Finding, Package } from '../finding.js'
import { parsePackageUrl } from '../ground/package-url.js'
import type { IdentifiedFinding } from '../identity/identified.js'
import { parseDuration } from '../time/duration.js'
import { isoInstant } from '../time/instant.js'

/** A finding of a test, with what is expected of it alone. */
export interface TestFinding {
  readonly identified: IdentifiedFinding
  readonly expect: TestFindingEntry['expect']
}

/** Findings in short form in full: what is not given is ordinary, or unknown. `now` is ISO 8601 UTC. */
export function findingsOf(entries: readonly TestFindingEntry[], now: string): readonly TestFinding[] {
  return entries.flatMap((entry, index) =>
    Array.from({ length: entry.times ?? 1 }, (_, copy) => ({
      identified: identifiedOf(entry, idOf(entry, index, copy), now),
      expect: entry.expect
    }))
  )
}

/** Copies are findings of their own, so an id that is given belongs to the first. */
function idOf({ id }: TestFindingEntry, index: number, copy: number): string {
  if (id !== undefined && copy === 0) return id
  return `F-${createHash('sha256').update(`${index} ${copy}`).digest('hex').slice(0, 32)}`
}

function identifiedOf(entry: TestFindingEntry, id: string, now: string): IdentifiedFinding {
  const age = entry.age === undefined ? 0 : (parseDuration(entry.age) ?? 0)
  return {
    finding: findingOf(entry),
    identity: {
      id,
      state: entry.state ?? 'introduced',
      stateReason: 'the test says so',
      inDiff: entry['in-diff'] ?? null,
      firstDetected: isoInstant(Date.parse(now) - age),
      // What is not part of the change, or was there before it, was suppressed before it.
      ...(isOld(entry) ? { suppressionGround: 'baseline' as const } : {})
    },
    facts: {
      kev: entry.kev ?? null,
      kevEntry: null,
      epss: entry.epss ?? null,
      reachability: entry.reachability ?? 'unknown'
    }
  }
}

const isOld = (entry: TestFindingEntry): boolean =>
  entry.suppression === 'in-source' &&
  (entry['in-diff'] === undefined ? entry.state === 'existing' || entry.state === 'newly-disclosed' : !entry['in-diff'])

function findingOf(entry: TestFindingEntry): Finding {
  const line = entry.line ?? null
  const suppression = entry.suppression === undefined ? null : { kind: entry.suppression, justification: null }
  return {
    tool: entry.tool ?? 'Scanner',
    toolVersion: null,
    ruleId: entry['rule-id'] ?? 'rule',
    category: categoryOf(entry),
    severity: entry.severity ?? (entry.malware ? 'critical' : 'high'),
    severitySource: entry.severity === 'unknown' ? 'none' : 'security-severity',
    score: entry.score ?? null,
    severityConflict: false,
    message: 'A finding of a policy test',
    helpUri: null,
    location: { path: entry.path ?? 'src/app.ts', startLine: line, startColumn: null, endLine: line, endColumn: null },
    placeGround: 'unchecked',
    claimedPlace: null,
    placeProblem: null,
    identifiers: (entry.identifiers ?? []).toSorted(),
    package: packageOf(entry),
    malware: entry.malware ?? false,
    reachability: entry.reachability ?? 'unknown',
    fixAvailable: entry['fix-available'] ?? (entry['fixed-version'] === undefined ? null : true),
    tags: entry.tags ?? [],
    suppression,
    firstDetected: null,
    clues: { snippet: null, fingerprints: {}, symbol: null },
    occurrences: 1,
    sources: []
  }
}

const categoryOf = ({ category, package: purl }: TestFindingEntry): Category =>
  category ?? (purl === undefined ? 'sast' : 'sca')

function packageOf({ package: purl, 'fixed-version': fixed }: TestFindingEntry): Package | null {
  if (purl === undefined) return null
  const parsed = parsePackageUrl(purl)
  return {
    purl: parsed?.text ?? purl,
    name: parsed?.name ?? purl,
    version: parsed?.version ?? null,
    fixedVersion: fixed ?? null
  }
}
