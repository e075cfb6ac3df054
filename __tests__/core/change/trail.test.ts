import { expect, test } from '@jest/globals'
import { parseDiff } from '../../../src/core/change/diff-text.js'
import { trailChanged } from '../../../src/core/change/trail.js'
import type { TrailPlace } from '../../../src/core/finding.js'
import { replaceDiff } from '../identity/builders.js'

const diff = parseDiff(replaceDiff('src/a.ts', 5, ['old'], ['new']), 'change.diff')
const step = (path: string, firstLine: number, lastLine = firstLine): TrailPlace => ({ path, firstLine, lastLine })
const made = (path: string): TrailPlace => ({ ...step(path, 1), isMade: true })
const claim = (path: string): TrailPlace => ({ ...step(path, 1), isClaimed: true })

test.each<[string, TrailPlace[], boolean | null, boolean | null]>([
  ['no step', [], false, false],
  ['in another file', [step('src/b.ts', 5)], false, null],
  ['on another line', [step('src/a.ts', 3)], false, false],
  ['next to the line that was replaced', [step('src/a.ts', 4)], true, true],
  ['on the line', [step('src/a.ts', 5)], true, true],
  ['over the line', [step('src/a.ts', 2, 9)], true, true],
  ['the whole file', [step('src/a.ts', 1, Number.MAX_SAFE_INTEGER)], true, true],
  ['the last of several', [step('src/a.ts', 1), step('src/b.ts', 1), step('src/a.ts', 5)], true, true],
  ['unmapped, with the name of a changed file', [claim('/build/src/A.ts')], null, null],
  ['unmapped, with another name', [claim('/usr/lib/libc.so')], false, null],
  ['unmapped, and then on the line', [claim('/build/src/a.ts'), step('src/a.ts', 5)], true, true],
  ['made by the build, of a file of another name', [made('gen/b.js')], false, null],
  ['made by the build, of a file whose name it begins with', [made('dist/src/a.js')], null, null],
  ['made by the build, and then on the line', [made('dist/src/a.js'), step('src/a.ts', 5)], true, true],
  ['too many to be kept', [claim('')], null, null]
])('%s', (_, trail, complete, incomplete) => {
  expect(trailChanged(diff, trail)).toBe(complete)
  expect(trailChanged({ ...diff, complete: false }, trail)).toBe(incomplete)
})

test.each([
  ['api.proto', 'gen/pay_pb2.py', null],
  ['spec/openapi.v1.yaml', 'gen/client.ts', null],
  ['src/templates/page.j2', 'out/page2.html', null],
  ['src/Expr.java', 'target/generated-sources/ExprParser.java', null],
  ['docs/guide.md', 'target/generated-sources/ExprParser.java', false],
  ['src/ab.ts', 'gen/abc.js', false],
  ['src/ab.ts', 'gen/ab.js', null]
])('a change of %s and a step in %s, which the build makes', (changed, path, reached) => {
  const touching = parseDiff(replaceDiff(changed, 5, ['old'], ['new']), 'change.diff')
  expect(trailChanged(touching, [made(path)])).toBe(reached)
  expect(trailChanged(touching, [step(path, 1)])).toBe(false)
})
