import type { Decision, Outcome, ScanOutcome } from '../../decision/decision.js'
import { isNotLookedFor } from '../../identity/ran.js'
import { fixedWords } from '../ground/headline.js'
import { TEXT_POINTS } from '../ground/limits.js'
import { titleOf } from '../ground/title.js'
import { controlWord, count, gaps, goneCounts, scanStep, scanVerdict, scanWord } from '../ground/wording.js'
import { bold, bullets, code, details, heading, join, type Markdown, md, NOTHING, prose, table } from './markdown.js'

const tools = (scan: ScanOutcome): Markdown =>
  scan.tools.length === 0
    ? md`no tool`
    : join(
        scan.tools
          .slice(0, 10)
          .map(tool => join([prose(tool.name, 60), tool.version === null ? NOTHING : code(tool.version, 40)], ' ')),
        ', '
      )

/** Every scan with its state; the judgement in words. */
export function scanTable(decision: Decision, limit: number): Markdown {
  if (decision.scans.length === 0) return NOTHING
  const rows = decision.scans
    .slice(0, limit)
    .map(scan => [
      code(scan.id, 80),
      prose(scanWord(scan)),
      tools(scan),
      md`${scan.tools.reduce((sum, tool) => sum + tool.results, 0)}`,
      prose(scanVerdict(scan)),
      prose(scan.reason, TEXT_POINTS.row)
    ])
  return table([md`Scan`, md`State`, md`Tools`, md`Results`, md`Verdict`, md`Why`], rows)
}

/** Evidence that is not whole, each with what to do; nothing where all is there. */
export function gapList(decision: Decision, limit: number): Markdown {
  const open = gaps(decision)
  if (open.length === 0) return NOTHING
  const items = open.slice(0, limit).map(scan => {
    const step = scanStep(scan)
    const blocks = scan.verdict === 'block' ? md` and blocks` : NOTHING
    return join(
      [
        md`${bold(md`Scan ${code(scan.id, 80)} is ${prose(scanWord(scan))}${blocks}:`)}`,
        sentence(scan.reason),
        step === null ? NOTHING : sentence(step)
      ],
      ' '
    )
  })
  return bullets(open.length > limit ? [...items, md`and ${prose(count(open.length - limit, 'more scan'))}`] : items)
}

/** Words as a sentence, with its stop. */
export const sentence = (text: string): Markdown => (/[.!?]\s*$/.test(text) ? prose(text) : md`${prose(text)}.`)

/** Fixed findings as good news, where the sentence at the top does not name them all, and those that are only gone because nothing looked for them; nothing where there are none. */
export function fixedPart(decision: Decision, limit: number): Markdown {
  const gone = decision.outcomes.filter(outcome => outcome.state === 'fixed')
  const fixed = gone.filter(({ stateReason }) => !isNotLookedFor(stateReason))
  const unseen = gone.filter(({ stateReason }) => isNotLookedFor(stateReason))
  return join([
    fixedWords(decision)?.isWhole === true ? NOTHING : goneList('Fixed by this change', fixed, limit),
    goneList('Not looked for now, because the tool or the rule did not run', unseen, limit)
  ])
}

function goneList(title: string, outcomes: readonly Outcome[], limit: number): Markdown {
  if (outcomes.length === 0) return NOTHING
  const items = outcomes
    .slice(0, limit)
    .map(({ finding }) =>
      join(
        [
          md`${prose(titleOf(finding), TEXT_POINTS.row)} (${code(finding.ruleId, 80)})`,
          finding.location === null ? NOTHING : md`in ${code(finding.location.path, TEXT_POINTS.path)}`
        ],
        ' '
      )
    )
  const rest = outcomes.length - items.length
  return details(
    `${title}: ${outcomes.length}`,
    bullets(rest > 0 ? [...items, md`${prose(count(rest, 'more finding'))}`] : items)
  )
}

/** What the gate itself has to say: warnings and errors first. */
export function noticeList(decision: Decision, limit: number): Markdown {
  const order = ['error', 'warning', 'info'] as const
  const notices = order.flatMap(level => decision.notices.filter(notice => notice.level === level))
  if (notices.length === 0) return NOTHING
  const items = notices
    .slice(0, limit)
    .map(notice => join([bold(prose(notice.level)), code(notice.code, 80), prose(notice.message)], ' · '))
  return bullets(
    notices.length > limit ? [...items, md`and ${prose(count(notices.length - limit, 'more notice'))}`] : items
  )
}

/** What the rules of each control came to, those that are not met first; nothing where rules name none. */
export function controlTable({ controls }: Decision, limit: number): Markdown {
  if (controls.length === 0) return NOTHING
  const met = (verdict: string | null): number => Number(verdict === 'pass')
  const rows = [...controls]
    .sort((a, b) => met(a.verdict) - met(b.verdict))
    .slice(0, limit)
    .map(({ id, rules, counts, verdict }) => [
      code(id, 80),
      join(
        rules
          .slice(0, 5)
          .map(rule => code(rule.id, 80))
          .concat(rules.length > 5 ? [md`${rules.length - 5} more`] : []),
        ', '
      ),
      md`${counts.total}`,
      md`${counts.excepted}`,
      md`${counts.monitored}`,
      prose(controlWord({ verdict, counts }))
    ])
  const shown = table([md`Control`, md`Rules`, md`Findings`, md`Excepted`, md`Monitored`, md`Verdict`], rows)
  const rest = controls.length - rows.length
  return join([shown, rest > 0 ? md`${rest} more are in the decision file.` : NOTHING])
}

/** A part under its heading, or nothing. */
export const titled = (title: Markdown, body: Markdown, level: 2 | 3 = 3): Markdown =>
  body === NOTHING ? NOTHING : join([heading(level, title), body])

/** All counts of the decision, which always add up: block, warn and pass are the total. */
export function countTable(decision: Decision): Markdown {
  const { counts } = decision
  return table(
    [
      md`Block`,
      md`Warn`,
      md`Pass`,
      md`Total`,
      md`Excepted`,
      md`Suppressed`,
      md`Monitored`,
      md`Fixed`,
      md`Results read`
    ],
    [
      [
        counts.block,
        counts.warn,
        counts.pass,
        counts.total,
        counts.excepted,
        counts.suppressed,
        counts.monitored,
        goneCounts(decision).fixed,
        counts.results
      ].map(number => md`${number}`)
    ]
  )
}
