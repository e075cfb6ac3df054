/**
 * The function, with its answers remembered: for texts that repeat, such as rule ids and tags of a million results.
 * It forgets everything when it knows too much, so that texts that never repeat do not fill the memory.
 */
export function remembered<T>(answer: (text: string) => T, most = 4096): (text: string) => T {
  const known = new Map<string, T>()
  return text => {
    const before = known.get(text)
    if (before !== undefined) return before
    const now = answer(text)
    if (known.size >= most) known.clear()
    known.set(text, now)
    return now
  }
}
