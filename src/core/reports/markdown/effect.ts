import type { Effect, OutcomeChange, RuleEffect } from '../../history/effect.js'
import { gapText } from '../../history/replay.js'
import { type SimulatedReport, totalOf } from '../../history/simulation.js'
import { VERDICTS } from '../../policy/policy.js'
import { whereText } from '../ground/place-links.js'
import { bold, bullets, code, heading, join, type Markdown, md, NOTHING, prose, table } from './markdown.js'

/** Rows of one table; beyond them the rest is counted. */
const ROWS = 50

/** What a policy makes of the same findings, as Markdown: for the comment on a pull request that changes the policy. */
export function effectMarkdown(effect: Effect): Markdown {
  const { before, after, changes, newlyBlocking, noLongerBlocking, scans } = effect
  const blocking = changes.filter(change => change.after === 'block')
  const released = changes.filter(change => change.before === 'block')
  const others = changes.length - blocking.length - released.length
  return join([
    md`${bold(join([code(before.verdict), md`→`, code(after.verdict)], ' '))}: ${newlyBlocking} findings would newly block, ${noLongerBlocking} would no longer block.`,
    part(md`Would newly block`, blocking),
    part(md`Would no longer block`, released),
    others === 0 ? NOTHING : md`${others} further findings change between pass and warn.`,
    ruleTable(effect.rules),
    scans.length === 0
      ? NOTHING
      : bullets(
          scans.map(
            ({ id, before: old, after: now }) =>
              md`Scan ${code(id)}: ${code(old ?? 'not asked for')} → ${code(now ?? 'not asked for')}`
          )
        )
  ])
}

/** A simulation over many stored reports as Markdown. */
export function simulationMarkdown(reports: readonly SimulatedReport[]): Markdown {
  const total = totalOf(reports)
  const changed = reports.filter(({ effect }) => effect.before.verdict !== effect.after.verdict)
  return join([
    heading(2, md`Policy simulation`),
    md`${total.changed} of ${total.reports} reports change their verdict. ${total.newlyBlocking} findings would newly block, ${total.noLongerBlocking} would no longer block.`,
    table(
      [md`Verdict`, md`Before`, md`After`],
      VERDICTS.map(verdict => [
        code(verdict),
        md`${total.verdicts[verdict].before}`,
        md`${total.verdicts[verdict].after}`
      ])
    ),
    ruleTable(total.rules),
    changed.length === 0 ? NOTHING : heading(3, md`Reports that change`),
    changed.length === 0 ? NOTHING : reportTable(changed),
    bullets(total.gaps.map(({ gap, reports: count }) => md`Assumed for ${count} reports: ${prose(gapText(gap))}.`))
  ])
}

function reportTable(reports: readonly SimulatedReport[]): Markdown {
  const rows = reports
    .slice(0, ROWS)
    .map(({ name, effect }) => [
      code(name),
      md`${code(effect.before.verdict)} → ${code(effect.after.verdict)}`,
      md`${effect.newlyBlocking}`,
      md`${effect.noLongerBlocking}`
    ])
  return join([table([md`Report`, md`Verdict`, md`Newly blocking`, md`No longer`], rows), rest(reports.length)])
}

function part(title: Markdown, changes: readonly OutcomeChange[]): Markdown {
  if (changes.length === 0) return NOTHING
  const rows = changes.slice(0, ROWS).map(({ finding, before, after, tier, rules }) => {
    const place = whereText(finding)
    const deciding = after === 'block' ? rules.after : rules.before
    return [
      code(place),
      code(finding.ruleId),
      md`${code(before)} → ${code(after)}`,
      tier.before === tier.after ? md`${tier.after}` : md`${tier.before} → ${tier.after}`,
      join(
        deciding.map(({ id }) => code(id)),
        ', '
      )
    ]
  })
  return join([
    bold(title),
    table([md`Place`, md`Finding`, md`Verdict`, md`Tier`, md`Rules`], rows),
    rest(changes.length)
  ])
}

const rest = (count: number): Markdown => (count > ROWS ? md`… and ${count - ROWS} more.` : NOTHING)

function ruleTable(rules: readonly RuleEffect[]): Markdown {
  if (rules.length === 0) return NOTHING
  const rows = rules
    .slice(0, ROWS)
    .map(({ id, layer, newlyBlocking, noLongerBlocking }) => [
      code(id),
      code(layer),
      md`${newlyBlocking}`,
      md`${noLongerBlocking}`
    ])
  return join([table([md`Rule`, md`Layer`, md`Newly blocks`, md`No longer blocks`], rows), rest(rules.length)])
}
