import { detect } from './detector.mjs'
import * as edits from './edits.mjs'
import { random as seeded } from './random.mjs'

/** Edits of one file; each gives the files of the head, among them those with code that is new. */
const KINDS = {
  'lines added above': (file, tools) => [edits.linesAbove(file, tools)],
  'neighbours edited': (file, tools) => [edits.neighboursEdited(file, tools)],
  reindented: file => [edits.reindented(file)],
  'wrapped in a block': file => [edits.wrapped(file)],
  'line endings': file => [edits.carriageReturns(file)],
  reformatted: file => [edits.reformatted(file)],
  moved: (file, tools) => [edits.moved(file, tools)],
  'edited in place': (file, tools) => [edits.editedInPlace(file, tools)],
  'moved and edited': (file, tools) => [edits.movedAndEdited(file, tools)],
  renamed: file => [edits.renamed(file)],
  'renamed and edited': (file, tools) => [edits.renamedAndEdited(file, tools)],
  'block duplicated in the file': (file, tools) => [edits.duplicated(file, tools)],
  'line duplicated in the file': (file, tools) => [edits.lineDuplicated(file, tools)],
  'file copied': file => [file, edits.copyOf(file, `copy/of/${file.path}`)],
  'block pasted into another file': (file, { other }) => [file, edits.pasted(other, file.lines)],
  'file deleted, its code pasted into another': (file, { other }) => [edits.pasted(other, file.lines)],
  'renamed, its code pasted into another': (file, { other }) => [edits.renamed(file), edits.pasted(other, file.lines)],
  'replaced by other weak code': (file, tools) => [edits.replaced(file, tools)],
  'fixed here, other weak code elsewhere': (file, tools) => [edits.fixedAndWrittenElsewhere(file, tools)]
}

/** Makes the corpus: for each kind of edit the same number of cases, each with base, head and a label for each finding. */
export function makeCases(sources, perKind, seed) {
  const cases = []
  Object.entries(KINDS).forEach(([kind, edit], number) => {
    const random = seeded(seed + number)
    for (let count = 0; count < perKind; count++) {
      const index = (number * 7 + count * 5) % sources.length
      const pair = [sources[index], sources[(index + 1 + random.below(sources.length - 1)) % sources.length]]
      cases.push(makeCase(kind, pair, edit, random, sources))
    }
  })
  return cases
}

function makeCase(kind, [source, second], edit, random, sources) {
  const base = [source, second].map(edits.track)
  const baseFindings = base.flatMap(scan)
  const marked = new Set(baseFindings.map(finding => finding.origin))
  const tools = {
    random,
    marked,
    other: base[1],
    foreign: (origin, dice) => foreignLine(baseFindings, origin, sources, dice)
  }
  const changed = edit(base[0], tools)
  const head = changed.some(file => file.path === second.path) ? changed : [...changed, base[1]]
  const headFindings = head.flatMap(scan)
  return {
    kind,
    base: textsOf(base),
    head: textsOf(head),
    baseFindings,
    headFindings,
    labels: headFindings.map(finding => partnerOf(finding, baseFindings))
  }
}

const textsOf = files => new Map(files.map(file => [file.path, file.lines.map(line => line.text).join('\n')]))

const scan = file =>
  detect(file.path, file.lines.map(line => line.text).join('\n')).map(finding => ({
    ...finding,
    origin: file.lines[finding.line - 1].origin
  }))

/** Index of the base finding that this one is, or -1 where the edit wrote it. */
const partnerOf = (finding, baseFindings) =>
  finding.origin === null
    ? -1
    : baseFindings.findIndex(
        base => base.origin === finding.origin && base.ruleId === finding.ruleId && base.nth === finding.nth
      )

/** A line of another file that has a finding of the same rule, and whose text is nowhere in the case's own file. */
function foreignLine(baseFindings, origin, sources, random) {
  const { ruleId, path: own } = baseFindings.find(finding => finding.origin === origin)
  const squeeze = text => text.replace(/\s+/g, '')
  const known = new Set(baseFindings.filter(finding => finding.path === own).map(finding => squeeze(finding.snippet)))
  const start = random.below(sources.length)
  for (let step = 0; step < sources.length; step++) {
    const { path, text } = sources[(start + step) % sources.length]
    const fresh = finding => finding.ruleId === ruleId && !known.has(squeeze(finding.snippet))
    const found = path === own ? undefined : detect(path, text).find(fresh)
    if (found !== undefined) return found.snippet
  }
  return ''
}
