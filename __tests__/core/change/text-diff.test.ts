import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { fitted } from '../../../src/core/change/diff.js'
import { baseLines } from '../../../src/core/change/edits.js'
import { diffTexts } from '../../../src/core/change/text-diff.js'

const lines = fc.array(fc.constantFrom('a', 'b', 'c', '}', ''), { maxLength: 12 })

test('taken back it gives the base, and it fits the head', () => {
  fc.assert(
    fc.property(lines, lines, (base, head) => {
      const file = diffTexts(base.join('\n'), head.join('\r\n'), 'x', 'x')
      const after = head.join('\n').split('\n')
      expect(baseLines(after, file.edits ?? []).join('\n')).toBe(base.join('\n'))
      const diff = { files: new Map([['x', file]]), complete: true }
      expect(fitted(diff, new Set(['x']), () => head.join('\n')).unfit).toEqual([])
    })
  )
})

test('two texts that have next to nothing in common are changed throughout', () => {
  const many = (word: string) => Array.from({ length: 1_200 }, (_, index) => `${word} ${index}`).join('\n')
  expect(diffTexts(many('a'), many('b'), 'x', 'x')).toMatchObject({ lines: null, edits: null })
})

test('a file that was moved is a renamed one', () => {
  expect(diffTexts('a\nb\n', 'a\nc\n', 'old', 'new')).toMatchObject({
    change: 'renamed',
    basePath: 'old',
    lines: [[2, 2]]
  })
})
