/**
 * Whether a pattern of `*` (any characters, or none) and `?` (any one) is the whole text. In a list of its characters `\*`
 * is the sign itself. The greedy match with one star to return to: a later star makes every earlier choice irrelevant, so the
 * steps are at most pattern × text.
 */
export function matchesWildcards(pattern: ArrayLike<string>, text: string): boolean {
  let p = 0
  let t = 0
  let star = -1
  let resume = 0
  while (t < text.length) {
    const char = pattern[p]
    if (char === '*') {
      star = p++
      resume = t
    } else if (char !== undefined && (char === '?' || char === text[t] || (char.length > 1 && char[1] === text[t]))) {
      p++
      t++
    } else if (star >= 0) {
      p = star + 1
      t = ++resume
    } else return false
  }
  while (pattern[p] === '*') p++
  return p === pattern.length
}
