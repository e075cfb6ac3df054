import { expect, test } from '@jest/globals'
import { ruleTextOf } from '../../../../src/core/sarif/result/rule-text.js'

test.each([
  ['a description', 'js/sqli', ['Query built from user input.'], 'Query built from user input'],
  [
    'the full one where the short one is the id',
    'a.b.no-eval',
    ['Semgrep Finding: a.b.no-eval', 'Found eval. It is bad.'],
    'Found eval'
  ],
  [
    'without the advisory before it',
    'CVE-2021-1',
    ['CVE-2021-44906: Prototype Pollution in minimist'],
    'Prototype Pollution in minimist'
  ],
  ['a word is none', 'aws', [null, 'AWS'], undefined],
  ['a novel is none', 'x', ['a '.repeat(200)], undefined]
])('title: %s', (_name, id, descriptions, title) =>
  expect(ruleTextOf(id, { descriptions, helps: [] })?.title).toBe(title)
)

test.each([
  [
    'under a heading',
    '# X\n\nBad.\n\n## Recommendation\n\nUse `x`, see [this](https://e.example). Then rest.\n\n## Example\ny',
    'Use `x`, see this'
  ],
  ['behind a label', 'X\n**Remediation**: Set it to false.\nMore', 'Set it to false'],
  ['of a numbered help', 'How to fix it?\n- Escape what you write. Always.', 'Escape what you write'],
  ['nothing', 'Use nothing', undefined]
])('advice: %s', (_name, help, advice) =>
  expect(ruleTextOf('r', { descriptions: [], helps: [null, help] })?.advice).toBe(advice)
)
