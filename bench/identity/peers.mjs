/** Two ways of matching that are in use, for comparison. Each pairs one to one and returns partners by head finding. */

function pairByKey(baseFindings, headFindings, baseKey, headKey) {
  const waiting = new Map()
  baseFindings.forEach((finding, index) => {
    const key = baseKey(finding)
    if (waiting.has(key)) waiting.get(key).push(index)
    else waiting.set(key, [index])
  })
  return headFindings.map(finding => waiting.get(headKey(finding))?.shift() ?? -1)
}

/** Rule, path and line. */
export function byLine({ baseFindings, headFindings }) {
  const key = ({ ruleId, path, line }) => `${ruleId}\0${path}\0${line}`
  return pairByKey(baseFindings, headFindings, key, key)
}

/** Rule, path and `primaryLocationLineHash`, as code scanning identifies alerts. */
export function byLineHash({ base, head, baseFindings, headFindings }) {
  const key = texts => {
    const hashes = new Map([...texts].map(([path, text]) => [path, lineHashes(text)]))
    return ({ ruleId, path, line }) => `${ruleId}\0${path}\0${hashes.get(path)[line - 1]}`
  }
  return pairByKey(baseFindings, headFindings, key(base), key(head))
}

const WINDOW = 100
const MASK = (1n << 64n) - 1n
const MULTIPLIER = 37n
const OLDEST = (MULTIPLIER ** BigInt(WINDOW)) & MASK

/**
 * `primaryLocationLineHash` of each line: a rolling hash over the next 100 characters that are no blanks, and the
 * count of its occurrences (https://github.com/github/codeql-action/blob/main/src/fingerprints.ts describes it).
 */
export function lineHashes(text) {
  const units = []
  const starts = []
  let previous = 0
  let fresh = true
  for (let index = 0; index < text.length; index++) {
    let unit = text.charCodeAt(index)
    const afterReturn = previous === 13
    previous = 0
    if (unit === 32 || unit === 9 || (unit === 10 && afterReturn)) continue
    if (unit === 13) {
      unit = 10
      previous = 13
    }
    if (fresh) starts.push(units.length)
    fresh = unit === 10
    units.push(unit)
  }
  if (fresh) starts.push(units.length)
  units.push(65535)
  return hashesAt(units, starts)
}

function hashesAt(units, starts) {
  const hashes = []
  const counts = new Map()
  let hash = 0n
  let next = 0
  for (let end = 0; next < starts.length; end++) {
    const oldest = end >= WINDOW ? (units[end - WINDOW] ?? 0) : 0
    hash = (MULTIPLIER * hash + BigInt(units[end] ?? 0) - OLDEST * BigInt(oldest)) & MASK
    if (end !== starts[next] + WINDOW - 1) continue
    const text = hash.toString(16)
    counts.set(text, (counts.get(text) ?? 0) + 1)
    hashes.push(`${text}:${counts.get(text)}`)
    next++
  }
  return hashes
}
