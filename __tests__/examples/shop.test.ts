import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'

/** As much of SARIF as these checks look at. */
interface Log {
  readonly version: string
  readonly runs: readonly { readonly results: readonly Result[] }[]
}
interface Result {
  readonly ruleId: string
  readonly locations: readonly {
    readonly physicalLocation: {
      readonly artifactLocation: { readonly uri: string }
      readonly region: { readonly startLine: number }
    }
  }[]
}

const shop = join(process.cwd(), 'examples', 'shop')
const text = (...path: string[]): string => readFileSync(join(shop, ...path), 'utf8')
const sarifFiles = (folder: string): string[] => readdirSync(join(shop, folder)).filter(name => name.endsWith('.sarif'))
const results = (folder: string, file: string): readonly Result[] =>
  (JSON.parse(text(folder, file)) as Log).runs.flatMap(run => run.results)

/** Line numbers that the diff adds, with their text, by path. */
function addedLines(diff: string): Map<string, Map<number, string>> {
  const added = new Map<string, Map<number, string>>()
  let lines = new Map<number, string>()
  let next = 0
  for (const line of diff.split('\n')) {
    const hunk = /^@@ -\S+ \+(\d+)/.exec(line)
    if (line.startsWith('+++ b/')) {
      lines = new Map()
      added.set(line.slice('+++ b/'.length), lines)
    } else if (hunk) next = Number(hunk[1])
    else if (line.startsWith('+')) lines.set(next++, line.slice(1))
    else if (line.startsWith(' ')) next++
  }
  return added
}

const added = addedLines(text('change.diff'))
const everyFile = ['results', 'baseline'].flatMap(folder => sarifFiles(folder).map(file => [folder, file] as const))

describe('the scanners of the shop', () => {
  test('wrote the same set of files before and after the change', () => {
    expect(sarifFiles('baseline')).toEqual(sarifFiles('results'))
    expect(sarifFiles('results')).toHaveLength(12)
  })

  test.each(everyFile)('%s/%s is SARIF 2.1.0 and names no place of the machine it was made on', (folder, file) => {
    expect((JSON.parse(text(folder, file)) as Log).version).toBe('2.1.0')
    expect(text(folder, file)).not.toMatch(/file:\/\/|"uri": *"\//)
  })

  test.each(sarifFiles('results'))('%s points at lines that the shop has', file => {
    for (const { physicalLocation } of results('results', file).flatMap(result => result.locations)) {
      const lines = text(physicalLocation.artifactLocation.uri).split('\n')
      expect(physicalLocation.region.startLine).toBeLessThanOrEqual(lines.length)
    }
  })

  test.each(sarifFiles('results'))('%s has as many results as the table says', file => {
    const row = text('results', 'README.md')
      .split('\n')
      .find(line => line.startsWith(`| \`${file}\``))
    const cells = row?.split(/ \| | \|$/) ?? []
    expect(Number.parseInt(cells[4] ?? '', 10)).toBe(results('results', file).length)
    expect(Number.parseInt(cells[5] ?? '', 10)).toBe(results('baseline', file).length)
  })
})

describe('change.diff', () => {
  test('adds exactly the lines that the files have', () => {
    expect(added.size).toBe(7)
    for (const [path, lines] of added) {
      const file = text(path).split('\n')
      for (const [number, line] of lines) expect(file[number - 1]).toBe(line)
    }
  })

  test('adds the findings that the guide names, and no others', () => {
    const found = sarifFiles('results').flatMap(file =>
      results('results', file).flatMap(result => {
        const place = result.locations[0]?.physicalLocation
        const path = place?.artifactLocation.uri ?? ''
        const line = place?.region.startLine ?? 0
        return added.get(path)?.has(line) ? [`${path}:${line} ${result.ruleId}`] : []
      })
    )
    expect(found.sort()).toEqual([
      'infra/k8s/payments.yaml:22 k8s-privileged',
      'services/payments/src/config.ts:2 generic-api-key',
      'services/payments/src/payments-store.ts:11 sql-in-template',
      'services/payments/src/statement.ts:10 security/detect-child-process',
      'services/payments/src/statement.ts:10 shell-command',
      'services/payments/src/statement.ts:14 security/detect-non-literal-fs-filename',
      'web/package-lock.json:23 GHSA-xvch-5gv4-984h'
    ])
    const guide = text('README.md')
    for (const finding of found) expect(guide).toContain(finding.split(' ')[0])
  })
})
