import { expect, test } from '@jest/globals'
import { states, statingMembers } from '../../../../src/core/sarif/tools/stated.js'
import { isTelling, telling, tells } from '../../../../src/core/sarif/tools/telling.js'

const OWN = telling(['anything of its own'], 'weakness')

test('an object tells what one of its members is named for, in any spelling, and nothing else', () => {
  expect(tells({ a: 1, cweId: 79 }, OWN)).toBe(true)
  expect(tells({ 'anything of its own': null }, OWN)).toBe(true)
  expect(tells({ cveId: 'CVE-2020-1' }, OWN)).toBe(false)
  expect(tells({}, OWN)).toBe(false)
  expect(tells(null, OWN)).toBe(false)
  expect(isTelling('CWE_LIST', OWN)).toBe(true)
  expect(isTelling('cwE_LIST', OWN)).toBe(false)
})

test('what was asked first is not what the others have', () => {
  const objects = [{ cwe: 1 }, { b: 1 }, { CWE: 1 }, { c: 1 }, { weakness: 1 }]
  const answers = () => objects.map(object => tells(object, OWN))
  expect([answers(), answers().reverse(), answers()]).toEqual(Array(3).fill([true, false, true, false, true]))
})

test('a list that is asked for later is looked for in names that were asked before', () => {
  const object = { 'asked for late': 1 }
  expect(tells(object, OWN)).toBe(false)
  const late = telling(['asked for late'])
  expect(tells({ 'asked for late': 1 }, late)).toBe(true)
  expect(tells(object, late)).toBe(true)
  expect(tells(object, OWN)).toBe(false)
})

test('a name is a spelling by its words alone: one that differs in more states nothing', () => {
  const spelled = ['cveId', 'CveId', 'cve_id', 'Cve_Id', 'CVE_ID', 'cve-id', 'CVE-ID', 'cve id', 'cveid', 'CVEID']
  expect(spelled.filter(name => !states(name, 'advisory'))).toEqual([])
  expect(
    ['cvE_id', 'cve__id', '_cve_id', 'cve.id', 'cve id ', `cve id${' '.repeat(60)}`, ''].filter(name =>
      states(name, 'advisory')
    )
  ).toEqual([])
})

test('members that state one kind come in one order, each once', () => {
  const one = { packageURL: 1, purl: 2, PackageUrl: 3, packageurl: 4, other: 5 }
  const other = Object.fromEntries(Object.entries(one).reverse())
  expect(statingMembers(one, 'purl')).toEqual(statingMembers(other, 'purl'))
  expect(statingMembers(one, 'purl')).toEqual([2, 3, 4])
})
