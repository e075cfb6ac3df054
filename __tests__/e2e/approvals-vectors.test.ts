import { createHash } from 'node:crypto'
import { expect, test } from '@jest/globals'
import { sha } from '../fake-github/state.js'
import { ago, approve, BOB, checkOf, findingOf, inDays, quietly, worldInProcess } from './approval-world.js'

const LINES = 'malformed, a comment with a command holds nothing but commands'
const SEPARATOR = 'malformed, the parts of a command are separated by exactly one space'
const VERB = 'malformed, the verb is one of '
const FINDING = 'malformed, the verb is followed by one finding id'
const ARGUMENT = 'malformed, after the finding id come only key=value pairs'
const UNKNOWN_KEY = 'malformed, the keys are '
const SHA = 'malformed, sha is the full commit id'
const DAY = 'malformed, expires is a day of the calendar'
const REASON = 'reason="The endpoint is disabled in production"'

/** The vectors that a gate must reject, and how this one answers each; null: it is no command, and nobody answers it. */
function vectorsOf(finding: string): readonly (readonly [name: string, body: string, answer: string | null])[] {
  const good = approve(finding)
  const id = finding.slice('F-'.length)
  const with_ = (from: string, to: string) => good.replace(from, to)
  const because = (reason: string) => good.replace(REASON, `reason="${reason}"`)
  return [
    ['quoted', `> ${good}`, null],
    ['fenced', `\`\`\`\n${good}\n\`\`\``, null],
    ['indented as code', `    ${good}`, null],
    ['in backticks', `\`${good}\``, null],
    ['in details', `<details>\n${good}\n</details>`, null],
    ['in an HTML comment', `<!-- ${good} -->`, null],
    ['on the second line', `Looks fine\n${good}`, LINES],
    ['after a byte order mark', `\uFEFF${good}`, null],
    ['after a space', ` ${good}`, null],
    ['in an e-mail reply', `No.\n\nOn Monday, mallory wrote:\n> ${good}`, null],
    ['in capitals', with_('/gate', '/GATE'), null],
    ['with a full-width slash', with_('/', '\uFF0F'), null],
    ['with a Cyrillic a', with_('gate', 'g\u0430te'), null],
    ['before prose', `${good} thanks`, ARGUMENT],
    ['above a line of prose', `${good}\nthanks`, LINES],
    ['without a space', with_('/gate approve', '/gateapprove'), SEPARATOR],
    ['with a zero-width space in its verb', with_('approve', 'app\u200Brove'), VERB],
    ['with a no-break space', with_('/gate ', '/gate\u00A0'), SEPARATOR],
    ['with a tab', with_('/gate ', '/gate\t'), SEPARATOR],
    ['with two spaces', with_('approve ', 'approve  '), SEPARATOR],
    ['for any exception', with_(finding, 'EXC-*'), FINDING],
    ['for any finding', with_(finding, 'F-*'), FINDING],
    ['for all', with_(finding, 'all'), FINDING],
    ['for two findings', with_(finding, `${finding} ${finding}`), ARGUMENT],
    ['with an id of 31 digits', with_(id, id.slice(1)), FINDING],
    ['with an id of 33 digits', with_(id, `${id}0`), FINDING],
    ['with an id in capitals', with_(id, `A${id.slice(1).toUpperCase()}`), FINDING],
    ['with a commit of 7 digits', approve(finding, { sha: sha('head').slice(0, 7) }), SHA],
    ['with a commit of 39 digits', approve(finding, { sha: sha('head').slice(1) }), SHA],
    ['with a commit of 41 digits', approve(finding, { sha: `${sha('head')}0` }), SHA],
    ['with a commit in capitals', approve(finding, { sha: sha('head').toUpperCase() }), SHA],
    ['with the base commit', approve(finding, { sha: sha('base') }), 'base-sha, '],
    ['with another head, of other content', approve(finding, { sha: sha('before') }), 'carry-content, '],
    ['with a commit that nobody knows', approve(finding, { sha: sha('nowhere') }), 'carry-unknown, '],
    ['until 30 February', approve(finding, { expires: '2027-02-30' }), DAY],
    ['until a day that is over', approve(finding, { expires: inDays(-1) }), 'expires-past, '],
    ['for ever', approve(finding, { expires: '9999-12-31' }), 'too-long, '],
    ['until 2027-1-5', approve(finding, { expires: '2027-1-5' }), DAY],
    ['until tomorrow', approve(finding, { expires: 'tomorrow' }), DAY],
    ['until a day of another zone', approve(finding, { expires: `"${inDays(7)}+14:00"` }), DAY],
    ['with two days', `${good} expires=${inDays(8)}`, 'malformed, expires is given twice'],
    ['with a key that does not exist', `${good} force=yes`, UNKNOWN_KEY],
    ['with __proto__', `${good} __proto__=x`, UNKNOWN_KEY],
    ['with constructor', `${good} constructor=x`, UNKNOWN_KEY],
    ['without a reason', because(''), 'malformed, a value is empty'],
    ['with a reason of 501 characters', because('ab '.repeat(167)), 'malformed, a quoted value has at most 500'],
    ['with an open quote', good.slice(0, -1), 'malformed, a quoted value has no closing quote'],
    ['with text that runs backwards', because('The endpoint \u202Eis disabled'), 'malformed, a value holds control'],
    ['of the largest size', because('a'.repeat(65_536 - because('').length)), 'malformed, a quoted value has at most'],
    ['with another verb', with_('approve', 'renew'), VERB]
  ]
}

test('none of the vectors that must be rejected counts, and each is answered with its reason', async () => {
  const world = await worldInProcess()
  const { pulls, commits } = world.repository
  const finding = findingOf(await world.scan())
  const good = approve(finding)
  const vectors = vectorsOf(finding)
  expect(new Set(vectors.map(([, body]) => body)).size).toBe(vectors.length)
  // The same text where no command belongs: title, text and message of the change, written by its author.
  Object.assign(pulls[0] ?? {}, { title: good, body: good })
  const head = commits.find(commit => commit.sha === sha('head'))
  Object.assign(head ?? {}, { message: good })
  commits.push({ ...structuredClone(head as (typeof commits)[number]), sha: sha('before'), files: { 'src/a.ts': 'x' } })
  for (const [index, [, body]] of vectors.entries()) world.write(BOB, body, { createdAt: ago(90 - index) })

  const result = await world.answer('/gate', quietly(world))

  const told: readonly string[] = result.decision.notices
    .filter(({ code }: { code: string }) => code === 'command')
    .map(({ message }: { message: string }) => message)
  const answers = vectors.map(([name, body, answer]) => {
    const digest = createHash('sha256').update(body).digest('hex')
    const message = told.find(text => text.includes(digest)) ?? null
    const said = message === null ? null : message.slice(message.indexOf(': ') + 2).slice(0, answer?.length)
    return [name, said]
  })
  expect(answers).toEqual(vectors.map(([name, , answer]) => [name, answer]))
  expect(told).toHaveLength(vectors.filter(([, , answer]) => answer !== null).length)
  expect(result).toMatchObject({ exitCode: 1, outputs: { verdict: 'block', excepted: '0' } })
  expect(result.decision.exceptions).toMatchObject([{ finding, status: 'invalid' }])
  expect(checkOf(world)).toMatchObject({ conclusion: 'failure' })
  expect(result.summary).toContain(`0 of ${told.length} counted`)
  // What is said in reviews is never asked for: the stand-in has no such route, and would tell of a call.
  expect(world.fake.calls.filter(({ path }) => /\/reviews|\/pulls\/\d+\/comments/.test(path))).toEqual([])

  // The very same world with the command itself: it counts.
  world.write(BOB, good, { createdAt: ago(1) })
  const counted = await world.answer('/gate', quietly(world))
  expect(counted).toMatchObject({ exitCode: 0, outputs: { excepted: '1' } })
})
