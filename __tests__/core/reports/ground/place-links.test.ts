import { describe, expect, test } from '@jest/globals'
import { type Change, NO_CHANGE_KNOWN } from '../../../../src/core/decision/decision.js'
import { pathToUri, placeText, placeUrl, repositoryUrl } from '../../../../src/core/reports/ground/place-links.js'

const at = (path: string, startLine: number | null = 12) => ({
  path,
  startLine,
  startColumn: null,
  endLine: null,
  endColumn: null
})
const change: Change = {
  ...NO_CHANGE_KNOWN,
  event: 'push',
  repository: 'acme/pay',
  baseSha: null,
  headSha: 'a'.repeat(40),
  pullRequest: null
}
const server = 'https://github.com'

test.each([
  ['src/a.ts', 'src/a.ts'],
  ['a b/c#d?.ts', 'a%20b/c%23d%3F.ts'],
  ["(x)'*!", '%28x%29%27%2A%21'],
  ['../up', null],
  ['a//b', null],
  ['/abs', null],
  ['', null],
  ['\ud800', null]
])('pathToUri %j', (path, uri) => expect(pathToUri(path)).toBe(uri))

test('place as text', () => {
  expect(placeText(at('a.ts'))).toBe('a.ts:12')
  expect(placeText(at('a.ts', null))).toBe('a.ts')
})

describe('address of a place', () => {
  test('leads to the line at the head', () => {
    expect(placeUrl(at('src/a.ts'), change, server)).toBe(
      `https://github.com/acme/pay/blob/${'a'.repeat(40)}/src/a.ts#L12`
    )
    expect(placeUrl(at('a', null), change, 'https://ghes.example:8443')).toBe(
      `https://ghes.example:8443/acme/pay/blob/${'a'.repeat(40)}/a`
    )
  })
  test.each([
    ['no server', change, null],
    ['a server that is none', change, 'javascript:alert(1)//'],
    ['no repository', { ...change, repository: null }, server],
    ['a repository with markup', { ...change, repository: 'a/b)[x](y' }, server],
    ['a repository of three parts', { ...change, repository: 'a/b/c' }, server],
    ['no head', { ...change, headSha: null }, server],
    ['a head that is no commit', { ...change, headSha: 'main' }, server]
  ])('%s: none', (_name, given, address) => expect(placeUrl(at('a'), given, address)).toBeNull())
  test('the repository alone', () => expect(repositoryUrl(change, server)).toBe('https://github.com/acme/pay'))
})
