import { createHash } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { ExceptionOutcome } from '../../../../src/core/exceptions/exception.js'
import { headline } from '../../../../src/core/reports/ground/headline.js'
import { PLAIN_CONTEXT } from '../../../../src/core/reports/ground/view-context.js'
import { renderHtml } from '../../../../src/core/reports/html/html.js'
import { aDecision, anOutcome } from '../../../builders.js'
import { triesOf } from '../../../thorough.js'
import { decisionFrom, hostileText } from '../hostile-text.js'
import { BLIND, BLOCKED, BROKEN_GLASS, CLEAN, WARNED } from '../sample-decisions.js'

const context = { ...PLAIN_CONTEXT, serverUrl: 'https://github.com' }
const decisions = { blocked: BLOCKED, warned: WARNED, clean: CLEAN, blind: BLIND }

const STYLED = /<style>([\s\S]*?)<\/style>/
const SCRIPTED = /<script>([\s\S]*?)<\/script>/
/** The page without what stands in it as it is. */
const bare = (page: string): string => page.replace(STYLED, '<style></style>').replace(SCRIPTED, '<script></script>')

/** Tags with their attributes, values of `href` and `content` left out: what the browser builds. */
const tags = (page: string): readonly string[] =>
  [...bare(page).matchAll(/<[^>]*>/g)].map(([tag]) => tag.replace(/(href|content)="[^"]*"/g, '$1'))

const VOID = new Set(['meta', '!DOCTYPE', 'input'])

describe.each(Object.entries(decisions))('the page for %s', (name, decision) => {
  const page = renderHtml(decision, context)
  if (name === 'blocked') test('as a whole', () => expect(bare(page)).toMatchSnapshot())

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

  test('loads nothing, and runs its own script at most', () => {
    expect(bare(page)).not.toMatch(/<(?:img|link|iframe|object|embed|form|base)\b/i)
    expect(bare(page)).not.toMatch(/\b(?:src|srcset|style|on\w+)=|url\(|@import/i)
    expect(page.match(/<script\b/gi) ?? []).toHaveLength(decision.outcomes.length === 0 ? 0 : 1)
    expect(page).not.toMatch(
      /\b(?:fetch|XMLHttpRequest|WebSocket|sendBeacon|EventSource|import|innerHTML|eval)\b *[.(=]/
    )
  })

  test('every link within the page leads somewhere, and no id is given twice', () => {
    const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
    expect(ids).toEqual([...new Set(ids)])
    for (const [, target] of page.matchAll(/href="#([^"]*)"/g)) expect(ids).toContain(target)
  })
})

const hashOf = (page: string, what: RegExp): string =>
  createHash('sha256')
    .update(what.exec(page)?.[1] ?? '')
    .digest('base64')

test('the policy allows this very style sheet, this very script and nothing else', () => {
  const page = renderHtml(BLOCKED, context)
  expect(page).toContain(
    `content="default-src 'none'; style-src 'sha256-${hashOf(page, STYLED)}'; script-src 'sha256-${hashOf(page, SCRIPTED)}'; base-uri 'none'; form-action 'none'"`
  )
})

test('without findings nothing runs', () => {
  const page = renderHtml(CLEAN, context)
  expect(page).toContain(
    `content="default-src 'none'; style-src 'sha256-${hashOf(page, STYLED)}'; base-uri 'none'; form-action 'none'"`
  )
})

describe('the first thing is what to act on', () => {
  const order = (page: string): readonly string[] =>
    [...page.matchAll(/<(?:section|details class="fold") id="([a-z]+)"/g)].map(([, id = '']) => id)

  test('complete evidence is one line behind the findings', () => {
    const page = renderHtml(WARNED, context)
    expect(order(page).slice(0, 2)).toEqual(['look', 'due'])
    expect(page).toMatch(/<details><summary>Complete: 1 scan, \d+ results?<\/summary>/)
  })

  test('what evidence is missing is told before, and only that', () => {
    const page = renderHtml(BLOCKED, context)
    expect(order(page)).toEqual([
      'gaps',
      'must',
      'look',
      'due',
      'exceptions',
      'accepted',
      'pass',
      'fixed',
      'notices',
      'rules',
      'evidence',
      'inputs'
    ])
    expect(/<section id="gaps"[\s\S]*?<\/section>/.exec(page)?.[0].match(/<li>/g)).toHaveLength(1)
  })
})

describe('one problem', () => {
  const finding = { ruleText: { title: 'SQL query built from input', advice: 'Use parameters' } }
  const source = (path: string): string | null =>
    path === 'services/payments/db.ts' ? `${'\n'.repeat(11)}  db.query(sql + id)\n` : null
  const id = (digit: number): string => `F-${String(digit).repeat(32)}`
  const [page, plain] = [source, undefined].map(own =>
    renderHtml(
      aDecision({ outcomes: [anOutcome({ id: id(1) }, finding)] }),
      own === undefined ? context : { ...context, source: own }
    )
  )

  test('is named by what is wrong, with the line and a caret under what is meant', () => {
    expect(page).toContain('<h3><span class="tone">High</span> SQL query built from input</h3>')
    expect(page).toMatch(/<pre [^>]*>12 \| db\.query\(sql \+ id\)\n {3}\| \^{18}<\/pre>/)
    expect(page).toContain('<b>Fix:</b> Use parameters')
    // What the card has said is not said again where it opens.
    expect(page).not.toContain('<dt>Next</dt>')
    expect(plain).toMatch(/<pre [^>]*>12 \| db\.query\(sql \+ id\)<\/pre>/)
  })

  test('has a place of its own for each of its findings', () => {
    const at = (startLine: number) => ({ path: 'a/b.ts', startLine, startColumn: 1, endLine: startLine, endColumn: 2 })
    const outcomes = [1, 2, 3].map(line => anOutcome({ id: id(line) }, { ...finding, location: at(line) }))
    const joined = renderHtml(aDecision({ outcomes }), context)
    expect(joined.match(/<article /g)).toHaveLength(1)
    expect(joined).toContain('Must be fixed (3 findings in 1 problem)')
    expect(joined).toContain('</code></a> and 2 more places')
    for (const { id: own } of outcomes) {
      expect(joined).toContain(`<code id="${own}">`)
      expect(joined).toContain(`/gate request ${own} `)
    }
  })

  test('is found under its owner, asset, rule and file', () => {
    const outcomes = ['@a', '@b'].map((owner, index) =>
      anOutcome(
        { id: id(index), owners: [owner, '@all'], asset: `asset-${index}` },
        {
          ruleId: `rule-${index}`,
          location: { path: `f${index}.ts`, startLine: 1, startColumn: 1, endLine: 1, endColumn: 2 }
        }
      )
    )
    const filed = renderHtml(aDecision({ outcomes }), context)
    const groups = [...filed.matchAll(/<li data-group="(\d+)"><code>([^<]*)<\/code> \((\d+)\)/g)]
    expect(groups.map(([, number, name, findings]) => `${number} ${name} ${findings}`)).toEqual([
      '0 @a 1',
      '1 @all 2',
      '2 @b 1',
      '0 asset-0 1',
      '1 asset-1 1',
      '0 rule-0 1',
      '1 rule-1 1',
      '0 f0.ts 1',
      '1 f1.ts 1'
    ])
    expect(filed).toContain('id="p2" data-owner="1 2" data-asset="1" data-rule="1" data-file="1"')
  })
})

describe('rules of the policy', () => {
  const id = (digit: number): string => `F-${String(digit).repeat(32)}`
  const rules = [
    { id: 'high', layer: 'preset:baseline', description: 'No new high findings' },
    { id: 'high', layer: 'organisation', description: 'Ours are stricter' },
    { id: 'idle', layer: 'organisation', description: 'Matches nothing' }
  ]
  const matched = (layer: string, verdict: 'block' | 'warn' = 'block') => ({
    id: 'high',
    layer,
    verdict,
    declared: verdict
  })
  const outcomes = [
    anOutcome({ id: id(1), rules: [matched('preset:baseline'), matched('organisation', 'warn')] }, { ruleId: 'a' }),
    anOutcome({ id: id(2), rules: [matched('preset:baseline'), matched('organisation')] }, { ruleId: 'b' })
  ]
  const page = renderHtml(aDecision({ outcomes }), { ...context, rules })
  const reasons = [...page.matchAll(/<dt>Why<\/dt><dd>(.*?)<\/dd>/g)].map(([, why]) => why)

  test('say once what they say, with how many findings have their verdict of them', () => {
    expect(page.match(/No new high findings/g)).toHaveLength(1)
    expect(rowsOf(page, 'rules')).toEqual([
      ['high', 'No new high findings', 'preset:baseline', '2'],
      ['high', 'Ours are stricter', 'organisation', '1']
    ])
  })

  test('are named by the problem, those of each of its findings, with a link to what they say', () => {
    const link = (number: number): string => `<a href="#r${number}"><code>high</code></a>`
    expect(reasons).toEqual([`${link(1)}, ${link(2)}`])
    expect(page).toContain('<code id="r2">high</code>')
  })

  test('that the policy at hand does not explain are named all the same', () =>
    expect(rowsOf(renderHtml(aDecision({ outcomes }), context), 'rules')[0]).toEqual([
      'high',
      '',
      'preset:baseline',
      '2'
    ]))

  test('have no part of the page where none gave a verdict', () =>
    expect(renderHtml(aDecision({ outcomes: [anOutcome({ rules: [] })] }), context)).not.toContain('id="rules"'))
})

/** Text of the cells of each row of the table in a section. */
const rowsOf = (page: string, section: string): readonly (readonly string[])[] => {
  const body = new RegExp(`<section id="${section}"[\\s\\S]*?</section>`).exec(page)?.[0] ?? ''
  return [...body.matchAll(/<tr>(<td[\s\S]*?)<\/tr>/g)].map(([, row = '']) =>
    [...row.matchAll(/<td[^>]*>([\s\S]*?)<\/td>/g)].map(([, cell = '']) => cell.replace(/<[^>]*>/g, ''))
  )
}

test('exceptions stand by their end, with who approved, why and until when', () => {
  const exception = (id: string, expires: string | null): ExceptionOutcome => ({
    id,
    status: 'active',
    source: 'file',
    finding: null,
    expires,
    problem: null,
    account: {
      type: 'mitigated',
      reason: `Why ${id}`,
      owner: '@owner',
      approvers: [{ login: '@sec-bob', at: '2026-11-20T09:30:00Z', url: null }],
      ticket: 'SEC-1',
      controls: ['WAF'],
      quorum: { needed: 2, have: 1 }
    }
  })
  const match = { kind: 'advisory', identifier: 'CVE-2026-1', package: 'pkg:npm/<b>', path: 'web/yarn.lock' } as const
  const exceptions = [
    exception('C', null),
    { ...exception('A', '2027-03-01'), match: { kind: 'finding', finding: 'F-1' } as const },
    { ...exception('B', '2026-12-24'), match }
  ]
  const rows = rowsOf(renderHtml(aDecision({ exceptions }), context), 'exceptions')
  expect(rows.map(cells => cells.at(-1))).toEqual(['B (file)', 'A (file)', 'C (file)'])
  expect(rows[0]?.[0]).toMatch(/^expires in \d+ days \(2026-12-24\)$/)
  expect(rows.map(cells => cells[2])).toEqual(['covers CVE-2026-1 in pkg:npm/&lt;b&gt; at web/yarn.lock', '', ''])
  const named = renderHtml(aDecision({ exceptions: [{ ...exception('B', null), finding: 'F-2', match }] }), context)
  expect(rowsOf(named, 'exceptions')[0]?.[2]).toBe('F-2 · covers CVE-2026-1 in pkg:npm/&lt;b&gt; at web/yarn.lock')
  expect(rows[0]?.slice(3, 5)).toEqual([
    '@sec-bob, 2026-11-20 (1 of 2)',
    'Why B · mitigated · owned by @owner · SEC-1 · controls: WAF'
  ])
})

test('what is due stands by its day, and what passes is not due', () => {
  const due = (day: string, verdict: 'block' | 'pass', digit: number) =>
    anOutcome(
      { id: `F-${String(digit).repeat(32)}`, verdict, sla: { due: `${day}T00:00:00Z`, status: 'within' } },
      { ruleId: `r${digit}` }
    )
  const outcomes = [due('2026-12-09', 'block', 1), due('2026-12-01', 'pass', 2), due('2026-12-05', 'block', 3)]
  const rows = rowsOf(renderHtml(aDecision({ outcomes }), context), 'due')
  expect(rows.map(([day]) => day)).toEqual(['2026-12-05', '2026-12-09'])
})

test('every table has a caption and header cells with a scope', () => {
  const page = renderHtml(BLOCKED, context)
  expect(page.match(/<div class="scroll" tabindex="0" role="region" aria-label="[^"]+"><table>/g)).toHaveLength(
    page.match(/<table>/g)?.length ?? 0
  )
  const tables = page.match(/<table>/g) ?? []
  expect(page.match(/<table><caption>/g)).toHaveLength(tables.length)
  expect(page).not.toMatch(/<th>/)
})

test('hostile text in every field changes no element', () => {
  // Empty texts leave rows out, and equal texts join, which is right and not what this is about.
  const harmless = (texts: readonly string[]): readonly string[] => texts.map(text => `plain${texts.indexOf(text)}`)
  fc.assert(
    fc.property(
      fc.array(
        hostileText.filter(text => /\S/.test(text)),
        { minLength: 1, maxLength: 7 }
      ),
      texts => {
        const page = renderHtml(decisionFrom(texts), context)
        const shape = tags(renderHtml(decisionFrom(harmless(texts)), context))
        const plain = (list: readonly string[]): readonly string[] => list.filter(tag => !/^<\/?a\b/.test(tag))
        expect(plain(tags(page))).toEqual(plain(shape))
        for (const [, address] of page.matchAll(/href="([^"]*)"/g))
          expect(address).toMatch(
            /^(?:https:\/\/github\.com\/acme\/pay\/blob\/a{40}\/[^"]+|#(?:[a-z]+|[pr]\d+|F-[0-9a-f]{32}))$/
          )
        expect(bare(page)).not.toMatch(/[\p{Cf}\p{Cs}]|[^\P{Cc}\n]/u)
      }
    ),
    { numRuns: triesOf(200) }
  )
})

describe('what passes by break-glass', () => {
  const message =
    'F-1 passes by break-glass until 2026-12-02T09:30:00Z, by <b>bob</b>, for INC-77: review it after the fact'
  const notice = { level: 'error' as const, code: 'break-glass' as const, message }

  test('stands above everything but the verdict, escaped', () => {
    const page = renderHtml({ ...BLOCKED, notices: [notice, notice] }, context)
    const at = (text: string): number => page.indexOf(text)
    expect(at('Break-glass: 2 findings pass unreviewed')).toBeGreaterThan(at('<h1>'))
    expect(at('Break-glass: 2 findings pass unreviewed')).toBeLessThan(at('<nav'))
    expect(page).toContain('by &lt;b&gt;bob&lt;/b&gt;, for INC-77')
  })

  test('stands there too where it is an entry of the exceptions file', () => {
    const page = renderHtml(BROKEN_GLASS, context)
    expect(page.indexOf('Break-glass: 1 finding passes unreviewed')).toBeLessThan(page.indexOf('<nav'))
    expect(page).toContain('for INC-77, entry EXC-7 of the exceptions file')
  })

  test('nothing stands there where all has the usual approval', () =>
    expect(renderHtml(BLOCKED, context)).not.toContain('Break-glass'))
})
