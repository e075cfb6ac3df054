import type { Decision, Outcome, ScanOutcome } from '../../decision/decision.js'
import { type ExceptionOutcome, matchWords } from '../../exceptions/exception.js'
import { TEXT_POINTS } from '../ground/limits.js'
import { whereText } from '../ground/place-links.js'
import { titleOf } from '../ground/title.js'
import { clip } from '../ground/visible-text.js'
import {
  controlWord,
  count,
  day,
  expiryWords,
  feedWords,
  gaps,
  SEVERITY_WORDS,
  scanStep,
  scanVerdict,
  scanWord
} from '../ground/wording.js'
import { type Html, h, NO_HTML, withSign } from './escape.js'
import { findingAnchor } from './place.js'
import { namedTable } from './tables.js'

const folded = (title: string, body: Html): Html =>
  body.html === '' ? NO_HTML : h`<details><summary>${title}</summary>${body}</details>\n`

const GAPS = 50

/** Evidence that is not whole, each with what to do: it stands before everything else. */
export function openEvidence(decision: Decision): Html {
  const open = gaps(decision)
  if (open.length === 0) return NO_HTML
  const items = open.slice(0, GAPS).map(scan => {
    const blocks = scan.verdict === 'block' ? ' and blocks' : ''
    const told = [scan.reason, scanStep(scan)].filter(text => text !== null).map(text => clip(text, TEXT_POINTS.row))
    return h`<li><b>Scan <code>${scan.id}</code> is ${scanWord(scan)}${blocks}:</b> ${told.join('. ')}</li>\n`
  })
  const rest = open.length > GAPS ? h`<li>and ${count(open.length - GAPS, 'more scan')}</li>\n` : NO_HTML
  return h`<ul>\n${items}${rest}</ul>\n`
}

const results = ({ tools }: ScanOutcome): number => tools.reduce((sum, tool) => sum + tool.results, 0)

/** Every scan; one line until it is opened. */
export function evidence(decision: Decision): Html {
  const { scans, completeness } = decision
  const feeds = feedWords(decision)
  if (scans.length === 0) return feeds === null ? NO_HTML : h`<p>${feeds}</p>\n`
  const rows = scans.map(scan => [
    scan.id,
    scanWord(scan),
    scan.tools.map(({ name, version }) => (version === null ? name : `${name} ${version}`)).join(', '),
    results(scan),
    scanVerdict(scan),
    scan.reason
  ])
  const total = scans.reduce((sum, scan) => sum + results(scan), 0)
  const whole = completeness === 'complete' ? 'Complete' : 'Not whole'
  return folded(
    `${whole}: ${count(scans.length, 'scan')}, ${count(total, 'result')}${feeds === null ? '' : ` · ${feeds}`}`,
    namedTable('All scans', ['Scan', 'State', 'Tools', 'Results', 'Verdict', 'Why'], rows)
  )
}

/** A finding in a few words, linked to where the page has it. */
function about(outcome: Outcome): Html {
  const anchor = findingAnchor(outcome)
  const title = titleOf(outcome.finding)
  return h`${anchor === null ? h`${title}` : h`<a href="#${anchor}">${title}</a>`} <code>${whereText(outcome.finding)}</code>`
}

/** Findings with a due date that are listed. */
const DUE = 500

/** Findings with a day to be fixed by, the first due first; what passes is not due. */
export function dueDates({ outcomes }: Decision): Html {
  const due = outcomes
    .flatMap(outcome => (outcome.sla === null || outcome.verdict === 'pass' ? [] : [{ outcome, sla: outcome.sla }]))
    .sort((a, b) => (a.sla.due < b.sla.due ? -1 : a.sla.due > b.sla.due ? 1 : 0))
  const words = { within: 'in time', 'due-soon': 'due soon', breached: 'overdue' } as const
  const rows = due
    .slice(0, DUE)
    .map(({ outcome, sla }) => [
      day(sla.due),
      words[sla.status],
      SEVERITY_WORDS[outcome.finding.severity],
      about(outcome),
      outcome.owners.slice(0, 3).join(', ')
    ])
  const overdue = due.filter(({ sla }) => sla.status === 'breached').length
  const title = `${count(due.length, 'finding')} with a due date${overdue === 0 ? '' : `, ${overdue} overdue`}`
  const rest = due.length - rows.length
  const caption = rest === 0 ? 'The first due first' : `The first due first; ${rest} more are in the decision file`
  return folded(title, namedTable(caption, ['Due', 'Status', 'Severity', 'Finding', 'Owner'], rows))
}

/** Who approved when, and how many are needed. */
function approvedBy({ account }: ExceptionOutcome): Html {
  if (account === undefined) return NO_HTML
  const { approvers, quorum } = account
  const names = approvers.map(({ login, at }) => `${login}, ${day(at)}`).join('; ')
  return withSign([h`${names}`, h`(${quorum.have} of ${quorum.needed ?? '?'})`], ' ')
}

function reasonOf({ account, problem }: ExceptionOutcome): Html {
  const told = [
    account?.reason ?? null,
    account?.type ?? null,
    account?.owner == null ? null : `owned by ${account.owner}`,
    account?.ticket ?? null,
    account === undefined || account.controls.length === 0 ? null : `controls: ${account.controls.join(', ')}`,
    problem
  ].filter(text => text !== null)
  return withSign(
    told.map(text => h`${text}`),
    ' · '
  )
}

/** What it covers, where that is said in another way than by the id of the finding. */
const covered = ({ match }: ExceptionOutcome): Html =>
  match === undefined || match.kind === 'finding' ? NO_HTML : h`covers <code>${matchWords(match)}</code>`

/** Every exception that was read, those that end first standing first, with who approved it and why. */
export function exceptionTable({ exceptions, outcomes, evaluatedAt }: Decision): Html {
  const byId = new Map(outcomes.map(outcome => [outcome.id, outcome]))
  // What has no end comes last.
  const byEnd = [...exceptions].sort((a, b) => {
    const [first, second] = [a.expires ?? '\u{ffff}', b.expires ?? '\u{ffff}']
    return first < second ? -1 : first > second ? 1 : 0
  })
  const rows = byEnd.map(exception => {
    const { id, status, source, finding, expires } = exception
    const outcome = finding === null ? undefined : byId.get(finding)
    return [
      expires === null ? 'no end' : expiryWords(expires, evaluatedAt),
      status,
      withSign([outcome === undefined ? h`${finding ?? ''}` : about(outcome), covered(exception)], ' · '),
      approvedBy(exception),
      reasonOf(exception),
      h`<code>${id}</code> (${source})`
    ]
  })
  return namedTable(
    'All exceptions that were read, the first to end first',
    ['Until', 'Status', 'Finding', 'Approved by', 'Why', 'Exception'],
    rows
  )
}

/** What the rules of each control came to; nothing where rules name none. */
export function controls(decision: Decision): Html {
  const rows = decision.controls.map(({ id, rules, counts, verdict }) => [
    id,
    rules.map(({ id: rule }) => rule).join(', '),
    controlWord({ verdict, counts }),
    counts.block,
    counts.warn,
    counts.excepted,
    counts.monitored,
    counts.total
  ])
  const head = ['Control', 'Rules', 'Verdict', 'Block', 'Warn', 'Excepted', 'Monitored', 'Findings']
  return namedTable('What the rules of each control came to', head, rows)
}

export function notices(decision: Decision): Html {
  const rows = decision.notices.map(({ level, code, message }) => [level, code, message])
  return namedTable('What the gate has to say', ['Level', 'Code', 'Message'], rows)
}

/** The files with their digests; one line until it is opened. */
export function inputs(decision: Decision): Html {
  const rows = decision.inputs.map(({ kind, name, sha256, bytes }) => [kind, name, h`<code>${sha256}</code>`, bytes])
  const body = namedTable('Files that the decision rests on', ['Kind', 'Name', 'SHA-256', 'Bytes'], rows)
  return folded(`${count(rows.length, 'file')} by name and digest`, body)
}
