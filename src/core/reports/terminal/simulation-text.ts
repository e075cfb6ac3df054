import type { OutcomeChange } from '../../history/effect.js'
import { gapText } from '../../history/replay.js'
import { type SimulatedReport, totalOf } from '../../history/simulation.js'
import { VERDICTS } from '../../policy/policy.js'
import { whereText } from '../ground/place-links.js'
import { commandSafe, jsonText, visibleLine } from '../ground/visible-text.js'
import { count } from '../ground/wording.js'

/** Reports, findings of a report, and rules that the terminal lists before it only counts. */
const SHOWN = { reports: 40, findings: 5, rules: 20 } as const

/** A simulation for the terminal: each report that changes, then the totals, by verdict and by rule. */
export function simulationText(reports: readonly SimulatedReport[]): string {
  const total = totalOf(reports)
  const told = reports.filter(
    ({ effect }) =>
      effect.changes.length > 0 || effect.scans.length > 0 || effect.before.verdict !== effect.after.verdict
  )
  const rules = total.rules
    .slice(0, SHOWN.rules)
    .map(
      ({ id, layer, newlyBlocking, noLongerBlocking }) =>
        `  ${visibleLine(id)} (${visibleLine(layer)}): ${newlyBlocking} newly, ${noLongerBlocking} no longer`
    )
  const lines = [
    ...told.slice(0, SHOWN.reports).flatMap(reportLines),
    ...(told.length > SHOWN.reports ? [`… and ${told.length - SHOWN.reports} more reports that change`] : []),
    ...(told.length === 0 ? [] : ['']),
    `${count(total.reports, 'report')}, ${total.changed} with another verdict`,
    `  ${'verdict'.padEnd(8)}${'before'.padStart(8)}${'after'.padStart(8)}`,
    ...VERDICTS.map(verdict => {
      const { before, after } = total.verdicts[verdict]
      return `  ${verdict.padEnd(8)}${String(before).padStart(8)}${String(after).padStart(8)}`
    }),
    `Findings that newly block: ${total.newlyBlocking}; that no longer block: ${total.noLongerBlocking}`,
    ...rules,
    ...(total.rules.length > SHOWN.rules ? [`  … and ${total.rules.length - SHOWN.rules} more rules`] : []),
    ...total.gaps.map(({ gap, reports }) => `Assumed for ${count(reports, 'report')}: ${gapText(gap)}`)
  ]
  return commandSafe(`${lines.join('\n')}\n`)
}

function reportLines({ name, effect }: SimulatedReport): readonly string[] {
  const { before, after, changes, newlyBlocking, noLongerBlocking, scans } = effect
  const head = `${visibleLine(name)}: ${before.verdict} → ${after.verdict} (blocking ${before.counts.block} → ${after.counts.block}, warnings ${before.counts.warn} → ${after.counts.warn}; ${newlyBlocking} newly block, ${noLongerBlocking} no longer)`
  const hidden = changes.length - SHOWN.findings
  return [
    head,
    ...changes.slice(0, SHOWN.findings).map(changeLine),
    ...(hidden > 0 ? [`  … and ${hidden} more findings`] : []),
    ...scans.map(
      ({ id, before: old, after: now }) =>
        `  scan ${visibleLine(id)}: ${old ?? 'not asked for'} → ${now ?? 'not asked for'}`
    )
  ]
}

function changeLine({ finding, before, after, rules }: OutcomeChange): string {
  const place = whereText(finding)
  const deciding = (rules.after.length > 0 ? rules.after : rules.before).map(({ id }) => visibleLine(id)).join(', ')
  return `  ${before} → ${after}  ${visibleLine(place)}  ${visibleLine(finding.ruleId)} (${visibleLine(finding.tool)})${deciding === '' ? '' : `; rule ${deciding}`}`
}

/** The same for programs. */
export function simulationJson(reports: readonly SimulatedReport[]): string {
  const view = reports.map(({ name, change, effect, gaps }) => ({
    name,
    change,
    before: effect.before,
    after: effect.after,
    newlyBlocking: effect.newlyBlocking,
    noLongerBlocking: effect.noLongerBlocking,
    changes: effect.changes.map(({ id, finding, before, after, tier, rules }) => ({
      finding: id,
      tool: finding.tool,
      ruleId: finding.ruleId,
      severity: finding.severity,
      location: finding.location,
      before,
      after,
      tier,
      rules
    })),
    rules: effect.rules,
    scans: effect.scans,
    assumed: gaps
  }))
  return `${jsonText({ total: totalOf(reports), reports: view }, 2)}\n`
}
