import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { decisionJson } from '../../src/core/reports/files/decision-json.js'
import { decisionRows } from '../../src/core/reports/files/rows-report.js'
import { ocsfLines } from '../../src/core/reports/files/siem/ocsf.js'
import { aDecision, anOutcome } from '../builders.js'
import { withFiles } from '../e2e/workspace.js'

const page = readFileSync('docs/fleet.md', 'utf8')

/** The programs of `jq` that a chapter shows. */
const programsOf = (chapter: string): readonly string[] => {
  const text = page.split(/^### /m).find(each => each.startsWith(chapter)) ?? ''
  return [...text.matchAll(/jq (?:-[a-z]+ )?'([^']+)' (?:events\.ndjson|decision\.json)/g)].map(([whole]) => whole)
}

const HAS_JQ = spawnSync('jq', ['--version']).status === 0
if (!HAS_JQ) console.warn('Skipped: no jq here')

const DECISION = aDecision({
  verdict: 'block',
  outcomes: [
    anOutcome(
      { verdict: 'block', sla: { due: '2026-11-20T00:00:00Z', status: 'breached' } },
      { ruleId: '<!channel> & co', location: null }
    ),
    anOutcome({ verdict: 'pass' }, { ruleId: 'quiet' })
  ]
})

/** What each program writes of one decision, as JSON. */
const answersOf = (chapter: string) =>
  withFiles({ 'decision.json': decisionJson(DECISION) }, directory => {
    writeFileSync(join(directory, 'events.ndjson'), [...ocsfLines(decisionRows(DECISION))].join(''))
    return programsOf(chapter).map(program =>
      execFileSync('sh', ['-c', program], { cwd: directory, encoding: 'utf8' })
        .trim()
        .split(/\n(?=\{)/)
        .map(line => JSON.parse(line))
    )
  })

describe('the examples of docs/fleet.md', () => {
  test('are there', () => {
    expect(programsOf('A SIEM')).toHaveLength(3)
    expect(programsOf('Slack and Jira')).toHaveLength(2)
  })

  test('give a SIEM every event', async () => {
    if (!HAS_JQ) return
    const [splunk, [sentinel], [datadog]] = (await answersOf('A SIEM')) as [{ event: object }[], object[][], object[][]]
    const time = Date.parse(DECISION.evaluatedAt) / 1000
    expect(splunk).toHaveLength(3)
    expect(splunk[0]).toMatchObject({ time, event: { class_uid: 2003 } })
    expect(sentinel?.[0]).toMatchObject({ TimeGenerated: DECISION.evaluatedAt, Class: 'Compliance Finding' })
    expect(datadog?.[0]).toMatchObject({
      ddsource: 'policy-gate',
      message: expect.stringContaining('"class_uid":2003')
    })
  })

  test('tell Slack what blocks and mention nobody, and make an issue of what is overdue', async () => {
    if (!HAS_JQ) return
    const [[slack], [jira]] = (await answersOf('Slack and Jira')) as [{ text: string }[], object[]]
    expect(slack?.text).toBe('high &lt;!channel&gt; &amp; co no file')
    expect(jira).toMatchObject({ fields: { duedate: '2026-11-20', summary: '<!channel> & co in no file' } })
  })
})
