import { createHash } from 'node:crypto'
import type { Decision, Outcome } from '../../decision/decision.js'
import { editionText } from '../../ground/edition.js'
import { isNotLookedFor } from '../../identity/ran.js'
import { changeSentence, headline } from '../ground/headline.js'
import { HTML_ITEMS } from '../ground/limits.js'
import { selectWorst } from '../ground/selection.js'
import type { ViewContext } from '../ground/view-context.js'
import { count, expiryWords, gaps, goneCounts, scanStep, scanVerdict, scanWord } from '../ground/wording.js'
import { escapeHtml, type Html, h, NO_HTML } from './escape.js'
import { findingCard, findingRows } from './findings.js'
import { STYLE } from './style.js'

const part = (title: string, body: Html): Html =>
  body.html === '' ? NO_HTML : h`<section><h2>${title}</h2>\n${body}</section>\n`

function table(caption: string, header: readonly string[], rows: readonly (readonly (string | number)[])[]): Html {
  if (rows.length === 0) return NO_HTML
  const shown = rows.slice(0, HTML_ITEMS.rows)
  const told =
    rows.length > shown.length ? `${caption}; ${rows.length - shown.length} more are in the decision file` : caption
  return h`<div class="scroll"><table><caption>${told}</caption>
<thead><tr>${header.map(name => h`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>
${shown.map(cells => h`<tr>${cells.map(cell => h`<td>${cell}</td>`)}</tr>\n`)}</tbody></table></div>
`
}

function banner(decision: Decision): Html {
  const { counts } = decision
  const numbers = [
    ['Block', counts.block],
    ['Warn', counts.warn],
    ['Pass', counts.pass],
    ['Total', counts.total],
    ['Excepted', counts.excepted],
    ['Suppressed', counts.suppressed],
    ['Monitored', counts.monitored],
    ['Fixed', goneCounts(decision).fixed],
    ['Results read', counts.results]
  ] as const
  return h`<header class="verdict ${decision.verdict}"><h1>${headline(decision)}</h1>
<p>${changeSentence(decision) ?? ''}</p>
<dl class="counts">${numbers.map(([name, number]) => h`<div><dt>${name}</dt><dd>${number}</dd></div>`)}</dl></header>
`
}

function blocking(decision: Decision, context: ViewContext): Html {
  const outcomes = decision.outcomes.filter(outcome => outcome.verdict === 'block')
  const { shown } = selectWorst(outcomes, HTML_ITEMS.full)
  const inFull = new Set(shown)
  const others = outcomes.filter(outcome => !inFull.has(outcome))
  return part(
    `Must be fixed (${outcomes.length})`,
    outcomes.length === 0
      ? NO_HTML
      : h`${shown.map(outcome => findingCard(outcome, decision, context))}${others.length === 0 ? NO_HTML : findingRows(others, HTML_ITEMS.rows, decision, context)}`
  )
}

function folded(
  title: string,
  outcomes: readonly Outcome[],
  open: boolean,
  decision: Decision,
  context: ViewContext
): Html {
  if (outcomes.length === 0) return NO_HTML
  const rows = findingRows(outcomes, HTML_ITEMS.rows, decision, context)
  const summary = `${title} (${outcomes.length})`
  return open
    ? h`<details open><summary>${summary}</summary>${rows}</details>\n`
    : h`<details><summary>${summary}</summary>${rows}</details>\n`
}

function findings(decision: Decision, context: ViewContext): Html {
  const among = (holds: (outcome: Outcome) => boolean): readonly Outcome[] => decision.outcomes.filter(holds)
  const passing = (outcome: Outcome): boolean => outcome.verdict === 'pass' && outcome.state !== 'fixed'
  const accepted = ['excepted', 'suppressed', 'monitored']
  return h`${[
    folded(
      'To look at, does not block',
      among(({ verdict }) => verdict === 'warn'),
      true,
      decision,
      context
    ),
    folded(
      'Excepted, suppressed or monitored',
      among(outcome => passing(outcome) && accepted.includes(outcome.reason)),
      false,
      decision,
      context
    ),
    folded(
      'Pass',
      among(outcome => passing(outcome) && !accepted.includes(outcome.reason)),
      false,
      decision,
      context
    ),
    folded(
      'Fixed by this change',
      among(({ state, stateReason }) => state === 'fixed' && !isNotLookedFor(stateReason)),
      false,
      decision,
      context
    ),
    folded(
      'Not looked for now, because the tool or the rule did not run',
      among(({ stateReason }) => isNotLookedFor(stateReason)),
      false,
      decision,
      context
    )
  ]}`
}

function evidence(decision: Decision): Html {
  const rows = decision.scans.map(scan => [
    scan.id,
    scanWord(scan),
    scan.tools.map(({ name, version }) => (version === null ? name : `${name} ${version}`)).join(', '),
    scan.tools.reduce((sum, { results }) => sum + results, 0),
    scanVerdict(scan),
    [scan.reason, scanStep(scan)].filter(text => text !== null).join('. ')
  ])
  const open = gaps(decision).length
  const caption = open === 0 ? 'All evidence is there' : `${count(open, 'scan')} of ${decision.scans.length} not whole`
  return table(caption, ['Scan', 'State', 'Tools', 'Results', 'Verdict', 'Why'], rows)
}

function exceptions(decision: Decision): Html {
  const rows = decision.exceptions.map(({ id, status, source, finding, expires, problem, account }) => [
    id,
    status,
    source,
    finding ?? '',
    expires === null ? '' : expiryWords(expires, decision.evaluatedAt),
    account?.type ?? '',
    account?.reason ?? '',
    account?.owner ?? '',
    account?.approvers.map(({ login, at }) => `${login}, ${at.slice(0, 'YYYY-MM-DD'.length)}`).join('; ') ?? '',
    account?.ticket ?? '',
    account?.controls.join(', ') ?? '',
    account === undefined ? '' : `${account.quorum.have} of ${account.quorum.needed ?? '?'}`,
    problem ?? ''
  ])
  const head = ['Exception', 'Status', 'From', 'Finding', 'Expires', 'Type', 'Reason', 'Owner', 'Approved by']
  return table('All exceptions that were read', [...head, 'Ticket', 'Controls', 'Approvals', 'Problem'], rows)
}

/** What the rules of each control came to; nothing where rules name none. */
function controls(decision: Decision): Html {
  const rows = decision.controls.map(({ id, rules, counts, verdict }) => [
    id,
    rules.map(({ id: rule }) => rule).join(', '),
    verdict ?? 'not known: the evidence is incomplete',
    counts.block,
    counts.warn,
    counts.excepted,
    counts.monitored,
    counts.total
  ])
  const head = ['Control', 'Rules', 'Verdict', 'Block', 'Warn', 'Excepted', 'Monitored', 'Findings']
  return table('What the rules of each control came to', head, rows)
}

function inputs(decision: Decision): Html {
  const rows = decision.inputs.map(({ kind, name, sha256, bytes }) => [kind, name, sha256, bytes])
  return table('Files that the decision rests on', ['Kind', 'Name', 'SHA-256', 'Bytes'], rows)
}

function footer({ gate, change, evaluatedAt }: Decision, context: ViewContext): Html {
  const told = [
    `${context.checkName}, Policy Gate ${editionText(gate)}`,
    evaluatedAt,
    change.repository,
    change.pullRequest === null ? null : `pull request ${change.pullRequest}`,
    change.headSha === null ? null : `head ${change.headSha}`
  ]
  return h`<footer>${told.filter(text => text !== null).join(' · ')}</footer>`
}

/**
 * The report as one page: nothing is loaded and nothing runs. The policy in its head says so to the browser, and lets
 * in the style sheet by its hash only.
 */
export function renderHtml(decision: Decision, context: ViewContext): string {
  const hash = createHash('sha256').update(STYLE).digest('base64')
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`
  const notices = decision.notices.map(({ level, code, message }) => [level, code, message])
  const body = h`${banner(decision)}${part('Evidence', evidence(decision))}${blocking(decision, context)}${findings(decision, context)}${part('Exceptions', exceptions(decision))}${part('Controls', controls(decision))}${part('Notices', table('What the gate has to say', ['Level', 'Code', 'Message'], notices))}${part('What was judged', inputs(decision))}${footer(decision, context)}`
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(`${context.checkName}: ${headline(decision)}`)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${body.html}
</main>
</body>
</html>
`
}
