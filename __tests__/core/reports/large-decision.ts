import type { Decision, Outcome } from '../../../src/core/decision/decision.js'
import type { Notice } from '../../../src/core/ground/notice.js'
import { aDecision, anOutcome, aScan } from '../../builders.js'

/** Text in which each character takes three or four bytes and none is plain to Markdown. */
export const WIDE = '重大な脆弱性 😀`|<b>@team '

const outcome = (number: number, verdict: 'block' | 'warn'): Outcome =>
  anOutcome(
    {
      id: `F-${number.toString(16).padStart(32, '0')}`,
      verdict,
      owners: [`@acme/${'チーム'.repeat(20)}`],
      rules: [{ id: `規則-${verdict}`, layer: '層', verdict, declared: verdict }]
    },
    {
      ruleId: `flood-${verdict}-${number}`,
      message: WIDE.repeat(80),
      location: {
        path: `ソース/${'道'.repeat(60)}/${number}.ts`,
        startLine: number + 1,
        startColumn: 1,
        endLine: number + 1,
        endColumn: 9
      }
    }
  )

const range = (length: number): readonly number[] => Array.from({ length }, (_value, index) => index)

/** As many findings as asked for, half of them blocking, and as many scans, exceptions and notices as a hostile repository may bring. */
export const largeDecision = (findings: number, others = 500): Decision =>
  aDecision({
    outcomes: [
      ...range(findings / 2).map(number => outcome(number, 'block')),
      ...range(findings / 2).map(number => outcome(findings + number, 'warn'))
    ],
    scans: range(others).map(number =>
      aScan({
        id: `走査-${number}`,
        state: 'failed',
        verdict: 'block',
        reason: WIDE.repeat(20),
        tools: range(20).map(() => ({ name: WIDE, version: WIDE, results: 1 }))
      })
    ),
    exceptions: range(others).map(number => ({
      id: `例外-${number}`,
      status: 'invalid',
      source: 'file',
      finding: null,
      expires: WIDE,
      problem: WIDE.repeat(20)
    })),
    notices: range(others).map(() => ({ level: 'warning', code: WIDE as Notice['code'], message: WIDE.repeat(20) })),
    inputs: range(others).map(number => ({
      kind: 'sarif',
      name: `${WIDE.repeat(10)}${number}`,
      sha256: '1'.repeat(64),
      bytes: 1
    }))
  })
