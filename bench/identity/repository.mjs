import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Writes base and head of each case as two commits of one real repository; returns its directory and the pairs of names. */
export function writeRepository(cases) {
  const directory = mkdtempSync(join(tmpdir(), 'policy-gate-bench-'))
  const git = (args, input) => execFileSync('git', args, { cwd: directory, input, maxBuffer: 1 << 28 }).toString()
  git(['init', '-q'])
  const chunks = []
  cases.forEach((one, index) => {
    chunks.push(commit(index * 2 + 1, index, null, one.base), commit(index * 2 + 2, index, index * 2 + 1, one.head))
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
    commits: cases.map((_, index) => [marks.get(`:${index * 2 + 1}`), marks.get(`:${index * 2 + 2}`)])
  }
}

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
