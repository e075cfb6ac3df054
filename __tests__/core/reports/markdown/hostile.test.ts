import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { PLAIN_CONTEXT } from '../../../../src/core/reports/ground/view-context.js'
import { renderCheck } from '../../../../src/core/reports/markdown/check.js'
import { commentMarker, renderComment } from '../../../../src/core/reports/markdown/comment.js'
import { renderSummary } from '../../../../src/core/reports/markdown/summary.js'
import { triesOf } from '../../../thorough.js'
import { decisionFrom, hostileText } from '../hostile-text.js'

const context = { ...PLAIN_CONTEXT, serverUrl: 'https://github.com' }

// Raw HTML is let through, as GitHub's renderer does before it sanitises: what got in would be seen here.
const html = (source: string): string =>
  micromark(source, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] })

const views = (texts: readonly string[]): Readonly<Record<string, string>> => {
  const context = { ...PLAIN_CONTEXT, serverUrl: 'https://github.com', source: () => `\n\n${texts.join('\n')}` }
  const decision = decisionFrom(texts)
  const { title, summary, text } = renderCheck(decision, context)
  return {
    comment: renderComment(decision, context, 'always', false) ?? '',
    summary: renderSummary(decision, context),
    check: `${summary}\n\n${text}`,
    title
  }
}

/** The elements of a page in their order; code may stand or not, by the text. */
const skeleton = (page: string): readonly string[] =>
  [...page.matchAll(/<(\/?[a-z][a-z0-9]*)\b[^>]*>/gi)]
    .map(match => match[1] ?? '')
    .filter(name => !/^\/?(?:code|a)$/.test(name))

/** Text that GitHub's filters see: outside of code, entities decoded. */
const openText = (page: string): string =>
  page
    .replace(/<pre>[\s\S]*?<\/pre>|<code>[\s\S]*?<\/code>/g, '\u0001')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')

const ACTING = [
  /@[a-z0-9]/i, // mentions, https://github.com/github/... filters see text nodes
  /#\d/, // issues and pull requests
  /\bgh-\d/i,
  /\b[0-9a-f]{7,40}\b/, // commits
  /www\.|:\/\//i,
  /:[a-z0-9_+-]+:/, // emoji
  /\$/ // mathematics
]

const benign = views(['plain'])
const shapes = Object.fromEntries(Object.entries(benign).map(([name, source]) => [name, skeleton(html(source))]))

function expectHarmless(name: string, source: string): void {
  const page = html(source)
  expect(skeleton(page)).toEqual(shapes[name])
  for (const pattern of ACTING) expect(openText(page)).not.toMatch(pattern)
  for (const [, address] of page.matchAll(/<a [^>]*href="([^"]*)"/g))
    expect(address).toMatch(/^https:\/\/github\.com\/acme\/pay\/blob\/a{40}\/[^"]+#L3$/)
  expect(source.match(/<!--/g) ?? []).toHaveLength(name === 'comment' ? 1 : 0)
  expect(source).not.toMatch(/[\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]|[^\P{Cc}\n]/u)
  expect(source.match(/^(?<!^```text\n)\/gate/gm)).toBeNull()
}

describe('hostile text in every field', () => {
  test.each(['comment', 'summary', 'check'])('has no effect in the %s', name => {
    fc.assert(
      fc.property(
        fc.array(
          hostileText.filter(text => /\S/.test(text)),
          { minLength: 1, maxLength: 7 }
        ),
        texts => expectHarmless(name, views(texts)[name] ?? '')
      ),
      { numRuns: triesOf(150) }
    )
  })

  test('the title of the check is one line', () => {
    fc.assert(
      fc.property(fc.array(hostileText, { minLength: 1, maxLength: 7 }), texts =>
        expect(views(texts).title).not.toMatch(/[\n\r]/)
      )
    )
  })

  test('commands to copy stand inside a fence only', () => {
    const source = renderComment(decisionFrom(['plain']), context, 'always', false) ?? ''
    expect(source).toContain(commentMarker('Policy gate'))
    const fenced = source.match(/^```text\n\/gate request [^\n]+\n```$/gm) ?? []
    expect(source.match(/^\/gate/gm) ?? []).toHaveLength(fenced.length)
  })
})
