import { random as seeded } from './random.mjs'

const LINES = ['// Copyright the authors', '// All rights reserved', '', '// See the handbook', '']

/**
 * The same cases where main has moved on since the baseline was made. What was the base is what the baseline shows; the
 * change is merged into a main that has got lines above and below, or has lost them, and has mended one of the findings,
 * which the change may bring back: then it is a new one. The diff is that of the trial merge, so that it does not tell
 * where the lines of the baseline went.
 */
export const movedOn = (cases, seed) => cases.map((one, index) => (isCode(one) ? move(one, seed + index) : one))

/** Lines above would break a lock file, and its findings do not stand on lines. */
const isCode = ({ baseFindings }) => baseFindings.every(({ parts }) => parts?.package === undefined)

function move(one, seed) {
  const random = seeded(seed)
  const { labels, headFindings, baseFindings } = one
  const mended = mendedOn(one, random)
  const texts = { seen: new Map(), base: new Map(), head: new Map() }
  const shifts = new Map()
  const drop = (path, line) => (mended?.path === path ? line : null)
  for (const [path, text] of one.base) {
    const more = Array.from({ length: 1 + random.below(12) }, (_, index) => LINES[index % LINES.length])
    // What main has got is in base and head alike; what it has lost only the baseline has seen.
    const [before, after] = random.below(3) === 0 ? [more, []] : [[], more]
    texts.seen.set(path, [...before, text].join('\n'))
    texts.base.set(path, around(after, without(text, drop(path, mended?.baseLine))))
    shifts.set(path, { before: before.length, after: after.length, lines: after })
  }
  for (const [path, text] of one.head) {
    const own = shifts.get(originOf(path, one))
    const rest = without(text, mended?.headPath === path && !mended.isBack ? mended.headLine : null)
    texts.head.set(path, own === undefined ? rest : around(own.lines, rest))
  }
  const kept = headFindings.flatMap((finding, index) => {
    const isMended = mended?.headPath === finding.path && mended.headLine === finding.line
    const up = mended?.headPath === finding.path && !mended.isBack && mended.headLine < finding.line ? 1 : 0
    const down = shifts.get(originOf(finding.path, one))?.after ?? 0
    const label = isMended ? -1 : labels[index]
    return isMended && !mended.isBack ? [] : [{ finding: { ...finding, line: finding.line - up + down }, label }]
  })
  return {
    ...one,
    ...{ seen: texts.seen, base: texts.base, head: texts.head },
    baseFindings: baseFindings.map(finding => ({ ...finding, line: finding.line + shifts.get(finding.path).before })),
    headFindings: kept.map(({ finding }) => finding),
    labels: kept.map(({ label }) => label)
  }
}

const around = (lines, text) => [...lines, text, ...lines].join('\n')

const without = (text, line) =>
  line === null || line === undefined
    ? text
    : text
        .split('\n')
        .filter((_, index) => index !== line - 1)
        .join('\n')

/** The file that main knows a file of the head by: its own path, or the one that it was renamed from. */
function originOf(path, { base, head, headFindings, baseFindings, labels }) {
  if (base.has(path)) return path
  const index = headFindings.findIndex((finding, number) => finding.path === path && labels[number] >= 0)
  const from = baseFindings[labels[index]]?.path
  return from === undefined || head.has(from) ? path : from
}

/** A line with a finding that the change has left as it was, and that main has removed meanwhile. */
function mendedOn({ base, head, baseFindings, headFindings, labels }, random) {
  const lineOf = (texts, { path, line }) => texts.get(path).split('\n')[line - 1]
  const untouched = labels.flatMap((label, index) => {
    if (label < 0) return []
    const [before, after] = [baseFindings[label], headFindings[index]]
    return lineOf(base, before) === lineOf(head, after) ? [{ before, after }] : []
  })
  if (untouched.length === 0 || random.below(2) === 0) return null
  const { before, after } = random.pick(untouched)
  const isBack = random.below(3) === 0
  return { path: before.path, baseLine: before.line, headPath: after.path, headLine: after.line, isBack }
}
