import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { maskSecrets, safeMessage, safeMessageLine, safeSnippet } from '../../../../src/core/reports/ground/masks.js'
import { aFinding } from '../../../builders.js'

// Put together here, so that no scanner takes this file for a leak.
const join = (...parts: readonly string[]): string => parts.join('')

describe('what has the shape of a credential is masked', () => {
  test.each([
    ['GitHub token', join('ghp', '_0123456789abcdefghijABCDEFGHIJ012345'), 'ghp_…45'],
    ['fine-grained token', join('github', '_pat_11ABCDEFG0abcdefghijkl_ABCDEFGHIJKLMNOP'), 'gith…OP'],
    ['AWS key id', join('AKIA', 'IOSFODNN7EXAMPLE'), 'AKIA…LE'],
    ['Slack token', join('xoxb', '-123456789012-abcdefABCDEF'), 'xoxb…EF'],
    ['Stripe key', join('sk', '_live_4eC39HqLyjWDarjtT1zdp7dc'), 'sk_l…dc'],
    ['JSON web token', join('eyJ', 'hbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abc'), 'eyJh…bc'],
    ['password in an address', 'https://user:hunter2!@example.com/', 'https://user:hu…@example.com/'],
    ['assignment', 'password = "correct-horse"', 'password = "co…"'],
    ['private key', '-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----', '(private key)'],
    ['private key without an end', 'x -----BEGIN PRIVATE KEY-----\nMIIE', 'x (private key)']
  ])('%s', (_name, text, masked) => expect(maskSecrets(text)).toBe(masked))
})

test.each([
  'This query depends on a user-provided value.',
  'commit 0123456789abcdef0123456789abcdef01234567',
  'The password is stored in clear text',
  'src/token/secret-store.ts:12'
])('ordinary text stays: %s', text => expect(maskSecrets(text)).toBe(text))

describe('the message of a secret finding', () => {
  const secret = (message: string) =>
    aFinding({
      category: 'secret',
      ruleId: 'generic-api-key',
      message,
      location: { path: 'deploy/v2/prod1.env', startLine: 1, startColumn: 1, endLine: 1, endColumn: 2 }
    })
  test.each([
    ['Found Zx81kkQ9pLmT in code', 'Found Zx… in code'],
    ['Secret q7W8e9R0t1Y2u3I4o5P6: rotate it', 'Secret q7W8…P6: rotate it'],
    ['generic-api-key in deploy/v2/prod1.env', 'generic-api-key in deploy/v2/prod1.env']
  ])('%s', (message, shown) => expect(safeMessage(secret(message))).toBe(shown))

  test('shows at most the first four and the last two characters of a random word', () => {
    const word = fc.stringMatching(/^[A-Za-z]{4}[A-Za-z0-9]{10,40}[0-9]$/)
    fc.assert(fc.property(word, text => expect(safeMessage(secret(`Found ${text}.`))).not.toContain(text.slice(0, 5))))
  })

  test('never shows a snippet', () => {
    expect(safeSnippet(secret('x'))).toBeNull()
    expect(safeSnippet(aFinding())).toBe('db.query(sql + id)')
  })
})

test('lines become sentences', () => {
  expect(safeMessageLine(aFinding({ message: ' Package: a\n\nSeverity: LOW.\nFixed: b\n' }))).toBe(
    'Package: a; Severity: LOW. Fixed: b'
  )
})
