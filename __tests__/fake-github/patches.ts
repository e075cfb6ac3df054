import { applyPatch, parsePatch, reversePatch, structuredPatch } from 'diff'
import type { FakeCommit, FakeFile } from './world.js'

type Files = FakeCommit['files']

const textOf = (content: string | Uint8Array | undefined): string | null =>
  content === undefined ? null : typeof content === 'string' ? content : Buffer.from(content).toString()

const parsed = (patch: string) => parsePatch(`--- a\n+++ b\n${patch}\n`)[0]

/** Hunks as GitHub shows them: three lines around, no names. */
export function patchOf(before: string, after: string): string {
  const { hunks } = structuredPatch('a', 'b', before, after, '', '', { context: 3 })
  return hunks
    .map(({ oldStart, oldLines, newStart, newLines, lines }) =>
      [`@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`, ...lines].join('\n')
    )
    .join('\n')
}

/** The text before a patch that led to it; null where the patch leads to another text. */
export function before(text: string, patch: string): string | null {
  const one = parsed(patch)
  if (one === undefined || !standsIn(text, one)) return null
  const found = applyPatch(text, reversePatch(one), { fuzzFactor: 0 })
  return found === false ? null : found
}

/** Whether the patch leads to the text as it is, and not only somewhere else in it. */
function standsIn(text: string, { hunks }: NonNullable<ReturnType<typeof parsed>>): boolean {
  const lines = text.split('\n')
  return hunks.every(({ newStart, lines: shown }) =>
    shown.filter(line => /^[ +]/.test(line)).every((line, index) => lines[newStart - 1 + index] === line.slice(1))
  )
}

/** The patch, made to a text in which other lines have changed since; null where it does not apply. */
export function applied(text: string, patch: string): string | null {
  const one = parsed(patch)
  const found = one === undefined ? false : applyPatch(text, one, { fuzzFactor: 0 })
  return found === false ? null : found
}

/** Lines that a patch adds and removes. */
export function countsOf(patch: string): { readonly additions: number; readonly deletions: number } {
  const count = (mark: string) => patch.split('\n').filter(line => line.startsWith(mark)).length
  return { additions: count('+'), deletions: count('-') }
}

/** Half of a file must stay for it to be a renamed one, as in git. */
const ALIKE = 0.5

/** What differs between two trees, with renames; sorted by name. */
export function diffTrees(from: Files, to: Files): readonly FakeFile[] {
  const removed = Object.keys(from).filter(path => to[path] === undefined)
  const changed: FakeFile[] = []
  for (const [filename, content] of Object.entries(to)) {
    const after = textOf(content) ?? ''
    const old = textOf(from[filename])
    if (old === after) continue
    if (old !== null) {
      changed.push({ filename, status: 'modified', patch: patchOf(old, after) })
      continue
    }
    const previous = removed.find(path => likeness(textOf(from[path]) ?? '', after) > ALIKE)
    if (previous === undefined) changed.push({ filename, status: 'added', patch: patchOf('', after) })
    else {
      removed.splice(removed.indexOf(previous), 1)
      const patch = patchOf(textOf(from[previous]) ?? '', after)
      changed.push({ filename, status: 'renamed', previous_filename: previous, ...(patch === '' ? {} : { patch }) })
    }
  }
  const gone = removed.map(filename => ({
    filename,
    status: 'removed' as const,
    patch: patchOf(textOf(from[filename]) ?? '', '')
  }))
  return [...changed, ...gone].toSorted((a, b) => (a.filename < b.filename ? -1 : 1))
}

function likeness(left: string, right: string): number {
  const [a, b] = [left.split('\n'), new Set(right.split('\n'))]
  return a.filter(line => b.has(line)).length / Math.max(a.length, b.size)
}
