/** Indices of elements of one group, ascending. */
export type Indices = ArrayLike<number> & Iterable<number>

export const NO_INDICES: Indices = []

/** What the function makes of each index. */
export function mapIndices<T>(indices: Indices, map: (index: number) => T): T[] {
  const mapped: T[] = []
  for (let at = 0; at < indices.length; at++) mapped.push(map(indices[at] ?? 0))
  return mapped
}

/** The element at an index that was given for one. */
export function elementAt<T>(elements: readonly T[], index: number): T {
  const element = elements[index]
  if (element === undefined) throw new RangeError(`no element ${index}`)
  return element
}

/** Which elements are at which place. Places come in the order in which they first appear. */
export interface Places {
  has(place: string): boolean
  keys(): Iterable<string>
  /** Indices of the elements at the place; none where it is not known. */
  at(place: string): Indices
  entries(): Iterable<readonly [string, Indices]>
}

/**
 * Groups elements by place. All groups share one array of indices: of a million elements, most of them alone at
 * their place, an array for each would take as much memory as the findings' places themselves.
 */
export function placesOf<T>(elements: readonly T[], placeOf: (element: T) => string): Places {
  const numbers = new Map<string, number>()
  const numberOf = new Int32Array(elements.length)
  const sizes: number[] = []
  for (let index = 0; index < elements.length; index++) {
    const place = placeOf(elementAt(elements, index))
    let number = numbers.get(place)
    if (number === undefined) {
      number = sizes.push(0) - 1
      numbers.set(place, number)
    }
    numberOf[index] = number
    sizes[number] = (sizes[number] ?? 0) + 1
  }
  const { indices, ends } = arranged(numberOf, sizes)
  const group = (number: number): Indices => {
    const [end, size] = [ends[number] ?? 0, sizes[number] ?? 0]
    // Most elements are alone at their place, and a view of one is far larger than a list of one.
    return size === 1 ? [indices[end - 1] ?? 0] : indices.subarray(end - size, end)
  }
  return {
    has: place => numbers.has(place),
    keys: () => numbers.keys(),
    at(place) {
      const number = numbers.get(place)
      return number === undefined ? NO_INDICES : group(number)
    },
    *entries() {
      for (const [place, number] of numbers) yield [place, group(number)]
    }
  }
}

/** The indices group by group, and where each group ends. */
function arranged(numberOf: Int32Array, sizes: readonly number[]) {
  const ends = new Int32Array(sizes.length)
  let start = 0
  for (const [number, size] of sizes.entries()) {
    ends[number] = start
    start += size
  }
  const indices = new Int32Array(numberOf.length)
  for (const [index, number] of numberOf.entries()) {
    const at = ends[number] ?? 0
    indices[at] = index
    ends[number] = at + 1
  }
  return { indices, ends }
}
