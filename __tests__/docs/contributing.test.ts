import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'

const text = readFileSync('CONTRIBUTING.md', 'utf8')
const changelog = readFileSync('CHANGELOG.md', 'utf8')
const version = (file: string): string => (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version

const recipes = (text.split('\n## Recipes\n')[1] ?? '').split(/^### /m).slice(1)

test('there is a recipe for what is added most often', () => {
  expect(recipes.map(recipe => recipe.split('\n')[0])).toEqual([
    'A scanner',
    'A wrong severity',
    'A condition',
    'A report',
    'An event',
    'A release',
    'Another key of the policy'
  ])
})

/** Paths that a recipe names: from the root, below `__tests__` (`core/…/x.test.ts`), or beside the one before. */
const named = [...recipes.join('').matchAll(/`((?:[\w.-]+\/)+[\w.-]*|[\w-]+\.(?:md|ts|json|yml))`/g)].map(
  ([, path = '']) => path
)

test('every path that is named exists', () => {
  const folders = named.filter(path => path.endsWith('/'))
  const places = ['', '__tests__/', ...folders]
  expect(named.length).toBeGreaterThan(30)
  expect(named.filter(path => !places.some(place => existsSync(`${place}${path}`)))).toEqual([])
})

test('every recipe says who tells of a step that was forgotten, or has no step that could be', () => {
  const silent = recipes.filter(recipe => !recipe.includes('| forgotten | who tells |'))
  expect(silent.map(recipe => recipe.split('\n')[0])).toEqual(['Another key of the policy'])
})

test('the changelog begins with what is not released, then the version of the package', () => {
  const headings = [...changelog.matchAll(/^## \[(.+?)\](?: - (\d{4}-\d\d-\d\d))?$/gm)]
  expect(headings[0]?.[1]).toBe('Unreleased')
  expect(headings[1]?.[1]).toBe(version('package.json'))
  expect(headings.slice(1).map(([, , day]) => day)).not.toContain(undefined)
  expect(version('package-lock.json')).toBe(version('package.json'))
})

test('each version of the changelog has each of its headings once', () => {
  for (const version of changelog.split(/^## /m).slice(1)) {
    const headings = [...version.matchAll(/^### (.+)$/gm)].map(([, heading = '']) => heading)
    expect(headings).toEqual([...new Set(headings)])
    expect(['Added', 'Changed', 'Deprecated', 'Removed', 'Fixed', 'Security']).toEqual(expect.arrayContaining(headings))
  }
})
