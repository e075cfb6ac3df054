import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

/** Bundles the sources that are measured and loads them. */
export async function loadOurs(root) {
  const outfile = join(root, 'bench/.data/identity.mjs')
  mkdirSync(join(root, 'bench/.data'), { recursive: true })
  await build({
    stdin: {
      contents: ['core/identity/identify', 'core/identity/since', 'files/git']
        .map(path => `export * from './src/${path}.js'`)
        .join('\n'),
      resolveDir: root,
      loader: 'ts'
    },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    outfile,
    logLevel: 'error'
  })
  return import(pathToFileURL(outfile).href)
}

/**
 * How much the findings and their surroundings tell the matcher; `moved`: main has moved on since the baseline, whose
 * commit is known (`since`) or not.
 */
export const EVIDENCE = {
  'source and diff': { source: true, diff: true, snippets: false },
  'snippets, source and diff': { source: true, diff: true, snippets: true },
  'snippets and diff': { source: false, diff: true, snippets: true },
  'snippets only': { source: false, diff: false, snippets: true },
  'source only, own output as baseline': { source: true, diff: false, snippets: false, own: true },
  'source and diff, base moved on, commit known': {
    source: true,
    diff: true,
    snippets: false,
    moved: true,
    since: true
  },
  'snippets, source and diff, base moved on': { source: true, diff: true, snippets: true, moved: true }
}

export const NOW = '2026-11-23T15:00:00Z'

/** A finding as the normaliser would make it. */
export const toFinding = ({ path, ruleId, line, startColumn, endColumn, snippet, ...more }, snippets) => ({
  tool: 'Detector',
  toolVersion: '1.0.0',
  ruleId,
  category: 'sast',
  severity: 'high',
  severitySource: 'level',
  score: null,
  severityConflict: false,
  message: `Found ${ruleId}`,
  helpUri: null,
  location: { path, startLine: line, startColumn, endLine: line, endColumn },
  placeGround: 'tree',
  claimedPlace: null,
  placeProblem: null,
  identifiers: [],
  package: null,
  reachability: 'unknown',
  fixAvailable: null,
  tags: [],
  suppression: null,
  firstDetected: null,
  clues: { snippet: snippets ? snippet : null, fingerprints: {}, symbol: null },
  occurrences: 1,
  sources: ['detector.sarif'],
  ...more.parts
})

const ranWith = ids => new Map([['detector', { name: 'Detector', rules: new Set(ids), failed: false }]])

/** Our matcher on one case: the state of each head finding. */
export function ours({ identify, carried }, one, { diff, since }, evidence) {
  const readSource = path => (evidence.source ? (one.head.get(path) ?? null) : null)
  const head = one.headFindings.map(finding => toFinding(finding, evidence.snippets))
  let baseline = one.baseFindings.map(finding => toFinding(finding, evidence.snippets))
  if (evidence.own) {
    const before = identify(baseline, {
      baseline: null,
      diff: null,
      readSource: path => one.base.get(path) ?? null,
      now: NOW
    })
    baseline = before.findings.map(({ finding, identity }) => ({
      ...finding,
      clues: { ...finding.clues, fingerprints: { 'policyGate/v1': identity.id.slice('F-'.length) } }
    }))
  }
  // A baseline of the very commit that the change starts from is one that nothing has to be known of.
  const moved = evidence.since && since.files.size > 0 ? { baseline: carried(baseline, since), since } : { baseline }
  const ran = one.rules && { base: ranWith(one.rules.base), head: ranWith(one.rules.head) }
  const context = { ...moved, diff: evidence.diff ? diff : null, readSource, now: NOW, ...(ran && { ran }) }
  return identify(head, context).findings.map(({ identity }) => identity)
}
