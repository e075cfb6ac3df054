import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { EVENT_NAMES } from '../../src/core/change/occasion/events.js'
import { house } from './house.js'

/** Who may know events by their names: what reads them, what they are occasions for, and what reads workflows. */
const KNOWS = /^(?:action\/event\.ts$|core\/change\/occasion\/|core\/doctor\/|generated\/)/
const NAMES = EVENT_NAMES.filter(name => name !== 'other').join('|')
/** A name of an event, other than as the member of an answer of GitHub's. */
const NAME = new RegExp(`(?<!\\b(?:inner|hasOwn|member)\\([^()]*(?:\\?\\? \\{\\}, )?)['"](?:${NAMES})['"]`)

const namesIn = (path: string, text: string): readonly string[] =>
  KNOWS.test(path)
    ? []
    : text.split('\n').flatMap((line, index) => (NAME.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : []))

test('what an event means is asked of its occasion, nowhere of its name', () => {
  const { files } = house()
  const known = files.filter(file => file.endsWith('.ts'))
  expect(known.flatMap(path => namesIn(path, readFileSync(join('src', path), 'utf8')))).toEqual([])
})

test.each([
  ["if (change.event === 'pull_request') return", 1],
  ["const OWN = new Set(['merge_group', 'push'])", 1],
  ["case 'workflow_run':", 1],
  ["const run = inner(artifact, 'workflow_run')", 0],
  ["!Object.hasOwn(issue ?? {}, 'pull_request')", 0]
])('%s: %i', (line, count) => {
  expect(namesIn('action/planted.ts', line)).toHaveLength(count)
})
