import type { MalformedCode } from '../../../src/core/exceptions/commands/command.js'

export const REASON = 'reason="The endpoint is disabled in production"'

/** What commands name: the approval that would count, and its parts. */
export interface Named {
  readonly id: string
  readonly sha: string
  /** A day that the policy allows. */
  readonly day: string
}

/** An approval in order. */
export const approvalOf = ({ id, sha, day }: Named): string =>
  `/gate approve ${id} sha=${sha} type=risk-accept expires=${day} owner=@alice ${REASON}`

/** Bodies that are not addressed to the gate: nothing may happen, not even a reaction. */
export function silentBodies(named: Named): readonly (readonly [string, string])[] {
  const APPROVE = approvalOf(named)
  const approve = (change: (text: string) => string) => change(APPROVE)
  return [
    ['quoted', `> ${APPROVE}`],
    ['fenced', `\`\`\`\n${APPROVE}\n\`\`\``],
    ['indented as code', `    ${APPROVE}`],
    ['in backticks', `\`${APPROVE}\``],
    ['in details', `<details>\n${APPROVE}\n</details>`],
    ['in an HTML comment', `<!-- ${APPROVE} -->`],
    ['after a byte order mark', `\uFEFF${APPROVE}`],
    ['after a space', ` ${APPROVE}`],
    ['in capitals', approve(t => t.replace('/gate', '/GATE'))],
    ['full-width slash', approve(t => t.replace('/', '\uFF0F'))],
    ['Cyrillic a', approve(t => t.replace('gate', 'g\u0430te'))],
    ['fenced, on a line of its own', `Write:\n\n\`\`\`\n${APPROVE}\n\`\`\``],
    ['below a quotation', `> really?\n\n${APPROVE}`],
    ['on the second line within HTML', `<details>\n\n${APPROVE}\n\n</details>`],
    ['in the comment of a gate', `<!-- policy-gate:x -->\n${APPROVE}`],
    ['in prose', `I wrote ${APPROVE}`],
    ['of another bot', '/deploy\n/gateway restart'],
    ['e-mail reply', `Thanks!\n\nOn Monday, alice wrote:\n> ${APPROVE}`],
    ['no command', 'LGTM'],
    ['empty', '']
  ]
}

/** Bodies that begin like a command and are none. */
export function refusedBodies(named: Named): readonly (readonly [string, string, MalformedCode])[] {
  const { id: ID, sha: SHA, day: DAY } = named
  const APPROVE = approvalOf(named)
  const approve = (change: (text: string) => string) => change(APPROVE)
  return [
    ['trailing prose', `${APPROVE} thanks`, 'argument'],
    ['prose on the next line', `${APPROVE}\nthanks`, 'lines'],
    ['on the second line', `hello\n${APPROVE}`, 'lines'],
    ['after an empty line', `\n${APPROVE}`, 'lines'],
    ['above a quotation', `${APPROVE}\n> ${APPROVE}`, 'lines'],
    ['above an indented line', `${APPROVE}\n  ${APPROVE}`, 'lines'],
    ['two commands on a line', `${APPROVE} ${APPROVE}`, 'argument'],
    ['fence after the command', `${APPROVE}\n\`\`\``, 'lines'],
    ['line separator', `${APPROVE}\u2028x`, 'lines'],
    ['no space', approve(t => t.replace('/gate approve', '/gateapprove')), 'separator'],
    ['nothing but the name', '/gate', 'separator'],
    ['zero-width space in the verb', approve(t => t.replace('approve', 'app\u200Brove')), 'verb'],
    ['verb in capitals', approve(t => t.replace('approve', 'Approve')), 'verb'],
    ['unknown verb', approve(t => t.replace('approve', 'renew')), 'verb'],
    ['no-break space', approve(t => t.replace('/gate ', '/gate\u00A0')), 'separator'],
    ['tab', approve(t => t.replace('/gate ', '/gate\t')), 'separator'],
    ['tab before the id', approve(t => t.replace('approve ', 'approve\t')), 'separator'],
    ['tab between arguments', approve(t => t.replace(' type', '\ttype')), 'separator'],
    ['tab after a quote', `${APPROVE}\tticket=SEC-1`, 'separator'],
    ['two spaces before the verb', approve(t => t.replace('/gate ', '/gate  ')), 'separator'],
    ['two spaces before the id', approve(t => t.replace('approve ', 'approve  ')), 'separator'],
    ['two spaces between arguments', approve(t => t.replace(' type', '  type')), 'separator'],
    ['wildcard id', approve(t => t.replace(ID, 'F-*')), 'finding'],
    ['all', approve(t => t.replace(ID, 'all')), 'finding'],
    ['no id', '/gate approve', 'finding'],
    ['id of the file', approve(t => t.replace(ID, `EXC-${'0'.repeat(32)}`)), 'finding'],
    ['two ids', approve(t => t.replace(ID, `${ID} ${ID}`)), 'argument'],
    ['list of ids', approve(t => t.replace(ID, `${ID},${ID}`)), 'finding'],
    ['31 digits', approve(t => t.replace(ID, ID.slice(0, -1))), 'finding'],
    ['33 digits', approve(t => t.replace(ID, `${ID}0`)), 'finding'],
    ['id in capitals', approve(t => t.replace(ID, ID.toUpperCase())), 'finding'],
    ['sha of 7', approve(t => t.replace(SHA, SHA.slice(0, 7))), 'sha'],
    ['sha of 39', approve(t => t.replace(SHA, SHA.slice(1))), 'sha'],
    ['sha of 41', approve(t => t.replace(SHA, `${SHA}a`)), 'sha'],
    ['sha in capitals', approve(t => t.replace(SHA, SHA.toUpperCase())), 'sha'],
    ['HEAD', approve(t => t.replace(SHA, 'HEAD')), 'sha'],
    ['30 February', approve(t => t.replace(DAY, '2026-02-30')), 'expires'],
    ['29 February of a common year', approve(t => t.replace(DAY, '2027-02-29')), 'expires'],
    ['short month', approve(t => t.replace(DAY, '2026-1-5')), 'expires'],
    ['a word', approve(t => t.replace(DAY, 'tomorrow')), 'expires'],
    ['a zone', approve(t => t.replace(DAY, `${DAY}+14:00`)), 'value'],
    ['a quoted zone', approve(t => t.replace(DAY, `"${DAY}+14:00"`)), 'expires'],
    ['a time', approve(t => t.replace(DAY, `${DAY}T00:00:00Z`)), 'expires'],
    ['expires twice', `${APPROVE} expires=2026-12-02`, 'duplicate-key'],
    ['unknown key', `${APPROVE} force=yes`, 'unknown-key'],
    ['__proto__', `${APPROVE} __proto__=x`, 'unknown-key'],
    ['constructor', `${APPROVE} constructor=x`, 'unknown-key'],
    ['key in capitals', `${APPROVE} Ticket=SEC-1`, 'argument'],
    ['key without value', `${APPROVE} ticket`, 'argument'],
    ['empty reason', approve(t => t.replace(REASON, 'reason=""')), 'empty-value'],
    ['bare empty reason', approve(t => t.replace(REASON, 'reason=')), 'empty-value'],
    ['blank reason', approve(t => t.replace(REASON, `reason="${' '.repeat(30)}"`)), 'empty-value'],
    ['short reason', approve(t => t.replace(REASON, 'reason="it is fine"')), 'reason'],
    ['reason that says nothing', approve(t => t.replace(REASON, 'reason="n/a n/a n/a n/a n/a n/a"')), 'reason'],
    ['reason of 501', approve(t => t.replace(REASON, `reason="${'ab '.repeat(167)}"`)), 'too-long'],
    ['bare value of 201', approve(t => t.replace(REASON, `reason=${'ab'.repeat(101)}`)), 'too-long'],
    ['unclosed quote', approve(t => t.slice(0, -1)), 'unclosed-quote'],
    ['quote inside a value', approve(t => t.replace(REASON, 'reason=a"b"')), 'value'],
    ['text after a quote', `${APPROVE}x`, 'separator'],
    ['right-to-left override', approve(t => t.replace('disabled', '\u202Edisabled')), 'hidden-character'],
    ['zero-width space in the reason', approve(t => t.replace('disabled', 'dis\u200Babled')), 'hidden-character'],
    ['escape character', approve(t => t.replace('disabled', '\u001B[31mdisabled')), 'hidden-character'],
    ['half a surrogate pair', approve(t => t.replace('disabled', '\uD83Ddisabled')), 'hidden-character'],
    ['largest body', `${APPROVE.slice(0, -1)}${'a'.repeat(65_536 - APPROVE.length)}"`, 'too-long'],
    ['largest body of spaces', `/gate${' '.repeat(65_531)}`, 'separator'],
    ['largest body of arguments', `/gate approve ${ID}${' a=b'.repeat(16_000)}`, 'unknown-key'],
    ['no sha', approve(t => t.replace(` sha=${SHA}`, '')), 'missing-key'],
    ['no expires', approve(t => t.replace(` expires=${DAY}`, '')), 'missing-key'],
    ['no type', approve(t => t.replace(' type=risk-accept', '')), 'missing-key'],
    ['no owner', approve(t => t.replace(' owner=@alice', '')), 'missing-key'],
    ['no reason', approve(t => t.replace(` ${REASON}`, '')), 'missing-key'],
    ['break-glass as a type', approve(t => t.replace('risk-accept', 'break-glass')), 'type'],
    ['unknown type', approve(t => t.replace('risk-accept', 'risk_accept')), 'type'],
    ['mitigated without controls', approve(t => t.replace('risk-accept', 'mitigated')), 'controls'],
    ['bare semicolon', `${APPROVE} controls=;`, 'value'],
    ['quoted controls of nothing', `${APPROVE} controls="; ;"`, 'controls'],
    ['team as owner', approve(t => t.replace('@alice', '@acme/team')), 'owner'],
    ['app as owner', approve(t => t.replace('@alice', '"@dependabot[bot]"')), 'owner'],
    ['owner without @', approve(t => t.replace('@alice', 'alice')), 'owner'],
    ['ticket of nothing', `${APPROVE} ticket=none`, 'ticket'],
    ['ticket by http', `${APPROVE} ticket=http://tracker.example/1`, 'ticket'],
    ['sha in a request', `/gate request ${ID} reason=x sha=${SHA}`, 'forbidden-key'],
    ['expires in a rejection', `/gate reject ${ID} reason=x expires=${DAY}`, 'forbidden-key'],
    ['sha in a revocation', `/gate revoke ${ID} reason=x sha=${SHA}`, 'forbidden-key'],
    [
      'expires in break-glass',
      `/gate break-glass ${ID} sha=${SHA} ticket=A-1 ${REASON} expires=${DAY}`,
      'forbidden-key'
    ],
    ['break-glass without ticket', `/gate break-glass ${ID} sha=${SHA} ${REASON}`, 'missing-key']
  ]
}
