import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Decision } from '../../../src/core/decision/decision.js'
import { EVALUATE_FORMATS, FORMATS, type Format, REPORTS } from '../../../src/core/reports/formats.js'
import { PLAIN_CONTEXT } from '../../../src/core/reports/ground/view-context.js'
import { aDecision, anOutcome } from '../../builders.js'
import { triesOf } from '../../thorough.js'
import { decisionFrom, hostileText } from './hostile-text.js'
import { BLIND, BLOCKED, CLEAN, WARNED } from './sample-decisions.js'
import { parseXml } from './xml.js'

const rendered = (format: Format, decision: Decision): string =>
  [...REPORTS[format].render(decision, { colour: false, view: PLAIN_CONTEXT })].join('')

const HIDDEN = /[^\P{Cc}\n\t]|[\p{Cf}\p{Zl}\p{Zp}]/u
const json = (text: string) => JSON.parse(text) as object
const shows = (text: string) => expect(text).not.toMatch(HIDDEN)

/** What a reader of each report relies on, whatever stands in it: throws where that does not hold. */
const READERS: Readonly<Record<Format, (text: string) => unknown>> = {
  text: shows,
  json,
  markdown: shows,
  comment: shows,
  sarif: json,
  junit: parseXml,
  gitlab: json,
  html: text => {
    shows(text)
    expect(text).toMatch(/^<!doctype html>/i)
    expect((text.match(/<script/gi) ?? []).length).toBeLessThanOrEqual(1)
  },
  attestation: json,
  svr: json,
  openvex: json,
  'cyclonedx-vex': json,
  oscal: json,
  ocsf: text => text.trim().split('\n').map(json)
}

/** Evidence about the whole, or about exceptions: these do not list findings. */
const SUMS_UP: readonly Format[] = ['attestation', 'svr', 'openvex', 'cyclonedx-vex', 'oscal']

describe.each(FORMATS)('%s', format => {
  test.each(Object.entries({ BLOCKED, WARNED, CLEAN, BLIND }))('can be read: %s', (_, decision) => {
    READERS[format](rendered(format, decision))
  })

  test('can be read whatever the text', () => {
    fc.assert(
      fc.property(fc.array(hostileText, { minLength: 1, maxLength: 7 }), texts => {
        READERS[format](rendered(format, decisionFrom(texts)))
      }),
      { numRuns: triesOf(50) }
    )
  })

  test.each(['##vso[task.setvariable variable=x]y', '##[error]x', '##teamcity[x]', '\n::error::x', '###vso[x]'])(
    'gives no command to a runner that shows it: %j',
    command => {
      const texts = Array.from({ length: 7 }, () => command)
      const text = rendered(format, decisionFrom(texts))
      expect(text).not.toMatch(/##[a-z]*\[|^\s*::/im)
      READERS[format](text)
    }
  )

  test('names every finding that blocks, with its place and rule', () => {
    if (SUMS_UP.includes(format)) return
    const text = rendered(format, BLOCKED)
    const blockers = BLOCKED.outcomes.filter(({ verdict }) => verdict === 'block')
    expect(blockers.length).toBeGreaterThan(0)
    // Markdown puts a backslash before what would be syntax.
    const plain = text.replace(/\\([!-/:-@[-`{-~])/g, '$1')
    for (const { finding } of blockers) {
      if (finding.location !== null) expect(plain).toContain(finding.location.path)
      expect(plain).toContain(finding.ruleId)
    }
  })

  test('shows no credential of a message', () => {
    const secret = 'ghp_0123456789abcdefghijABCDEFGHIJ012345'
    const outcome = anOutcome({ verdict: 'block' }, { message: `found ${secret} here` })
    expect(rendered(format, aDecision({ outcomes: [outcome] })).includes(secret)).toBe(false)
  })

  test('is the same text each time', () => expect(rendered(format, BLOCKED)).toBe(rendered(format, BLOCKED)))
})

test('no two reports are written to one file', () => {
  const files = FORMATS.flatMap(format => REPORTS[format].file ?? [])
  expect(new Set(files).size).toBe(files.length)
})

test('the README lists every report', () => {
  expect(readFileSync('README.md', 'utf8')).toContain(`\`--format ${EVALUATE_FORMATS.join('\\|')}\``)
})
