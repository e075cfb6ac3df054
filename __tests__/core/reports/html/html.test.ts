import { createHash } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { headline } from '../../../../src/core/reports/ground/headline.js'
import { PLAIN_CONTEXT } from '../../../../src/core/reports/ground/view-context.js'
import { renderHtml } from '../../../../src/core/reports/html/html.js'
import { triesOf } from '../../../thorough.js'
import { decisionFrom, hostileText } from '../hostile-text.js'
import { BLIND, BLOCKED, CLEAN, WARNED } from '../sample-decisions.js'

const context = { ...PLAIN_CONTEXT, serverUrl: 'https://github.com' }
const decisions = { blocked: BLOCKED, warned: WARNED, clean: CLEAN, blind: BLIND }

/** Tags with their attributes, values of `href` and `content` left out: what the browser builds. */
const tags = (page: string): readonly string[] =>
  [...page.replace(/<style>[\s\S]*?<\/style>/, '').matchAll(/<[^>]*>/g)].map(([tag]) =>
    tag.replace(/(href|content)="[^"]*"/g, '$1')
  )

const VOID = new Set(['meta', '!DOCTYPE'])

describe.each(Object.entries(decisions))('the page for %s', (name, decision) => {
  const page = renderHtml(decision, context)
  if (name === 'blocked') test('as a whole', () => expect(page).toMatchSnapshot())

  test('says the verdict in title and heading', () => {
    expect(page).toContain(`<title>Policy gate: ${headline(decision)}</title>`)
    expect(page).toContain(`<h1>${headline(decision)}</h1>`)
  })

  test('opens and closes its elements in order', () => {
    const open: string[] = []
    for (const tag of tags(page)) {
      const [, closing, element = ''] = /^<(\/?)([!A-Za-z0-9]+)/.exec(tag) ?? []
      if (VOID.has(element)) continue
      if (closing === '/') expect(open.pop()).toBe(element)
      else open.push(element)
    }
    expect(open).toEqual([])
  })

  test('loads and runs nothing', () => {
    expect(page).not.toMatch(/<(?:script|img|link|iframe|object|embed|form|base)\b/i)
    expect(page).not.toMatch(/\b(?:src|srcset|style|on\w+)=|url\(|@import/i)
  })
})

test('the policy allows this very style sheet and nothing else', () => {
  const page = renderHtml(BLOCKED, context)
  const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? ''
  const hash = createHash('sha256').update(style).digest('base64')
  expect(page).toContain(
    `content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'"`
  )
})

test('every table has a caption and header cells with a scope', () => {
  const page = renderHtml(BLOCKED, context)
  const tables = page.match(/<table>/g) ?? []
  expect(page.match(/<table><caption>/g)).toHaveLength(tables.length)
  expect(page).not.toMatch(/<th>/)
})

test('hostile text in every field changes no element', () => {
  // Empty texts leave rows out, which is right and not what this is about.
  const shape = tags(renderHtml(decisionFrom(['plain']), context))
  fc.assert(
    fc.property(
      fc.array(
        hostileText.filter(text => /\S/.test(text)),
        { minLength: 1, maxLength: 7 }
      ),
      texts => {
        const page = renderHtml(decisionFrom(texts), context)
        const plain = (list: readonly string[]): readonly string[] => list.filter(tag => !/^<\/?a\b/.test(tag))
        expect(plain(tags(page))).toEqual(plain(shape))
        for (const [, address] of page.matchAll(/href="([^"]*)"/g))
          expect(address).toMatch(/^https:\/\/github\.com\/acme\/pay\/blob\/a{40}\/[^"]+$/)
        expect(page).not.toMatch(/[\p{Cf}\p{Cs}]|[^\P{Cc}\n]/u)
      }
    ),
    { numRuns: triesOf(200) }
  )
})
