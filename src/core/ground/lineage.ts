/** `CA5350/md5` is a specialisation of `CA5350` (SARIF 2.1.0 §3.5.4, §3.52.4): the id itself, then each ancestor. */
export function* lineage(id: string): Generator<string> {
  let current = id
  yield current
  for (let levels = 0; levels < 10; levels++) {
    const slash = current.lastIndexOf('/')
    if (slash <= 0) return
    current = current.slice(0, slash)
    yield current
  }
}

/** Whether the id is the other one, or a specialisation of it. */
export const isSpecialisation = (id: string, ancestor: string): boolean =>
  id === ancestor || id.startsWith(`${ancestor}/`)
