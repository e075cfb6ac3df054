import { expect, test } from '@jest/globals'
import { filesAskedFor } from '../../../../src/core/change/locks/asked.js'
import { finding, place } from '../../identity/builders.js'

test('files of the findings come before those that lead to them, each once', () => {
  const step = (path: string) => ({ path, firstLine: 1, lastLine: 1 })
  const findings = [
    finding({
      location: place('m.ts', 1),
      trail: [step('a.ts'), step('m.ts'), { ...step('/out/x.ts'), isClaimed: true }]
    }),
    finding({ location: place('z.ts', 1), otherLocations: [place('c.ts', 2)] }),
    finding({ category: 'sca', location: place('web/package.json', 1) })
  ]
  const asked = filesAskedFor(findings)
  expect(asked.slice(0, 4)).toEqual(['c.ts', 'm.ts', 'web/package.json', 'z.ts'])
  expect(asked.at(-1)).toBe('a.ts')
  expect(asked).toContain('web/package-lock.json')
  expect(new Set(asked).size).toBe(asked.length)
})

test('of those that matter alone, in the same order', () => {
  const findings = [
    finding({ location: place('m.ts', 1), trail: [{ path: 'b.ts', firstLine: 1, lastLine: 1 }] }),
    finding({ category: 'sca', location: place('web/package.json', 1) }),
    finding({ location: place('z.ts', 1) })
  ]
  const among = new Set(['web/package-lock.json', 'z.ts', 'b.ts', 'never-named.ts'])
  expect(filesAskedFor(findings, among)).toEqual(['z.ts', 'web/package-lock.json', 'b.ts'])
  expect(filesAskedFor(findings, among)).toEqual(filesAskedFor(findings).filter(path => among.has(path)))
})
