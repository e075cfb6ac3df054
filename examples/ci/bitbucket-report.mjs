// Makes a report of Bitbucket's Code Insights of a decision: one report, and its annotations in files of at most 100, as
// the API takes them; no more than 1,000, the gravest first.
// Usage: node bitbucket-report.mjs decision.json DIRECTORY
// https://developer.atlassian.com/cloud/bitbucket/rest/api-group-reports/
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const MOST_ANNOTATIONS = 1000
const MOST_IN_A_REQUEST = 100
const SEVERITIES = { critical: 'CRITICAL', high: 'HIGH', medium: 'MEDIUM', low: 'LOW', none: 'LOW', unknown: 'HIGH' }

const [decisionFile = 'decision.json', directory = 'code-insights'] = process.argv.slice(2)
const { verdict, completeness, counts, outcomes = [] } = JSON.parse(readFileSync(decisionFile, 'utf8'))
const clip = (text, most) => (text.length <= most ? text : `${text.slice(0, most - 1)}…`)

// The decision lists them in the order of their weight.
const told = (outcomes ?? []).filter(outcome => outcome.verdict !== 'pass')
const annotations = told.slice(0, MOST_ANNOTATIONS).map(({ id, verdict: found, finding, next }) => ({
  external_id: id,
  annotation_type: 'VULNERABILITY',
  severity: SEVERITIES[finding.severity] ?? 'HIGH',
  summary: clip(`${found}: ${finding.tool} ${finding.ruleId}`, 450),
  details: clip(`${finding.message}\n${next ?? ''}`, 2000),
  ...(finding.location === null ? {} : { path: finding.location.path, line: finding.location.startLine ?? 0 })
}))

const hidden = told.length - annotations.length
const state = { pass: 'passed', warn: 'passed with warnings', block: 'blocked' }[verdict] ?? 'could not decide'
const report = {
  title: 'Policy Gate',
  details: `The gate ${state}${hidden > 0 ? `; ${hidden} more findings are in the log` : ''}`,
  report_type: 'SECURITY',
  reporter: 'Policy Gate',
  result: verdict === 'pass' || verdict === 'warn' ? 'PASSED' : 'FAILED',
  data: [
    { title: 'Blocking', type: 'NUMBER', value: counts?.block ?? 0 },
    { title: 'Warnings', type: 'NUMBER', value: counts?.warn ?? 0 },
    { title: 'Evidence', type: 'TEXT', value: completeness ?? 'unknown' }
  ]
}

mkdirSync(directory, { recursive: true })
const write = (name, value) => writeFileSync(join(directory, name), JSON.stringify(value))
write('report.json', report)
for (let from = 0; from < annotations.length; from += MOST_IN_A_REQUEST) {
  write(`annotations-${from / MOST_IN_A_REQUEST}.json`, annotations.slice(from, from + MOST_IN_A_REQUEST))
}
