import {
  type Command,
  isFindingId,
  type ParsedLine,
  PREFIX,
  takes
} from '../../../src/core/exceptions/commands/command.js'
import { readComment } from '../../../src/core/exceptions/commands/comment.js'
import { meaningOf, readLine } from '../../../src/core/exceptions/commands/line.js'
import { offeredLine, type TermsNow } from '../../../src/core/exceptions/commands/offer.js'
import { must, mustBeShowable, type Target } from '../target.js'

const NOW = '2026-11-23T15:00:00Z'
const ID = `F-${'0'.repeat(31)}1`
const SHA = 'a'.repeat(40)

/** Comments: only what stands there word for word is a command, and what is offered in its place is one. */
export const command: Target = {
  name: 'command',
  form: 'lines',
  words: [
    ...[PREFIX, '/gate approve', '/gate request', '/gate reject', '/gate revoke', '/gate break-glass', '/gate help'],
    ...[ID, `sha=${SHA}`, 'type=risk-accept', 'expires=2026-12-04', 'owner=@alice', 'ticket=SEC-1', '"', ' ', '  '],
    ...['reason="it is behind a proxy"', 'controls="WAF; limit"', '```', '> ', '<!--', '&nbsp;', 'PLACEHOLDER']
  ],
  check(_, text) {
    const lines = readComment(text)
    must(lines.length <= 50, `${lines.length} commands of one comment`)
    for (const line of lines) checkLine(line, text)
    const commands = lines.filter(line => line.kind === 'command')
    must(commands.length === 0 || text.startsWith(PREFIX), 'a command in talk')
    must(
      readComment(`Look:\n\n${text}`).every(({ kind }) => kind === 'malformed'),
      'a command after talk'
    )
    must(readComment(text.replace(/^/gm, '> ')).length === 0, 'a command in a quotation')
  }
}

function checkLine(line: ParsedLine, text: string): void {
  if (line.kind === 'malformed') {
    must(line.faults.length > 0, 'malformed without a fault')
    mustBeShowable(line.problem)
    const { verb, finding, values } = line.draft
    const offered = offeredLine({ verb, finding, values }, TERMS, NOW)
    if (offered !== null) mustBeShowable(offered)
    return
  }
  if (line.kind === 'question') return
  checkCommand(line, text)
}

const TERMS: TermsNow = { sha: SHA, lastDay: '2027-01-01', needsTicket: false, needsControls: false, owner: '@alice' }

function checkCommand(given: Command, text: string): void {
  const { verb, finding, sha, type, expires, ticket, owner, reason, controls } = given
  must(isFindingId(finding) && text.includes(`${PREFIX} ${verb} ${finding}`), 'a command that does not stand there')
  for (const part of [sha, expires, ticket]) must(part === null || text.includes(part), `${part} does not stand there`)
  must(sha === null || /^[0-9a-f]{40}$/.test(sha), 'a commit that is none')
  must(
    verb !== 'approve' || (sha !== null && expires !== null && owner !== null && type !== null),
    'an approval that lacks a part'
  )
  must(expires === null || !Number.isNaN(Date.parse(expires)), 'a day that is none')
  must(reason.trim() !== '' || !takes(verb, 'reason'), 'no reason')
  mustBeShowable(reason)
  for (const control of controls) mustBeShowable(control)
  const terms = { ...TERMS, sha, lastDay: null, owner }
  const offered = offeredLine(meaningOf(given), terms, '2000-01-01T00:00:00Z')
  must(offered !== null && JSON.stringify(readLine(offered)) === JSON.stringify(given), `offered otherwise: ${offered}`)
}
