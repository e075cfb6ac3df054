import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { CI_SYSTEMS } from '../../src/cli/ci-systems.js'

const GUIDE = readFileSync('docs/command-line.md', 'utf8')
const rows = GUIDE.split('\n').flatMap(line => (line.startsWith('| ') ? [line.split('|').slice(1, -1)] : []))
const named = (cell = ''): readonly string[] => [...cell.matchAll(/`([A-Z_]+)`/g)].map(match => match[1] ?? '')

describe('the guide of the command line names the variables of', () => {
  test.each(CI_SYSTEMS.map((system, index) => [system.system, system, index + 1] as const))(
    '%s',
    (name, system, column) => {
      expect(rows[0]?.[column]?.trim()).toBe(name)
      const cells = rows.map(cellsOf => named(cellsOf[column]))
      const cause = system.cause === null ? [] : [system.cause]
      const { baseShas, baseBranch, head, built, request, ref, branch, repository, owner, address, server } = system
      const names = [...owner, ...repository]
      const where = [...address, ...server]
      const said = [baseShas, baseBranch, head, built, request, ref, branch, names, where, cause]
      expect(cells.slice(1, 11)).toEqual(said)
    }
  )
})
