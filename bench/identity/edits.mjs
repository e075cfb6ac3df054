/**
 * Edits of tracked files. A tracked line knows the line of the base that it comes from (`origin`, "path:line"), or
 * null where the edit wrote it. Labels come from there and from nowhere else.
 */
export const track = ({ path, text }) => ({
  path,
  lines: text.split('\n').map((line, index) => ({ text: line, origin: `${path}:${index + 1}` }))
})

const written = text => ({ text, origin: null })
const copies = lines => lines.map(({ text }) => written(text))
const reworded = (line, text) => ({ text, origin: line.origin })
const withLines = (file, lines) => ({ ...file, lines })

/** Index ranges of blocks: runs between blank lines that hold a finding's line. */
function blocks(file, marked) {
  const found = []
  let start = 0
  for (let index = 0; index <= file.lines.length; index++) {
    if (index < file.lines.length && file.lines[index].text.trim() !== '') continue
    if (index - start >= 3 && file.lines.slice(start, index).some(line => marked.has(line.origin)))
      found.push([start, index])
    start = index + 1
  }
  return found
}

const HEADER = ['// Copyright the authors', '// All rights reserved', '', 'import something from "somewhere"', '']

export function linesAbove(file, { random }) {
  const at = random.below(Math.min(5, file.lines.length))
  const count = 1 + random.below(40)
  const more = Array.from({ length: count }, (_, index) => written(HEADER[index % HEADER.length]))
  return withLines(file, [...file.lines.slice(0, at), ...more, ...file.lines.slice(at)])
}

/** Other lines are added, removed and changed all over the file; lines with findings stay. */
export function neighboursEdited(file, { random, marked }) {
  return withLines(
    file,
    file.lines.flatMap(line => {
      const chance = random.below(10)
      if (marked.has(line.origin) || chance > 2) return [line]
      if (chance === 0) return [line, written(`${/^\s*/.exec(line.text)[0]}touch(${random.below(1e6)})`)]
      return chance === 1 ? [] : [reworded(line, `${line.text} // changed`)]
    })
  )
}

export const reindented = file =>
  withLines(
    file,
    file.lines.map(line =>
      reworded(
        line,
        line.text.replace(/^(?: {2})+/, blank => '\t'.repeat(blank.length / 2))
      )
    )
  )

export const wrapped = file => {
  const body = file.lines.map(line => reworded(line, line.text === '' ? '' : `    ${line.text}`))
  return withLines(file, [written('if (enabled) {'), ...body, written('}')])
}

export const carriageReturns = file =>
  withLines(
    file,
    file.lines.map(line => reworded(line, `${line.text}\r`))
  )

/** Quotes, semicolons and breaks of long lines as another formatter would set them. */
export function reformatted(file) {
  return withLines(
    file,
    file.lines.flatMap(line => {
      const text = line.text.replaceAll("'", '"').replace(/;\s*$/, '')
      const indent = /^\s*/.exec(text)[0]
      if (text.length < 60 || /^\s*(?:\/\/|\*|\/\*)/.test(text)) return [reworded(line, text)]
      const open = text.indexOf('(', indent.length + 8)
      const close = text.lastIndexOf(')')
      if (open < 0 || close < open) return [reworded(line, text)]
      const inner = text.slice(open + 1, close).split(/, (?![^([{]*[)\]}])/)
      return [
        reworded(line, text.slice(0, open + 1)),
        ...inner.map(part => reworded(line, `${indent}  ${part},`)),
        reworded(line, `${indent}${text.slice(close)}`)
      ]
    })
  )
}

/** A block with findings goes to another place of the file. */
export function moved(file, { random, marked }) {
  const [start, end] = random.pick(blocks(file, marked)) ?? [0, 0]
  const block = file.lines.slice(start, end)
  const rest = [...file.lines.slice(0, start), ...file.lines.slice(end)]
  const at = (start + Math.floor(rest.length / 2)) % Math.max(1, rest.length)
  return withLines(file, [...rest.slice(0, at), written(''), ...block, written(''), ...rest.slice(at)])
}

/** One word of the line gets a longer or another name, outside of what the detector looks for. */
function rename(line, random) {
  const words = [...line.text.matchAll(/\b[a-z]\w{2,}\b/g)].filter(
    match =>
      !/^(?:const|let|var|new|throw|return|for|process|env|console|prototype|replace|eval|exec|random|parse|if|in|as|any|unknown|import|from|subprocess|spawn|execFile|log|warn|error|test)$/.test(
        match[0]
      )
  )
  if (words.length < 3) return line
  const word = random.pick(words)
  const name = random.below(2) === 0 ? `${word[0]}Renamed` : `other${random.below(100)}`
  return reworded(line, `${line.text.slice(0, word.index)}${name}${line.text.slice(word.index + word[0].length)}`)
}

export const editedInPlace = (file, { random, marked }) =>
  withLines(
    file,
    file.lines.map(line => (marked.has(line.origin) ? rename(line, random) : line))
  )

export function movedAndEdited(file, { random, marked }) {
  const [start, end] = random.pick(blocks(file, marked)) ?? [0, 0]
  const block = file.lines.slice(start, end).map(line => (marked.has(line.origin) ? rename(line, random) : line))
  const rest = [...file.lines.slice(0, start), ...file.lines.slice(end)]
  const at = (start + Math.floor(rest.length / 2)) % Math.max(1, rest.length)
  return withLines(file, [...rest.slice(0, at), written(''), ...block, written(''), ...rest.slice(at)])
}

export const renamed = file => ({ ...file, path: file.path.replace(/([^/]+)$/, 'moved/renamed-$1') })

export const renamedAndEdited = (file, tools) => renamed(neighboursEdited(file, tools))

/** A block is pasted a second time, above or below the first. */
export function duplicated(file, { random, marked }) {
  const [start, end] = random.pick(blocks(file, marked)) ?? [0, 0]
  const block = copies(file.lines.slice(start, end))
  const at = random.below(2) === 0 ? 0 : file.lines.length
  return withLines(file, [...file.lines.slice(0, at), written(''), ...block, written(''), ...file.lines.slice(at)])
}

/** A single line with a finding is pasted somewhere else. */
export function lineDuplicated(file, { random, marked }) {
  const index = file.lines.indexOf(random.pick(file.lines.filter(line => marked.has(line.origin))))
  const at = (index + Math.floor(file.lines.length / 3)) % file.lines.length
  return withLines(file, [...file.lines.slice(0, at), ...copies([file.lines[index]]), ...file.lines.slice(at)])
}

/** The findings' lines are removed, and other code with the same weakness is written in their place. */
export const replaced = (file, { random, marked, foreign }) =>
  withLines(
    file,
    file.lines.map(line => (marked.has(line.origin) ? written(foreign(line.origin, random)) : line))
  )

/** The findings' lines are removed, and other code with the same weakness is written elsewhere in the file. */
export function fixedAndWrittenElsewhere(file, { random, marked, foreign }) {
  const kept = file.lines.filter(line => !marked.has(line.origin))
  const fresh = file.lines.filter(line => marked.has(line.origin)).map(line => written(foreign(line.origin, random)))
  const at = random.below(kept.length)
  return withLines(file, [...kept.slice(0, at), ...fresh, ...kept.slice(at)])
}

export const copyOf = (file, path) => ({ path, lines: copies(file.lines) })
export const pasted = (file, lines) => withLines(file, [...file.lines, written(''), ...copies(lines)])
