// Writes what blocks and warns as logging commands of Azure Pipelines, which shows them on the run and the pull request.
// Usage: node azure-log.mjs decision.json
// https://learn.microsoft.com/azure/devops/pipelines/scripts/logging-commands
import { readFileSync } from 'node:fs'

const { verdict, outcomes, problems = [] } = JSON.parse(readFileSync(process.argv[2] ?? 'decision.json', 'utf8'))
const line = text => String(text).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
/** A message may hold anything but a command. */
const message = text => line(text).replaceAll('%', '%AZP25').replace(/##(?=[a-z]*\[)/gi, '# #')
const property = text => message(text).replaceAll(';', '%3B').replaceAll(']', '%5D')

if (verdict === null) {
  for (const problem of problems) {
    const said = typeof problem === 'string' ? problem : (problem.text ?? problem.message)
    console.log(`##vso[task.logissue type=error]Policy Gate could not decide: ${message(said)}`)
  }
}
for (const { verdict: found, finding, next } of outcomes ?? []) {
  if (found === 'pass') continue
  const { location, ruleId, tool } = finding
  const at = location === null ? '' : `sourcepath=${property(location.path)};linenumber=${location.startLine ?? 1};`
  const type = found === 'block' ? 'error' : 'warning'
  const text = `${tool} ${ruleId}: ${finding.message} ${next ?? ''}`
  console.log(`##vso[task.logissue type=${type};${at}code=${property(ruleId)};]${message(text)}`)
}
