import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Writes each case as commits of one real repository: what the baseline has seen, where that is another tree, base and
 * head. Returns its directory and for each case the names of the three.
 */
export function writeRepository(cases) {
  const directory = mkdtempSync(join(tmpdir(), 'policy-gate-bench-'))
  const git = (args, input) => execFileSync('git', args, { cwd: directory, input, maxBuffer: 1 << 28 }).toString()
  git(['init', '-q'])
  const chunks = []
  cases.forEach((one, index) => {
    const [seen, base, head] = marksOf(index)
    chunks.push(
      commit(seen, index, null, one.seen ?? one.base),
      commit(base, index, seen, one.base),
      commit(head, index, base, one.head)
    )
  })
  git(['fast-import', '--quiet', '--export-marks=marks'], Buffer.concat(chunks.flat()))
  const marks = new Map(
    readFileSync(join(directory, 'marks'), 'utf8')
      .trim()
      .split('\n')
      .map(line => line.split(' '))
  )
  return {
    directory,
    commits: cases.map((_, index) => marksOf(index).map(mark => marks.get(`:${mark}`)))
  }
}

const marksOf = index => [1, 2, 3].map(number => index * 3 + number)

const data = bytes => [Buffer.from(`data ${bytes.length}\n`), bytes, Buffer.from('\n')]

function commit(mark, index, parent, files) {
  const chunks = [
    Buffer.from(`commit refs/heads/case-${index}\nmark :${mark}\ncommitter B <b@example.com> 0 +0000\n`),
    ...data(Buffer.from('x'))
  ]
  if (parent !== null) chunks.push(Buffer.from(`from :${parent}\n`))
  chunks.push(Buffer.from('deleteall\n'))
  for (const [path, text] of files) chunks.push(Buffer.from(`M 100644 inline ${path}\n`), ...data(Buffer.from(text)))
  return chunks
}
