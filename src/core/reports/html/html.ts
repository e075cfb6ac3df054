import { createHash } from 'node:crypto'
import type { Decision } from '../../decision/decision.js'
import { editionText } from '../../ground/edition.js'
import { breakGlassWords, changeSentence, fixedWords, headline } from '../ground/headline.js'
import { HTML_ITEMS } from '../ground/limits.js'
import type { ViewContext } from '../ground/view-context.js'
import { count, goneCounts } from '../ground/wording.js'
import { escapeHtml, type Html, h, NO_HTML } from './escape.js'
import { groupLists, type Index, indexOf, marksOf } from './groups.js'
import { problemArticle } from './problem.js'
import { ruleNumbers, rulesOf, ruleTable } from './rules.js'
import { SCRIPT } from './script.js'
import { type FindingsSection, placeShares, sectionsOf } from './sections.js'
import { controls, dueDates, evidence, exceptionTable, inputs, notices, openEvidence } from './state.js'
import { REPORT_STYLE, STYLE } from './style.js'

/** A part of the page, as it stands there and as the index names it. */
interface Part {
  readonly id: string
  readonly name: string
  readonly html: Html
}

const part = (id: string, title: string, body: Html, name = title): readonly Part[] =>
  body.html === ''
    ? []
    : [
        {
          id,
          name,
          html: h`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>\n${body}</section>\n`
        }
      ]

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
  // What is none is not told, but for the verdicts.
  const told = numbers.filter(([, number], index) => number > 0 || index < 4)
  const sentences = [changeSentence(decision), fixedWords(decision)?.words ?? null].filter(text => text !== null)
  return h`<header class="verdict ${decision.verdict}"><h1>${headline(decision)}</h1>
${sentences.map(sentence => h`<p>${sentence}</p>\n`)}<dl class="counts">${told.map(([name, number]) => h`<div><dt>${name}</dt><dd>${number}</dd></div>`)}</dl></header>
`
}

/** Where other parts of the page have what belongs to a problem. */
interface Signposts {
  readonly marks: ReturnType<typeof marksOf>
  readonly rules: ReturnType<typeof ruleNumbers>
}

function findingsPart(
  section: FindingsSection,
  { marks, rules }: Signposts,
  decision: Decision,
  context: ViewContext
): readonly Part[] {
  const { id, problems, findings, rest, cards, isOpen } = section
  const shares = placeShares(problems)
  const articles = problems.map((problem, index) => {
    const places = shares[index] ?? 1
    const attributes = marks.get(problem) ?? NO_HTML
    const as = index < cards ? 'card' : 'row'
    return problemArticle(
      problem,
      { as, isWhole: index < HTML_ITEMS.full, places, attributes, rules },
      decision,
      context
    )
  })
  const list = h`<div class="list">\n${articles}</div>\n`
  const more =
    rest === 0
      ? NO_HTML
      : h`<p>${count(rest, 'more finding')} ${rest === 1 ? 'is' : 'are'} in the decision file and the SARIF report.</p>\n`
  const grouped =
    findings === problems.length
      ? `${findings}`
      : `${count(findings, 'finding')} in ${count(problems.length, 'problem')}`
  const title = rest === 0 ? `${section.title} (${grouped})` : `${section.title} (${findings})`
  const name = `${section.short} (${findings})`
  const fold = h`<details class="fold" id="${id}"><summary>${title}</summary>${list}${more}</details>\n`
  return isOpen ? part(id, title, h`${list}${more}`, name) : [{ id, name, html: fold }]
}

/** What passes without the usual approval, above everything else. */
function breakGlass(decision: Decision): Html {
  const told = breakGlassWords(decision)
  if (told === null) return NO_HTML
  return h`<section class="verdict block unreviewed" aria-labelledby="break-glass"><h2 id="break-glass">${told.title}</h2>
<ul>
${told.sentences.map(sentence => h`<li>${sentence}</li>\n`)}</ul></section>
`
}

/** Words to search for, what to group by and to sort by: shown where scripts run. */
const TOOLS: Html = h`<div class="tools" role="search">
<label>Search <input id="search" type="search" autocomplete="off"></label>
<label>Group by <select id="group"><option value="">nothing</option><option value="owner">owner</option><option value="asset">asset</option><option value="rule">rule</option><option value="file">file</option></select></label>
<label>Sort by <select id="sort"><option value="given">urgency</option><option value="severity">severity</option><option value="due">due date</option><option value="place">place</option><option value="title">title</option></select></label>
<button type="button" id="all" hidden>Show all</button> <output id="told"></output></div>
`

function contents(parts: readonly Part[], index: Index): Html {
  const links = parts.map(({ id, name }) => h`<li><a href="#${id}">${name}</a></li>\n`)
  return h`<nav aria-label="Contents"><ul class="jump">
${links}</ul>
${index.numbers.size === 0 ? NO_HTML : h`${groupLists(index)}`}</nav>
${index.numbers.size === 0 ? NO_HTML : TOOLS}`
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

function body(decision: Decision, context: ViewContext): { readonly html: Html; readonly hasFindings: boolean } {
  const sections = sectionsOf(decision)
  const index = indexOf(sections)
  const rules = rulesOf(decision)
  const posts = { marks: marksOf(index), rules: ruleNumbers(rules) }
  const findings = (isOpen: boolean): readonly Part[] =>
    sections.filter(each => each.isOpen === isOpen).flatMap(each => findingsPart(each, posts, decision, context))
  const parts = [
    ...part('gaps', 'Evidence that is not whole', openEvidence(decision)),
    ...findings(true),
    ...part('due', 'Due dates', dueDates(decision)),
    ...part('exceptions', 'Exceptions', exceptionTable(decision)),
    ...findings(false),
    ...part('notices', 'Notices', notices(decision)),
    ...part('rules', 'Rules', ruleTable(rules, context)),
    ...part('controls', 'Controls', controls(decision)),
    ...part('evidence', 'Evidence', evidence(decision)),
    ...part('inputs', 'What was judged', inputs(decision))
  ]
  const html = h`${banner(decision)}${breakGlass(decision)}${contents(parts, index)}${parts.map(each => each.html)}${footer(decision, context)}`
  return { html, hasFindings: index.numbers.size > 0 }
}

const digest = (text: string): string => createHash('sha256').update(text).digest('base64')

/**
 * The report as one page: nothing is loaded, and without scripts all of it is readable. The policy in its head says so to
 * the browser, and lets in style sheet and script by their hashes only.
 */
export function renderHtml(decision: Decision, context: ViewContext): string {
  const style = `${STYLE}${REPORT_STYLE}`
  const { html, hasFindings } = body(decision, context)
  const runs = hasFindings ? ` script-src 'sha256-${digest(SCRIPT)}';` : ''
  const policy = `default-src 'none'; style-src 'sha256-${digest(style)}';${runs} base-uri 'none'; form-action 'none'`
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(`${context.checkName}: ${headline(decision)}`)}</title>
<style>${style}</style>
</head>
<body>
<main>
${html.html}
</main>
${hasFindings ? `<script>${SCRIPT}</script>\n` : ''}</body>
</html>
`
}
