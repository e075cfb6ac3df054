import fc from 'fast-check'
import type { Decision, Outcome } from '../../../src/core/decision/decision.js'
import type { Notice } from '../../../src/core/ground/notice.js'
import { anyText } from '../../any-text.js'
import { aDecision, anOutcome, aScan } from '../../builders.js'

/** Pieces with which text of scanners and people could act in the gate's name, or hide. */
export const FRAGMENTS = [
  '@octocat',
  '@acme/security',
  'a@example.com',
  '#1',
  'fixes #12',
  'GH-7',
  'acme/pay#3',
  'TICKET-12',
  'deadbeefcafe',
  '0123456789abcdef0123456789abcdef01234567',
  'acme/pay@deadbeefcafe',
  'www.example.com',
  'WWW.example.com',
  'http://example.com/x',
  'https://example.com',
  'ftp://example.com',
  'mailto:a@b.example',
  'xmpp:a@b.example',
  '<https://example.com>',
  '![x](https://example.com/p.png)',
  '[x](javascript:alert(1))',
  '[x][y]',
  '[y]: https://example.com',
  '[^1]',
  '[^1]: note',
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '</details>',
  '</summary>',
  '</code></pre>',
  '</td></tr></table>',
  '<!-- policy-gate:policy-gate-e3c60af9 -->',
  '<!--',
  '-->',
  '<?x',
  '<![CDATA[',
  ']]>',
  '&lt;b&gt;',
  '&#64;octocat',
  '&commat;x',
  '`',
  '``',
  '```',
  '~~~',
  '~~x~~',
  '|',
  '\\|',
  '\\\\|',
  '\\',
  '\\`',
  '| a | b |',
  '|---|---|',
  '**x**',
  '__x__',
  '*x*',
  '_x_',
  '# heading',
  '---',
  '===',
  '> quote',
  '- item',
  '1. item',
  '1)',
  '+ x',
  '- [ ] task',
  '$x$',
  '$`x`$',
  ':tada:',
  '{{ x }}',
  `$${'{{ x }}'}`,
  '/gate approve F-00000000000000000000000000000001',
  '\n/gate break-glass x\n',
  '\n\n',
  '\r\n',
  '\r',
  '\t',
  '    code',
  '  \n',
  '::error::x',
  '##[error]x',
  '%0A::warning::y',
  '\u202e',
  '\u2066',
  '\u200b',
  '\u00ad',
  '\ufeff',
  '\u0000',
  '\u001b[31m',
  '\u0007',
  '\u2028',
  '\u2029',
  '\ud800',
  '\udfff',
  '\u{e0041}',
  '\ufffe',
  '\u3164',
  '😀',
  'é',
  '日本語',
  "'",
  '"',
  '=cmd|x',
  'word',
  'end.'
]

/** Hostile text: known pieces, glued or spaced, among random characters. */
export const hostileText = fc
  .array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...FRAGMENTS) }, anyText({ maxLength: 12 })), {
    maxLength: 8
  })
  .chain(pieces => fc.constantFrom('', ' ', '\n').map(separator => pieces.join(separator)))

/** A decision of always the same shape in which the given texts fill every field that others write. */
export function decisionWith(next: () => string): Decision {
  const outcome = (overrides: Partial<Outcome>): Outcome =>
    anOutcome(
      {
        asset: next(),
        exposure: next(),
        owners: [next()],
        stateReason: next(),
        firstDetected: null,
        canBeExcepted: true,
        rules: [{ id: next(), layer: next(), verdict: overrides.verdict ?? 'block', declared: 'block' }],
        ...overrides
      },
      {
        tool: next(),
        toolVersion: next(),
        ruleId: next(),
        message: next(),
        helpUri: next(),
        ruleText: { title: next(), advice: next() },
        fixText: next(),
        location: { path: next(), startLine: 3, startColumn: 1, endLine: 3, endColumn: 2 },
        identifiers: [next()],
        tags: [next()],
        package: { purl: next(), name: next(), version: next(), fixedVersion: next() },
        suppression: { kind: 'external', justification: next() },
        clues: { snippet: next(), fingerprints: { [next()]: next() }, symbol: next() },
        sources: [next()]
      }
    )
  return aDecision({
    inputs: [{ kind: 'policy', name: next(), sha256: '1'.repeat(64), bytes: 1 }],
    outcomes: [
      outcome({}),
      outcome({ verdict: 'warn' }),
      outcome({ verdict: 'pass', reason: 'excepted', exception: { id: next(), expires: next() } }),
      outcome({ verdict: 'pass', reason: 'fixed', state: 'fixed' })
    ],
    scans: [
      aScan({
        id: next(),
        reason: next(),
        state: 'failed',
        verdict: 'block',
        tools: [{ name: next(), version: next(), results: 1 }]
      })
    ],
    exceptions: [
      { id: next(), status: 'invalid', source: 'comment', finding: next(), expires: next(), problem: next() }
    ],
    notices: [{ level: 'warning', code: next() as Notice['code'], message: next() }]
  })
}

/** A decision that draws its texts from the list, over and over. */
export const decisionFrom = (texts: readonly string[]): Decision => {
  let index = 0
  return decisionWith(() => texts[index++ % texts.length] ?? '')
}
