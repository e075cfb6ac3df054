import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { contentsOf } from '../../src/cli/setup/plan/contents.js'
import { scannersFor } from '../../src/cli/setup/plan/scanners.js'

const PAGES = [
  'README.md',
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.md'))
    .map(name => `docs/${name}`)
]
const textOf = (page: string): string => readFileSync(page, 'utf8')

/** Where pages name a version of a scanner that `init` writes, too. */
const NAMED = /\b(semgrep|checkov|zizmor)==(\d[\w.]*)|\b(osv-scanner)@v(\d[\w.]*)|\b(gitleaks)(?:\/v8@|:)v(\d[\w.]*)/g

const versionsIn = (text: string): readonly string[] =>
  [...text.matchAll(NAMED)].map(([, ...parts]) => parts.filter(part => part !== undefined).join(' '))

/** Every scanner that `init` may choose. */
const CHOSEN = scannersFor(contentsOf(['a.py', 'package-lock.json', 'Dockerfile', '.github/workflows/ci.yml'])).flatMap(
  ({ command }) => versionsIn(command)
)

describe('versions of scanners', () => {
  test('are those of `init`, on every page', () => {
    expect(new Set(CHOSEN).size).toBe(5)
    const named = PAGES.flatMap(page => versionsIn(textOf(page)).map(version => ({ page, version })))
    expect(named.length).toBeGreaterThan(4)
    expect(named.filter(({ version }) => !CHOSEN.includes(version))).toEqual([])
  })
})

describe('the commit of a release', () => {
  const PLACEHOLDER = '<full commit sha of a release>'
  const pinning = PAGES.filter(
    page => textOf(page).includes(PLACEHOLDER) || /checkout --quiet COMMIT\n.*CLI|; COMMIT:/.test(textOf(page))
  )

  test('is written in one way', () => {
    const other = PAGES.flatMap(page =>
      [...textOf(page).matchAll(/policy-gate\/policy-gate@([^\s`]+(?: [^\s`]+)*?)["`)\n]/g)].map(
        ([, pin = '']) => `${page}: ${pin}`
      )
    )
    expect(other.length).toBeGreaterThan(6)
    expect(other.filter(text => !text.includes(PLACEHOLDER) && !/(?:SHA|[0-9a-f]{40})\b/.test(text))).toEqual([])
    const placeholders = PAGES.flatMap(page => [...textOf(page).matchAll(/<full[^>]*>/g)].map(([text]) => text))
    expect(new Set(placeholders)).toEqual(new Set([PLACEHOLDER]))
  })

  test.each(pinning.map(page => [page]))('%s says how to get it', page => {
    expect(textOf(page)).toMatch(/#the-commit-to-pin\)|^## The commit to pin$/m)
  })
})
