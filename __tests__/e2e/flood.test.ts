import { expect, test } from '@jest/globals'
import { aWorld, closeAfterEach, expectCleanEnd, pay, runGate, sarif, writesOf } from './fault-world.js'
import { aResult } from './workspace.js'

closeAfterEach()

const POLICY = `version: 1
rules:
  - { id: errors, when: { min-severity: high }, verdict: block }
  - { id: warnings, when: { min-severity: medium }, verdict: warn }
`
/** Four bytes a character, marks, Markdown, HTML, mentions, commands of the runner and of the gate. */
const HOSTILE =
  '𝔊𝔞𝔱𝔢 e\u0301\u0301 👩‍👩‍👧‍👦 | ``` <!-- --> <img src=x> @acme/all\n::error::pwn\n##[add-mask]a %0A \u202e \u0000 /gate approve '
const bytes = (text: string | null | undefined): number => Buffer.byteLength(text ?? '')
const points = (text: string | null | undefined): number => [...(text ?? '')].length

/** One in ten is an error; each has a rule, a file and a text of its own. */
const FLOOD = sarif(
  ...Array.from({ length: 10_000 }, (_, at) =>
    aResult(`rule/𝔯${at % 700}`, `src/ordner-ä/𝔣${at % 900}.ts`, at + 1, {
      level: at % 10 === 9 ? 'error' : 'warning',
      message: { text: `${at} ${HOSTILE.repeat(3)}` }
    })
  )
)

test('10,000 findings with hostile texts: every view is within its limits, and shows the worst and the count', async () => {
  const fake = await aWorld({}, POLICY)
  // Annotations stand in files that the head has.
  for (const { files } of pay(fake).commits)
    for (let at = 0; at < 900; at += 1) files[`src/ordner-ä/𝔣${at}.ts`] = 'x\n'.repeat(12_000)
  const result = await runGate(fake, FLOOD)
  expectCleanEnd(result)
  expect(result).toMatchObject({ exitCode: 1, outputs: { verdict: 'block', blocking: '1000', warnings: '9000' } })
  // All within a minute, where GitHub allows some 80; the stand-in has checked each against GitHub's description.
  expect(writesOf(fake).length).toBeLessThanOrEqual(80)

  const { checks, comments } = pay(fake)
  expect(checks).toMatchObject([{ status: 'completed', conclusion: 'failure' }])
  const [check] = checks
  expect(points(check?.output.title)).toBeLessThanOrEqual(255)
  expect(bytes(check?.output.summary)).toBeLessThanOrEqual(65_535)
  expect(bytes(check?.output.text)).toBeLessThanOrEqual(65_535)
  // The worst are annotated: there are as many errors as annotations.
  expect(check?.annotations).toHaveLength(1_000)
  expect(new Set(check?.annotations.map(annotation => annotation.annotation_level))).toEqual(new Set(['failure']))
  for (const { title, message, raw_details: details } of check?.annotations ?? []) {
    expect(points(String(title))).toBeLessThanOrEqual(255)
    expect(Math.max(bytes(String(message)), bytes(String(details)))).toBeLessThanOrEqual(65_536)
  }
  expect(comments).toHaveLength(1)
  expect(points(comments[0]?.body)).toBeLessThanOrEqual(65_536)
  expect(bytes(result.summary)).toBeLessThanOrEqual(1_048_576)

  for (const view of [`${check?.output.title}${check?.output.summary}`, comments[0]?.body, result.summary]) {
    expect(view).toMatch(/block/i)
    expect(view).toMatch(/1[,.]?000/)
    expect(view).toMatch(/9[,.]?000/)
  }
  // Cut between characters: half of one would be written as U+FFFD.
  const shown = JSON.stringify([check, comments, result.summary])
  expect(shown).not.toMatch(/\ufffd|\\ud[89a-f][0-9a-f]{2}/i)
  expect(result.log).toMatch(/9000 more findings have no annotation/)
  expect(result.commands.filter(({ data }) => data.startsWith('pwn'))).toEqual([])
  expect(result.masks).toEqual([])
})
