import { describe, expect, test } from '@jest/globals'
import { asArray, asObject, asString, type JsonObject, type JsonValue, member } from '../../../src/core/ground/json.js'
import { at } from '../../../src/core/sarif/members.js'
import { CORPUS, corpusFiles, normalise } from './feed.js'

if (CORPUS === null) console.warn('Skipped: no corpus of real scanner output at ../shared/corpus')
const withCorpus = CORPUS === null ? describe.skip : describe

/** One way to read severity, written for these tests alone and for one tool each. */
type Oracle = (result: JsonObject, rule: JsonObject | null) => string

const words = { error: 'high', warning: 'medium', note: 'low', none: 'none' } as Record<string, string>
const level: Oracle = (result, rule) =>
  words[asString(member(result, 'level')) ?? asString(at(rule, ['defaultConfiguration', 'level'])) ?? 'warning'] ??
  'medium'
const band = (score: number) => (score >= 9 ? 'critical' : score >= 7 ? 'high' : score >= 4 ? 'medium' : 'low')
const scored =
  (otherwise: Oracle): Oracle =>
  (result, rule) => {
    const raw = at(rule, ['properties', 'security-severity'])
    const score = Number(raw)
    if (typeof raw === 'string' && score > 0 && score <= 10) return band(score)
    return typeof raw === 'string' && /^(low|medium|high|critical)$/i.test(raw)
      ? raw.toLowerCase()
      : otherwise(result, rule)
  }
const problem: Oracle = (result, rule) => {
  const word = asString(at(rule, ['properties', 'problem.severity']))
  return word === null
    ? level(result, rule)
    : ({ error: 'high', warning: 'medium', recommendation: 'low' }[word] ?? 'none')
}
const tagged: Oracle = (_, rule) =>
  asArray(at(rule, ['properties', 'tags']))
    .map(String)
    .find(tag => /^(critical|high|medium|low)$/i.test(tag))
    ?.toLowerCase() ?? ''
const inMessage: Oracle = (result, rule) => {
  const found = /^Severity: (\w+)$/m
  const text =
    found.exec(String(at(result, ['message', 'text'])))?.[1] ?? found.exec(String(at(rule, ['help', 'text'])))?.[1]
  return text?.toLowerCase() ?? tagged(result, rule)
}
const snyk: Oracle = (_, rule) =>
  /^(\w+) severity/i.exec(String(at(rule, ['shortDescription', 'text'])))?.[1]?.toLowerCase() ?? ''
const bandit: Oracle = result => String(at(result, ['properties', 'issue_severity'])).toLowerCase()
const always =
  (severity: string): Oracle =>
  () =>
    severity

const osv = scored(always('unknown'))

const ORACLES: readonly (readonly [RegExp, Oracle])[] = [
  [/^(CodeQL|LGTM)/, scored(problem)],
  [/^semgrep/i, scored(level)],
  [/^Trivy/, inMessage],
  [/^(grype|anchore)/i, scored(level)],
  [/^Snyk (Open Source|Container)/, snyk],
  [/^(checkov|bridgecrew)/i, scored(level)],
  [/^tfsec/, level],
  [/^gitleaks/i, always('high')],
  [/^osv-scanner/, (result, rule) => (/^MAL-/.test(String(rule?.id)) ? 'critical' : osv(result, rule))],
  [/^Bandit/, bandit],
  [/^gosec/, tagged],
  [/^ESLint/, level],
  [/^KICS/, level],
  [/^WizCLI/, tagged],
  [/^Scorecard/, scored(level)]
]

function ruleOf(run: JsonObject, result: JsonObject): JsonObject | null {
  const id = asString(member(result, 'ruleId')) ?? asString(at(result, ['rule', 'id']))
  const extensions = asArray(at(run, ['tool', 'extensions'])).map(asObject)
  const position = at(result, ['rule', 'toolComponent', 'index'])
  const home = typeof position === 'number' ? (extensions[position] ?? null) : asObject(at(run, ['tool', 'driver']))
  const rules = [home, asObject(at(run, ['tool', 'driver'])), ...extensions].flatMap(part =>
    asArray(member(part, 'rules')).map(asObject)
  )
  const index = at(result, ['rule', 'index']) ?? member(result, 'ruleIndex')
  return (
    rules.find(rule => id !== null && asString(member(rule, 'id')) === id) ??
    (id === null && typeof index === 'number' ? (asObject(asArray(member(home, 'rules'))[index]) ?? null) : null)
  )
}

const expectedOf = (log: JsonValue): readonly string[] =>
  asArray(member(asObject(log), 'runs'))
    .map(asObject)
    .flatMap(run => {
      const driver = asString(at(run, ['tool', 'driver', 'name'])) ?? ''
      const oracle = ORACLES.find(([pattern]) => pattern.test(driver))?.[1]
      if (run === null || oracle === undefined) return []
      return asArray(member(run, 'results')).map(value => {
        const result = asObject(value) ?? {}
        return `${driver} ${oracle(result, ruleOf(run, result))}`
      })
    })

const snippetsOf = (log: JsonValue): readonly string[] =>
  asArray(member(asObject(log), 'runs'))
    .flatMap(run => asArray(member(asObject(run), 'results')))
    .map(result => asObject(asArray(member(asObject(result), 'locations'))[0]))
    .map(location => asString(at(location, ['physicalLocation', 'region', 'snippet', 'text']))?.trim() ?? '')

const tally = (values: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const value of [...values].sort()) counts[value] = (counts[value] ?? 0) + 1
  return counts
}

const TOOLS = [
  'codeql',
  'semgrep',
  'trivy',
  'grype',
  'snyk-open-source',
  'snyk-container',
  'checkov',
  'tfsec',
  'gitleaks',
  'osv-scanner',
  'bandit',
  'gosec',
  'eslint',
  'kics',
  'wiz',
  'scorecard'
]

withCorpus('real scanner output', () => {
  test.each(TOOLS)('severities of %s', directory => {
    let files = 0
    for (const [path, log] of corpusFiles(directory)) {
      files++
      const { findings, notFindings } = normalise(log)
      // Results that are no findings have no severity; the files with any are left to the accounting below.
      if (notFindings > 0) continue
      const known = findings.filter(({ tool }) => ORACLES.some(([pattern]) => pattern.test(tool)))
      expect([path, tally(known.map(({ tool, severity }) => `${tool} ${severity}`))]).toEqual([
        path,
        tally(expectedOf(log))
      ])
    }
    expect(files).toBeGreaterThan(0)
  })

  test('every result of every readable file is accounted for', () => {
    let files = 0
    let total = 0
    for (const [path, log] of corpusFiles('.')) {
      if (path.startsWith('_side')) continue
      files++
      const { findings, results, notFindings } = normalise(log, [], path)
      const inFile = asArray(member(asObject(log), 'runs')).reduce<number>(
        (sum, run) => sum + asArray(member(asObject(run), 'results')).length,
        0
      )
      expect([path, results]).toEqual([path, inFile])
      expect([path, findings.reduce((sum, finding) => sum + finding.occurrences, 0) + notFindings]).toEqual([
        path,
        results
      ])
      total += results
    }
    expect(files).toBeGreaterThan(200)
    expect(total).toBeGreaterThan(10_000)
  })

  test('packages are found where dependency scanners name them', () => {
    for (const [directory, expected] of [
      ['osv-scanner', 1],
      ['snyk-open-source', 1],
      ['grype', 1],
      ['wiz', 0.98],
      ['orca', 1]
    ] as const) {
      const findings = [...corpusFiles(directory)].flatMap(([, log]) => normalise(log).findings)
      const named = findings.filter(finding => finding.package?.version != null)
      expect(findings.length).toBeGreaterThan(0)
      expect([directory, named.length / findings.length >= expected]).toEqual([directory, true])
    }
  })

  test('no secret of a secret scanner is in its findings', () => {
    let secrets = 0
    for (const [, log] of ['gitleaks', 'trufflehog', 'secretlint'].flatMap(directory => [...corpusFiles(directory)])) {
      const written = JSON.stringify(normalise(log).findings)
      for (const snippet of snippetsOf(log).filter(text => text.length >= 8)) {
        secrets++
        expect(written).not.toContain(JSON.stringify(snippet).slice(1, -1))
      }
    }
    expect(secrets).toBeGreaterThan(0)
  })
})
