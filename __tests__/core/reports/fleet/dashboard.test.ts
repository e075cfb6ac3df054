import { createHash } from 'node:crypto'
import { expect, test } from '@jest/globals'
import { renderDashboard } from '../../../../src/core/reports/fleet/dashboard.js'
import { metricsOfRows, question, rowsOfAll } from '../../history/fleet/collected.js'
import { at, decisionsOf, planFleet } from '../../history/fleet/made-up-fleet.js'

const rows = rowsOfAll(decisionsOf(planFleet()))
const pages = {
  'of a year': renderDashboard(metricsOfRows(rows, question(at(360)), 'repository')),
  'of silent repositories': renderDashboard(metricsOfRows(rows, question(at(700)), 'owner')),
  'of nothing': renderDashboard(metricsOfRows([], question(at(0))))
}

const all = (page: string, pattern: RegExp): readonly string[] =>
  [...page.matchAll(pattern)].map(([, name = '']) => name)

test.each(Object.entries(pages))('each landmark has a name of its own: %s', (_name, page) => {
  const regions = all(page, /role="region" aria-label="([^"]*)"/g)
  expect(regions).toEqual([...new Set(regions)])
  expect(regions.length).toBeGreaterThan(3)
  // Each table is one: what does not fit can be scrolled by keyboard.
  expect(all(page, /<div class="scroll" tabindex="0" role="region" aria-label="[^"]+"><(table)>/g)).toHaveLength(
    all(page, /<(table)>/g).length
  )
})

test('the pages have what their names say', () => {
  expect(all(pages['of a year'], /<h2>([^<]*)</g)).toContain('By repository')
  expect(all(pages['of silent repositories'], /<h2>([^<]*)</g)).toEqual(
    expect.arrayContaining(['Silent repositories', 'By owner'])
  )
})

test('nothing is as wide as a phone or wider, whatever stands in it', () => {
  const [style = ''] = all(pages['of a year'], /<style>([\s\S]*?)<\/style>/g)
  for (const [, size] of style.matchAll(/(?:min-width: |[^-]width: |minmax\()(\d+)px/g))
    expect(Number(size)).toBeLessThan(340)
})

test('nothing is loaded, and only its own style and script are let in', () => {
  const page = pages['of a year']
  expect(page).not.toMatch(/<(?:img|link|iframe|object|embed|form|base)\b|\b(?:src|srcset|style|on\w+)=|url\(|@import/i)
  const hashOf = (name: string): string =>
    createHash('sha256')
      .update(all(page, new RegExp(`<${name}>([\\s\\S]*?)</${name}>`, 'g'))[0] ?? '')
      .digest('base64')
  expect(page).toContain(
    `content="default-src 'none'; style-src 'sha256-${hashOf('style')}'; script-src 'sha256-${hashOf('script')}'; base-uri 'none'; form-action 'none'"`
  )
})
