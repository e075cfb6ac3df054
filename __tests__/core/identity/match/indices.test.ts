import { expect, test } from '@jest/globals'
import { elementAt, mapIndices, NO_INDICES, placesOf } from '../../../../src/core/identity/match/indices.js'

test('elements are grouped by their place, in the order in which places come up', () => {
  const places = placesOf(['b1', 'a1', 'b2', 'c1', 'b3', 'a2'], each => each.slice(0, 1))
  expect([...places.keys()]).toEqual(['b', 'a', 'c'])
  expect([...places.entries()].map(([place, indices]) => [place, Array.from(indices)])).toEqual([
    ['b', [0, 2, 4]],
    ['a', [1, 5]],
    ['c', [3]]
  ])
  expect(Array.from(places.at('a'))).toEqual([1, 5])
  expect(Array.from(places.at('c'))).toEqual([3])
  expect([places.has('a'), places.has('d')]).toEqual([true, false])
  expect(Array.from(places.at('d'))).toEqual([])
  expect(Array.from(NO_INDICES)).toEqual([])
})

test('an index that is not there is a fault', () => {
  expect(elementAt(['a', 'b'], 1)).toBe('b')
  expect(() => elementAt(['a', 'b'], 2)).toThrow(new RangeError('no element 2'))
  expect(mapIndices([2, 0], index => index * 10)).toEqual([20, 0])
})
