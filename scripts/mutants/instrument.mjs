// All mutants of the given files in one build: Stryker's instrumenter puts each beside the code that it replaces.
import { readFileSync } from 'node:fs'
import { createInstrumenter } from '@stryker-mutator/instrumenter'

const silent = { isDebugEnabled: () => false, debug() {}, info() {}, warn() {}, trace() {}, error() {}, fatal() {} }

// The instrumenter is made for Stryker's own container of dependencies, of which it needs so much.
class Injector {
  constructor(values) {
    this.values = values
  }
  provideValue(token, value) {
    return new Injector({ ...this.values, [token]: value })
  }
  injectClass(type) {
    return new type(...type.inject.map(token => this.values[token]))
  }
}

/** The code of `paths` with all mutants, and the mutants: where they are, what they replace and what by. */
export async function instrument(paths) {
  const texts = new Map(paths.map(path => [path, readFileSync(path, 'utf8')]))
  const { files, mutants } = await createInstrumenter(new Injector({ logger: silent })).instrument(
    paths.map(name => ({ name, mutate: true, content: texts.get(name) })),
    // The switches are given by the worker: they are asked millions of times, and here need no environment.
    { plugins: null, excludedMutations: [], ignorers: [], noHeader: true }
  )
  return {
    code: new Map(files.map(({ name, content }) => [name, content])),
    mutants: mutants.map(({ id, fileName, mutatorName, replacement, location }) => {
      const { code, line } = replaced(texts.get(fileName), location)
      return {
        id,
        file: fileName,
        kind: mutatorName,
        row: location.start.line + 1,
        column: location.start.column + 1,
        line,
        code,
        replacement
      }
    })
  }
}

/** The code that a mutant replaces, and the line that it begins in. */
function replaced(text, { start, end }) {
  const lines = text.split('\n')
  const code =
    start.line === end.line
      ? lines[start.line].slice(start.column, end.column)
      : [
          lines[start.line].slice(start.column),
          ...lines.slice(start.line + 1, end.line),
          lines[end.line].slice(0, end.column)
        ].join('\n')
  return { code, line: lines[start.line].trim() }
}
