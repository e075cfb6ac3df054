import { expect, test } from '@jest/globals'
import { user } from '../fake-github/state.js'
import {
  type ApprovalWorld,
  afterPush,
  approve,
  BOB,
  CAROL,
  checkOf,
  findingOf,
  inDays,
  MALLORY,
  merge,
  POLICY,
  reactionsTo,
  sticky,
  worldInProcess
} from './approval-world.js'

/** The lines that the comment offers to be copied. */
const offered = (world: ApprovalWorld): readonly string[] =>
  [...sticky(world).matchAll(/^ *```text\n([\s\S]*?)\n *```$/gm)]
    .flatMap(([, text = '']) => text.split('\n'))
    .map(line => line.trim())
    .filter(line => line.startsWith('/gate approve F-'))

const filled = (line: string): string =>
  line.replace(/reason="[^"]*"/, 'reason="The endpoint is off until the parser is released"')

test('from a request to a green check by copying one line and saying why', async () => {
  const world = await worldInProcess()
  const finding = findingOf(await world.scan())
  world.write(MALLORY, `/gate request ${finding} reason="The parser needs a release first" expires=${inDays(5)}`)
  await world.answer()
  const waiting = sticky(world)
  expect(waiting).toMatch(/### Waiting for approval/)
  for (const words of [
    /`mallory`/,
    /The parser needs a release first/,
    /`team acme\/appsec`/,
    /1 of 1 approval missing/
  ])
    expect(waiting).toMatch(words)
  expect(waiting).toContain('`js/x` in `src/a.ts:1`')
  const [line = ''] = offered(world)
  expect(line).toContain(`expires=${inDays(5)} owner=@alice`)

  // Left as it is, the line is refused.
  world.write(BOB, line)
  expect((await world.answer()).exitCode).toBe(1)
  expect(sticky(world)).toMatch(/reason still has to be filled in/)

  const copied = world.write(BOB, filled(line))
  const approved = await world.answer()
  expect(approved).toMatchObject({ exitCode: 0, outputs: { verdict: 'pass', excepted: '1' } })
  expect(checkOf(world)).toMatchObject({ conclusion: 'success' })
  expect(reactionsTo(world, copied.id)).toEqual(['eyes', 'rocket'])
  const shown = sticky(world)
  expect(shown).not.toMatch(/Waiting for approval|still has to be filled in/)
  // What was accepted, by whom, why and until when, with the command itself.
  const [, exceptions = ''] = shown.split('### Exceptions')
  expect(exceptions).toContain('High `js/x` in `src/a.ts:1`')
  expect(exceptions).toContain(`[\`@sec-bob\`](https://github.com/acme/pay/pull/42#issuecomment-${copied.id})`)
  expect(exceptions).toMatch(/The endpoint is off until the parser is released/)
  expect(exceptions).toContain(inDays(5))
  world.written()
  await world.answer()
  // The stand-in keeps the own run queued, which is not started twice.
  expect(world.written().filter(write => !write.includes('/rerun'))).toEqual([])
})

test('a refused command is answered once, with every fault, and mended by copying the line in the answer', async () => {
  const world = await worldInProcess(POLICY.replace('labels:', 'require: { ticket: [2] }\n  labels:'))
  const finding = findingOf(await world.scan())
  const refused = world.write(
    BOB,
    `/gate approve ${finding} sha=abc1234 expires=${inDays(400)} owner=alice reason="fp"`
  )
  await world.answer()
  expect(reactionsTo(world, refused.id)).toEqual(['eyes', '-1'])
  const told = sticky(world)
  for (const fault of [
    /also needs `?type`?/,
    /full commit id/,
    /at most/,
    /one person/,
    /at least `?20`?/,
    /ticket is required/
  ])
    expect(told).toMatch(fault)
  const [line = ''] = offered(world)
  const mended = world.write(BOB, filled(line).replace(/ticket="[^"]*"/, 'ticket=SEC-12'))
  expect(await world.answer()).toMatchObject({ exitCode: 0, outputs: { excepted: '1' } })
  expect(reactionsTo(world, mended.id)).toEqual(['eyes', 'rocket'])
  expect(sticky(world)).not.toMatch(/### Commands/)
})

test('two commands in one comment, one refused: the other counts, and each is answered', async () => {
  const world = await worldInProcess()
  const blocked = await world.scan(['src/a.ts', 'docs/c.md'])
  const [first, second] = blocked.decision.outcomes.map((outcome: { finding: { id: string } }) => outcome.finding.id)
  const both = world.write(BOB, `${approve(first)}\n${approve(second, { expires: inDays(900) })}`)
  const result = await world.answer()
  expect(result).toMatchObject({ exitCode: 1, outputs: { excepted: '1' } })
  expect(reactionsTo(world, both.id)).toEqual(['eyes', '-1'])
  expect(sticky(world)).toMatch(/1 of 2 counted/)
  expect(sticky(world)).toMatch(new RegExp(`\\[\`approve\`\\]\\(\\S+\\) for \`${second}\` in line 2 by \`sec-bob\``))
  const notices = result.decision.notices.filter(({ code }: { code: string }) => code === 'command')
  expect(notices.map(({ message }: { message: string }) => / in line \d/.exec(message)?.[0])).toEqual([
    ' in line 1',
    ' in line 2'
  ])

  const [line = ''] = offered(world)
  world.write(BOB, filled(line))
  expect(await world.answer()).toMatchObject({ exitCode: 0, outputs: { excepted: '2' } })
})

test('every request at once: the lines of the comment are copied together', async () => {
  const world = await worldInProcess()
  const blocked = await world.scan(['src/a.ts', 'docs/c.md'])
  const ids: readonly string[] = blocked.decision.outcomes.map(({ finding }: { finding: { id: string } }) => finding.id)
  world.write(MALLORY, ids.map(id => `/gate request ${id} reason="after the release"`).join('\n'))
  await world.answer()
  const lines = offered(world)
  expect(lines).toHaveLength(2)
  const all = world.write(CAROL, lines.map(filled).join('\n'))
  expect(await world.answer()).toMatchObject({ exitCode: 0, outputs: { excepted: '2' } })
  expect(reactionsTo(world, all.id)).toEqual(['eyes', 'rocket'])
})

test('help and status are answered in the comment until somebody says more', async () => {
  const world = await worldInProcess()
  const finding = findingOf(await world.scan())
  const help = world.write(MALLORY, '/gate help')
  await world.answer('/gate help')
  expect(sticky(world)).toMatch(/How commands are written[\s\S]*\/gate break-glass F-<32 hex digits>/)
  expect(reactionsTo(world, help.id)).toEqual(['eyes'])
  world.write(MALLORY, '/gate status')
  await world.answer('/gate status')
  expect(sticky(world)).toMatch(/1 finding blocks; 0 findings are excepted/)
  expect(sticky(world)).not.toMatch(/How commands are written/)
  world.write(BOB, `/gate reject ${finding} reason="Reachable from the login page"`)
  await world.answer()
  expect(sticky(world)).not.toMatch(/You asked/)
})

test('a comment that holds more than commands is told so, where its workflow lets it through', async () => {
  const world = await worldInProcess()
  const finding = findingOf(await world.scan())
  const body = `LGTM\n${approve(finding)}`
  const talk = world.write(BOB, body)
  expect(await world.answer(body)).toMatchObject({ exitCode: 1, outputs: { excepted: '0' } })
  expect(reactionsTo(world, talk.id)).toEqual(['eyes', '-1'])
  expect(sticky(world)).toMatch(/holds nothing but commands/)
  const [line = ''] = offered(world)
  world.write(BOB, line)
  expect(await world.answer(line)).toMatchObject({ exitCode: 0, outputs: { excepted: '1' } })
})

test.each([
  ['that begins a line with the name', 'Is this what\n/gate is for?'],
  ['with one in a fence', 'As in\n```\n/gate status\n```']
])('prose of a stranger %s is answered by nothing, and loses no command', async (_what, body) => {
  const world = await worldInProcess()
  const finding = findingOf(await world.scan())
  world.written()
  const prose = world.write(MALLORY, body)
  expect(await world.answer(body)).toMatchObject({ exitCode: 1, outputs: { blocking: '1' } })
  // The check names the scans as the artifact does, once; nobody is told of that.
  expect(world.written().filter(write => !write.includes('/check-runs/'))).toEqual([])
  expect(reactionsTo(world, prose.id)).toEqual([])
  world.write(MALLORY, body)
  await world.answer(body)
  expect(world.written()).toEqual([])
  // Its run may have taken the place of one that waited for this command.
  world.write(BOB, approve(finding))
  expect(await world.answer(body)).toMatchObject({ exitCode: 0, outputs: { excepted: '1' } })
})

test('a bot is refused and told', async () => {
  const world = await worldInProcess()
  const finding = findingOf(await world.scan())
  const agent = { ...user(77, 'coding-agent[bot]'), type: 'Bot' as const }
  const asked = world.write(agent, approve(finding))
  expect(await world.answer()).toMatchObject({ exitCode: 1, outputs: { excepted: '0' } })
  expect(reactionsTo(world, asked.id)).toEqual(['eyes', '-1'])
  expect(sticky(world)).toMatch(/only people give commands/)
})

test('the pull request that keeps what was approved shows it in a table', async () => {
  const world = await worldInProcess()
  const finding = findingOf(await world.scan())
  world.write(BOB, approve(finding))
  merge(world)
  await afterPush(world, ['src/a.ts'])
  const { body = '' } = world.repository.pulls.at(-1) ?? {}
  expect(body).toMatch(/\| Finding \| Type \| Why \| Approved by \| Owner \| Until \| Ticket \|/)
  expect(body).toContain(
    `| High \`js/x\` in \`src/a.ts:1\` | risk-accept | The endpoint is disabled in production | \`@sec-bob\``
  )
})
