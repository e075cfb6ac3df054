import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { maskSecrets } from '../../../../src/core/ground/credentials.js'
import { safeMessage, safeMessageLine, safeSnippet } from '../../../../src/core/reports/ground/masks.js'
import { aFinding } from '../../../builders.js'

// Put together here, so that no scanner takes this file for a leak.
const join = (...parts: readonly string[]): string => parts.join('')

describe('what has the shape of a credential is masked', () => {
  test.each([
    ['GitHub token', join('ghp', '_0123456789abcdefghijABCDEFGHIJ012345'), 'ghp_…'],
    ['fine-grained token', join('github', '_pat_11ABCDEFG0abcdefghijkl_ABCDEFGHIJKLMNOP'), 'gith…'],
    ['AWS key id', join('AKIA', 'IOSFODNN7EXAMPLE'), 'AKIA…'],
    ['Slack token', join('xoxb', '-123456789012-abcdefABCDEF'), 'xoxb…'],
    ['Stripe key', join('sk', '_live_4eC39HqLyjWDarjtT1zdp7dc'), 'sk_l…'],
    ['JSON web token', join('eyJ', 'hbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abc'), 'eyJh…'],
    [
      'JSON web token behind a word',
      `Bearer=${join('eyJ', 'hbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abc')}`,
      'Bearer=eyJh…'
    ],
    ['GitLab token', join('glpat', '-0123456789abcdefghij'), 'glpa…'],
    ['npm token', `(${join('npm', '_0123456789abcdefghijABCDEFGHIJ012345')})`, '(npm_…)'],
    ['Google key', join('AIza', 'SyA0123456789abcdefghijABCDEFGHIJ'), 'AIza…'],
    ['Stripe key of limited rights', join('rk', '_test_4eC39HqLyjWDarjtT1zdp7dc'), 'rk_t…'],
    ['OpenAI key', join('sk', '-0123456789abcdefghijABCD'), 'sk-0…'],
    ['SendGrid key', join('SG', '.0123456789abcdefgh.0123456789abcdefgh'), 'SG.0…'],
    ['AWS key id of a session', join('ASIA', 'IOSFODNN7EXAMPLE'), 'ASIA…'],
    ['assignment in capitals', 'API_KEY=Zx81kkQ9', 'API_KEY=Zx…'],
    ['assignment of an access key', 'accesskey: "Zx81kkQ9"', 'accesskey: "Zx…"'],
    ['another language', 'Passwort: sesamöffne', 'Passwort: se…'],
    ['password in an address', 'https://user:hunter2!@example.com/', 'https://user:hu…@example.com/'],
    ['assignment', 'password = "correct-horse"', 'password = "co…"'],
    ['letters alone', 'password: hunter', 'password: hu…'],
    ['letters alone behind a sign of equality', 'password = hunter in a file', 'password = hu… in a file'],
    ['a short word', 'with password: root.', 'with password: ro…'],
    ['a word of sentences in quotes', "password = 'required'", "password = 're…'"],
    ['another word for it', 'DB_PASS=hunter; passphrase: swordfish', 'DB_PASS=hu…; passphrase: sw…'],
    ['private key', '-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----', '(private key)'],
    ['private key without an end', 'x -----BEGIN PRIVATE KEY-----\nMIIE', 'x (private key)']
  ])('%s', (_name, text, masked) => {
    expect(maskSecrets(text)).toBe(masked)
    expect(maskSecrets(`Found here:\n ${text}`)).toBe(`Found here:\n ${masked}`)
  })
})

test.each([
  'This query depends on a user-provided value.',
  'commit 0123456789abcdef0123456789abcdef01234567',
  'The password is stored in clear text',
  'src/token/secret-store.ts:12',
  'password is required',
  'The password: required, and never empty',
  'Password: must not be empty',
  'Unexpected token: expected an identifier',
  'Invalid token: unexpected end of input',
  'field password: string',
  'secret: null',
  'the bypass=always setting; pass: everything'
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
    ['Secret q7W8e9R0t1Y2u3I4o5P6: rotate it', 'Secret q7…: rotate it'],
    ['generic-api-key in deploy/v2/prod1.env', 'generic-api-key in deploy/v2/prod1.env'],
    ["Possible hardcoded password: 'hunter'", "Possible hardcoded password: 'hu…'"],
    ['Match: correcthorsebattery', 'Match: co…'],
    ['password=correcthorse in a file', 'password=co… in a file'],
    ['Match: ********************', 'Match: ***'],
    ['found XXXXXXXXXXXX', 'found ***'],
    ['a “correcthorse” here', 'a “co…” here'],
    ["rule 'generic-api-key' matched", "rule 'generic-api-key' matched"]
  ])('%s', (message, shown) => expect(safeMessage(secret(message))).toBe(shown))

  test('shows the first two characters of a random word, and not how long it is', () => {
    const word = fc.stringMatching(/^[A-Za-z]{4}[A-Za-z0-9]{10,40}[0-9]$/)
    fc.assert(
      fc.property(word, text => expect(safeMessage(secret(`Found ${text}.`))).toBe(`Found ${text.slice(0, 2)}…`))
    )
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

describe('what another scanner says of a hard-coded secret', () => {
  const found = (more: Parameters<typeof aFinding>[0]) => aFinding({ category: 'sast', ...more })
  test.each([
    [
      'by its weakness',
      found({ ruleId: 'B105', identifiers: ['CWE-259'], message: "Possible password: 'hunter'" }),
      "Possible password: 'hu…'"
    ],
    [
      'by the number of its rule',
      found({ ruleId: 'B105', identifiers: [], message: "Possible hardcoded password: 'hunter'" }),
      "Possible hardcoded password: 'hu…'"
    ],
    [
      'a long token without quotes',
      found({ ruleId: 'G101', identifiers: [], message: 'Found Zq9vK3xT7mW2pL8sR4dF6gH1 here' }),
      'Found Zq… here'
    ],
    [
      'by its rule',
      found({ ruleId: 'js/hardcoded-credentials', identifiers: [], message: 'The value "hunter" is used' }),
      'The value "hu…" is used'
    ],
    [
      'not of another',
      found({ ruleId: 'js/xss', identifiers: ['CWE-79'], message: 'The value "hunter" is used' }),
      'The value "hunter" is used'
    ]
  ])('%s', (_name, finding, message) => expect(safeMessage(finding)).toBe(message))

  test('its snippet shows no literal', () => {
    const clues = { snippet: 'const pass = "hunter"', fingerprints: {}, symbol: null }
    expect(safeSnippet(found({ ruleId: 'B105', identifiers: ['CWE-259'], clues }))).toBe('const pass = "hu…"')
  })
})

test('a mask says nothing of the length of what it masks', () => {
  const masked = [8, 20, 83].map(length => maskSecrets(`password = ${'a1'.repeat(length)}`))
  expect(new Set(masked).size).toBe(1)
})
