import { describe, expect, test } from '@jest/globals'
import { type FigureRows, figureRowsOf } from '../../../../src/core/history/fleet/rows/rows.js'
import type { StoredRun } from '../../../../src/core/history/fleet/rows/stored-run.js'
import { tableLines } from '../../../../src/core/history/fleet/rows/table-lines.js'
import { TABLES } from '../../../../src/core/history/fleet/rows/tables.js'
import { figureReader, type QuickReader } from '../../../../src/core/history/fleet/rows/wanted.js'
import { readDecisionDocument } from '../../../../src/core/history/stored.js'
import { decisionJson } from '../../../../src/core/reports/files/decision-json.js'
import type { DecisionDocument } from '../../../../src/generated/decision.js'
import { aDecision, anOutcome } from '../../../builders.js'
import { triesOf } from '../../../thorough.js'
import { dice, oddDocuments } from '../fleet/odd-runs.js'

/** What a text says by a reader: rows as figures need them, and the lines of every table. Null: it does not read it. */
type Said = { readonly figures: FigureRows; readonly lines: readonly string[] }

const SHA = { version: 2, sha256: 'f'.repeat(64) } as const
const figures = figureReader()

const latin1 = (text: string): string => Buffer.from(text).toString('latin1')

function quickly(text: string): Said | null {
  const document = figures(latin1(text))
  if (document === null) return null
  return { figures: figureRowsOf({ ...SHA, document }), lines: linesOf(read => read(latin1(text))) }
}

function asAWhole(text: string): Said | null {
  const document = documentIn(text)
  return document === null ? null : { figures: figureRowsOf({ ...SHA, document }), lines: linesOf(() => document) }
}

function documentIn(text: string): DecisionDocument | null {
  try {
    const stored = readDecisionDocument(JSON.parse(text))
    return stored.kind === 'document' && stored.version === 2 ? stored.document : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

function linesOf(
  documentFor: <Document>(read: QuickReader<Document>) => Document | DecisionDocument | null
): readonly string[] {
  return TABLES.flatMap(table => {
    const lines = tableLines(table, read => {
      const document = documentFor(read)
      if (document === null) throw new TypeError(`${table} is read by one reader and not by the other`)
      return [{ ...SHA, document } as StoredRun<never>]
    })
    return [...lines].flatMap(each => [...each])
  })
}

/** A decision with something in every member. */
const FULL = decisionJson(
  aDecision({
    outcomes: [
      anOutcome(
        { owners: ['@acme/é', '@b'], kev: true, epss: 0.00042, controls: ['C "1"'] },
        {
          message: 'Line\n\t"quoted" \\ back, ü, 😀, \u2028',
          score: 9.8,
          package: { purl: 'pkg:npm/a@1', name: 'a', version: '1', fixedVersion: null },
          packageReports: [{ purl: null, reachability: 'unknown', fixAvailable: null }],
          severityConflict: true
        }
      ),
      anOutcome({}, {})
    ],
    exceptions: [
      {
        ...{ id: 'EXC-1', status: 'active', source: 'file', finding: null, expires: '2026-12-31', problem: null },
        account: {
          ...{ type: 'mitigated', reason: 'The endpoint is off', owner: '@a', ticket: null, controls: ['WAF 1'] },
          approvers: [{ login: 'b', at: '2026-11-01T00:00:00Z', url: null }],
          quorum: { needed: 2, have: 1 }
        }
      }
    ],
    controls: [
      {
        ...{ id: 'C-1', rules: [{ id: 'r', layer: 'l' }] },
        counts: { block: 0, warn: 0, pass: 1, total: 1, excepted: 0, monitored: 1 },
        verdict: null
      }
    ],
    notices: [{ level: 'info', code: 'baseline-none', message: 'None' }]
  })
)

const TEXTS: readonly string[] = [
  FULL,
  ...oddDocuments(11, 30).map(document => `${JSON.stringify(document, null, 2)}\n`)
]

describe('what is taken out of a decision file at one look', () => {
  test('is what parsing and checking it gives, and every file of the gate is read so', () => {
    for (const text of TEXTS) {
      const whole = asAWhole(text)
      expect(whole).not.toBeNull()
      expect(quickly(text)).toEqual(whole)
    }
  })

  test('holds for texts of others only where the file is a decision and says the same', () => {
    const roll = dice(3)
    let [read, refused] = [0, 0]
    const rounds = triesOf(6_000)
    for (let round = 0; round < rounds; round++) {
      // As a file has it: half of a pair of surrogates is none of its characters.
      const text = Buffer.from(changed(TEXTS[roll(TEXTS.length)] ?? FULL, roll)).toString()
      const said = quickly(text)
      if (said === null) refused += 1
      else {
        read += 1
        expect({ text, said }).toEqual({ text, said: asAWhole(text) })
      }
    }
    // Or nothing was tried.
    expect(read).toBeGreaterThan(rounds / 100)
    expect(refused).toBeGreaterThan(rounds / 4)
  })

  test.each([
    ['a verdict without counts', FULL.replace(/"counts": \{[^}]*\}/, '"counts": null')],
    ['another version', FULL.replace('"schemaVersion": 2', '"schemaVersion": 1')],
    ['a member twice', FULL.replace('"verdict":', '"verdict": "pass",\n  "verdict":')],
    ['a member that nobody knows', FULL.replace('"verdict":', '"more": 1,\n  "verdict":')],
    ['another indent', JSON.stringify(JSON.parse(FULL))],
    ['line ends of Windows', FULL.replaceAll('\n', '\r\n')],
    ['a mark of byte order', `\uFEFF${FULL}`],
    ['text after its end', `${FULL}{}\n`],
    ['no line feed at its end', FULL.trimEnd()]
  ])('leaves a file with %s to who parses it', (_, text) => {
    expect(text).not.toBe(FULL)
    expect(quickly(text)).toBeNull()
  })

  test('comes to an end with millions of escapes and of items', () => {
    const long = FULL.replace('Line\\n', '\\n'.repeat(1 << 20))
    expect(quickly(long)).toEqual(asAWhole(long))
    const many = FULL.replace('"@acme/é",', `${'"",\n          '.repeat(1 << 17)}"@c",`)
    expect(quickly(many)).toEqual(asAWhole(many))
  })
})

const VALUES = [
  ...['null', 'true', 'false', '0', '-0', '1', '-1', '01', '1.5', '1.0', '5e-324', '1e3', '11', '0.0', '10.0', '1e999'],
  ...['99999999999999999999', '123456789012345', '1234567890123456', '""', '"x"', '"\\u0041"', '"\\ud800"', '"\\x"'],
  ...['"é"', '"a\tb"', '"\\/"', '"\u0001"', '"\u007f"', '"F-', '[]', '{}', '[\n]', '"pass"', '"fixed"', '"critical"'],
  ...[
    '"2026-11-20T00:00:00Z"',
    '"2026-11-20T00:00:00.5Z"',
    '"2026-11-20T00:00:00"',
    '"2026-13-40T99:99:99Z"',
    '"__proto__"'
  ]
]

/** A text with one small change: another value, lines in other order or number, a character. */
function changed(text: string, roll: (below: number) => number): string {
  const lines = text.split('\n')
  const at = roll(lines.length)
  const line = lines[at] ?? ''
  switch (roll(6)) {
    case 0:
      return lines.toSpliced(at, 1).join('\n')
    case 1:
      return lines.toSpliced(at, 0, line).join('\n')
    case 2: {
      const other = roll(lines.length)
      return lines
        .with(at, lines[other] ?? '')
        .with(other, line)
        .join('\n')
    }
    case 3: {
      const place = roll(line.length + 1)
      return lines
        .with(at, line.slice(0, place) + (VALUES[roll(VALUES.length)] ?? '') + line.slice(place + 1))
        .join('\n')
    }
    default:
      return lines
        .with(
          at,
          line.replace(/(?<=^ *(?:"\w+": )?)[^\s,[{][^,]*?(?=,?$)/, () => VALUES[roll(VALUES.length)] ?? '')
        )
        .join('\n')
  }
}
