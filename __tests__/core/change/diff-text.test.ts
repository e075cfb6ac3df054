import { describe, expect, test } from '@jest/globals'
import { parseDiff } from '../../../src/core/change/diff-text.js'

const HUNK = '--- a/a.ts\n+++ b/a.ts\n@@ -1 +1 @@\n-a\n+b\n'
const WHOLE = `diff --git a/a.ts b/a.ts\n${HUNK}`
const MAKE = 'Make it with: git diff --no-ext-diff BASE...HEAD'

const problem = (text: string, isWhole = false): string => {
  try {
    parseDiff(text, 'c.diff', isWhole)
    return 'none'
  } catch (error) {
    return (error as Error).message
  }
}

describe('what cannot be believed is refused, with its place and what to do', () => {
  test.each<[string, string, string]>([
    [
      'a combined diff',
      'diff --cc a.ts\n',
      'c.diff:1:1: this is a combined diff of a merge. Compare two commits: git diff BASE...HEAD'
    ],
    [
      'the same of a merge',
      `${WHOLE}diff --combined a.ts\n`,
      'c.diff:7:1: this is a combined diff of a merge. Compare two commits: git diff BASE...HEAD'
    ],
    [
      'a combined hunk',
      `\n@@@ -1 -1 +1 @@@\n`,
      'c.diff:2:1: this is a combined diff of a merge. Compare two commits: git diff BASE...HEAD'
    ],
    ['a hunk alone', '@@ -1 +1 @@\n-a\n+b\n', `c.diff:1:1: a hunk stands outside of a file section. ${MAKE}`],
    [
      'colours',
      '\u001b[1mdiff --git a/a b/a\u001b[m\n',
      `c.diff:1:1: this is no part of a unified diff of git. ${MAKE}`
    ],
    [
      'a submodule in words',
      `${WHOLE}Submodule lib 1..2:\n`,
      `c.diff:7:1: this is no part of a unified diff of git. ${MAKE}`
    ],
    ['a file of one side alone', 'Only in a/b c: d\n', `c.diff:1:1: this is no part of a unified diff of git. ${MAKE}`],
    [
      'files that differ',
      'Binary files a and b differ\n',
      `c.diff:1:1: this is no part of a unified diff of git. ${MAKE}`
    ],
    [
      'the same with a carriage return',
      'Files a and b differ\r\n',
      `c.diff:1:1: this is no part of a unified diff of git. ${MAKE}`
    ],
    ['a context diff', '***************\n', `c.diff:1:1: this is no part of a unified diff of git. ${MAKE}`],
    ['nothing of a diff', 'hello\n', `c.diff:1:1: there is no file section in this text. ${MAKE}`],
    ['a hunk that goes on', `${WHOLE}+c\n`, `c.diff:7:1: the hunk goes on after its line counts are met. ${MAKE}`],
    [
      'a hunk that goes on as it was',
      `${WHOLE} c\n`,
      `c.diff:7:1: the hunk goes on after its line counts are met. ${MAKE}`
    ],
    [
      'a hunk that goes on after a blank line',
      `${WHOLE}\n\r\n-c\n`,
      `c.diff:9:1: the hunk goes on after its line counts are met. ${MAKE}`
    ],
    [
      'a signature that goes on',
      `${WHOLE}-- x\n`,
      `c.diff:7:1: the hunk goes on after its line counts are met. ${MAKE}`
    ],
    [
      'what only ends like a signature',
      `${WHOLE}+-- \n`,
      `c.diff:7:1: the hunk goes on after its line counts are met. ${MAKE}`
    ],
    [
      'a hunk of too few lines',
      'diff --git a/a.ts b/a.ts\n--- a/a.ts\n+++ b/a.ts\n@@ -1,2 +1,2 @@\n-a\n+b\n',
      `c.diff:7:1: the hunk ends before its line counts are met. ${MAKE}`
    ],
    ['the beginning of a section', `${WHOLE}diff --g`, `c.diff:7:1: the diff breaks off here. ${MAKE}`],
    ['the beginning of a hunk', `${WHOLE}@`, `c.diff:7:1: the diff breaks off here. ${MAKE}`],
    ['half of the names', `${WHOLE}hello\n--- a/b.ts\n`, `c.diff:8:1: the diff breaks off here. ${MAKE}`],
    ['half of the second name', `${WHOLE}hello\n--- a/b.ts\n++`, `c.diff:8:1: the diff breaks off here. ${MAKE}`],
    [
      'the beginning of a header',
      `diff --git a/a.ts b/a.ts\nold mo`,
      `c.diff:2:1: this header is cut off, or none of git. ${MAKE}`
    ],
    [
      'a mode that is none',
      `diff --git a/a.ts b/a.ts\nold mode 1006\n${HUNK}`,
      `c.diff:2:1: this header is cut off, or none of git. ${MAKE}`
    ],
    [
      'a mode of seven digits',
      `diff --git a/a.ts b/a.ts\nnew mode 1006440\n${HUNK}`,
      `c.diff:2:1: this header is cut off, or none of git. ${MAKE}`
    ],
    [
      'ids that are none',
      `diff --git a/a.ts b/a.ts\nindex xyz..123\n${HUNK}`,
      `c.diff:2:1: this header is cut off, or none of git. ${MAKE}`
    ],
    [
      'ids with more behind',
      `diff --git a/a.ts b/a.ts\nindex 12..34 100644 x\n${HUNK}`,
      `c.diff:2:1: this header is cut off, or none of git. ${MAKE}`
    ],
    [
      'a share that is none',
      `diff --git a/a.ts b/b.ts\nsimilarity index 9x%\nrename from a.ts\nrename to b.ts\n`,
      `c.diff:2:1: this header is cut off, or none of git. ${MAKE}`
    ],
    [
      'a name that is cut',
      `diff --git a/a.ts b/bb.ts\nsimilarity index 90%\nrename from a.ts\nrename to bb.t`,
      `c.diff:4:1: this header is cut off, or none of git. ${MAKE}`
    ],
    [
      'a name that is missing',
      `diff --git a/a.ts b/bb.ts\nsimilarity index 90%\nrename from a.ts\nrename to \n`,
      `c.diff:4:1: this header is cut off, or none of git. ${MAKE}`
    ],
    [
      'an added file without its text',
      `diff --git a/a.ts b/a.ts\nnew file mode 100644\n`,
      `c.diff:1:1: the section of an added file breaks off. ${MAKE}`
    ]
  ])('%s', (_, text, expected) => expect(problem(text)).toBe(expected))
})

describe('what stands around sections is none of them', () => {
  test.each([
    ['the signature of a mail', `${WHOLE}-- \n2.43.0\n`],
    ['the same with carriage returns', `${WHOLE}-- \r\n2.43.0\r\n`],
    ['blank lines, then text', `${WHOLE}\n\nhello\n`],
    ['text that is drawn in after a blank line', `${WHOLE}\n hello\n`],
    ['words of a mail that begin like a section', `diff is great\n--- is a line\nhello\n${WHOLE}`],
    ['words within a line', `see diff --cc x and @@ y, Only in z: q\n${WHOLE}`],
    ['files that differ, in a sentence', `Files a and b differ much\n${WHOLE}`],
    ['another section', `${WHOLE}--- a/b.ts\n+++ b/b.ts\n@@ -1 +1 @@\n-a\n+b\n`]
  ])('%s', (_, text) => expect(problem(text)).toBe('none'))
})

describe('lines are known only where all of the section is shown', () => {
  const linesOf = (text: string, isWhole = false, path = 'a.ts') => parseDiff(text, 'd', isWhole).files.get(path)?.lines
  const rename = (share: string) => `diff --git a/o.ts b/a.ts\n${share}rename from o.ts\nrename to a.ts\n`
  const mode = 'diff --git a/a.ts b/a.ts\nold mode 100644\nnew mode 100755\n'
  test.each<[string, string, boolean, unknown]>([
    ['hunks', WHOLE, false, [[1, 1]]],
    [
      'a binary file',
      'diff --git a/a.ts b/a.ts\nindex 1..2 100644\nBinary files a/a.ts and b/a.ts differ\n',
      true,
      null
    ],
    [
      'the same as a patch',
      'diff --git a/a.ts b/a.ts\nindex 1..2 100644\nGIT binary patch\nliteral 1\nIc\n',
      true,
      null
    ],
    ['ids that differ, and no hunks', 'diff --git a/a.ts b/a.ts\nindex 1..2 100644\n', true, null],
    ['names, and no hunks', 'diff --git a/a.ts b/a.ts\n--- a/a.ts\n+++ b/a.ts\n', true, null],
    ['nothing', 'diff --git a/a.ts b/a.ts\n', true, null],
    ['another mode', mode, true, []],
    ['another mode, where the end may be missing', mode, false, null],
    ['another mode, before another section', `${mode}${WHOLE.replaceAll('a.ts', 'b.ts')}`, false, []],
    ['half of another mode', 'diff --git a/a.ts b/a.ts\nold mode 100644\n', true, null],
    ['the same under another name', rename('similarity index 100%\n'), true, []],
    ['nearly the same under another name', rename('similarity index 99%\n'), true, null],
    ['another name, of which nobody says how much stayed', rename(''), true, null],
    ['a deleted file', 'diff --git a/a.ts b/a.ts\ndeleted file mode 100644\nindex 1..0\n', true, []],
    ['an empty file that is new', 'diff --git a/a.ts b/a.ts\nnew file mode 100644\nindex 000..e69\n', true, null]
  ])('%s', (_, text, isWhole, lines) => expect(linesOf(text, isWhole) ?? null).toEqual(lines))

  test('a copy is new from its first line to its last', () => {
    const copy = 'diff --git a/o.ts b/a.ts\nsimilarity index 100%\ncopy from o.ts\ncopy to a.ts\n'
    expect(parseDiff(copy, 'd', true).files.get('a.ts')).toMatchObject({ change: 'copied', lines: null, edits: null })
  })

  test('a link that takes the place of a file is a file that is gone and another that is new', () => {
    const gone =
      'diff --git a/a.ts b/a.ts\ndeleted file mode 100644\nindex 1..0\n--- a/a.ts\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n'
    const link =
      'diff --git a/a.ts b/a.ts\nnew file mode 120000\nindex 0..2\n--- /dev/null\n+++ b/a.ts\n@@ -0,0 +1 @@\n+b\n'
    expect(parseDiff(`${gone}${link}`, 'd').files.get('a.ts')).toMatchObject({ change: 'added', lines: [[1, 1]] })
    // In any other order, or twice, nobody knows its lines.
    for (const twice of [`${link}${gone}`, `${WHOLE}${link}`, `${gone}${WHOLE}`])
      expect(parseDiff(twice, 'd').files.get('a.ts')).toMatchObject({ change: 'modified', lines: null, edits: null })
  })
})
