// One script of all tests and of the code that they test. It is evaluated anew for each mutant, so that nothing that a
// module remembers goes from one to the next; a file of tests is evaluated when it is asked for, and not before.
import { createRequire, isBuiltin } from 'node:module'
import { relative, resolve } from 'node:path'
import { build } from 'esbuild'
import { globals } from './suite.mjs'

/**
 * The script, the packages that it takes from its host, and what imports what. `code`: what is read in the place of the
 * files that have mutants.
 */
export async function bundle(tests, code) {
  const packages = new Set()
  const entry = tests.map(path => `  ${JSON.stringify(path)}: () => import(${JSON.stringify(`./${path}`)})`)
  const { outputFiles, metafile } = await build({
    stdin: { contents: `module.exports = {\n${entry.join(',\n')}\n}`, resolveDir: '.', sourcefile: 'tests.js' },
    bundle: true,
    write: false,
    metafile: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    charset: 'utf8',
    logLevel: 'error',
    define: { 'import.meta.url': JSON.stringify(`file://${resolve('scripts/mutants/tests.js')}`) },
    plugins: [hosted(packages), instrumented(code)]
  })
  return { script: outputFiles[0].text, packages: [...packages], inputs: metafile.inputs }
}

const instrumented = code => ({
  name: 'instrumented',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const contents = code.get(relative(process.cwd(), path))
      return contents === undefined ? undefined : { contents, loader: 'ts' }
    })
  }
})

/** Packages are loaded once and by the host: of `@jest/globals` there is a stand-in, see `suite.mjs`. */
const hosted = packages => ({
  name: 'hosted',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^[^./]/ }, async ({ path, kind, importer }) => {
      if (kind === 'entry-point' || isBuiltin(path) || importer.includes('node_modules')) return undefined
      // What Node cannot import as it is goes into the bundle.
      if (!packages.has(path) && (await namesOf(path)) === null) return undefined
      packages.add(path)
      return { path, namespace: 'hosted' }
    })
    onLoad({ filter: /.*/, namespace: 'hosted' }, async ({ path }) => {
      const names = await namesOf(path)
      const rest = names.filter(name => name !== 'default' && /^[\w$]+$/.test(name) && name !== 'module.exports')
      return {
        contents: [
          `const it = hosted(${JSON.stringify(path)})`,
          ...(names.includes('default') ? ['export default it.default'] : []),
          ...rest.map((name, index) => `const _${index} = it[${JSON.stringify(name)}]\nexport { _${index} as ${name} }`)
        ].join('\n')
      }
    })
  }
})

const namesOf = async path =>
  path === '@jest/globals'
    ? Object.keys(globals)
    : await import(path).then(
        module => Object.keys(module),
        () => null
      )

/** The files of tests that lead to one of `modules`, by the imports of the bundle. */
export function leadingTo(inputs, tests, modules) {
  const wanted = new Set(modules)
  const reach = new Map()
  const reaches = path => {
    const known = reach.get(path)
    if (known !== undefined) return known
    reach.set(path, false) // Should there be a circle: whoever began it answers for it.
    const found = wanted.has(path) || (inputs[path]?.imports ?? []).some(({ path: next }) => reaches(next))
    reach.set(path, found)
    return found
  }
  return tests.filter(reaches)
}

/** Tests that start other programs: they say nothing of a mutant in this process, and take long. */
export function startsPrograms(inputs, test) {
  const seen = new Set()
  const look = path => {
    if (path === 'node:child_process') return true
    if (seen.has(path)) return false
    seen.add(path)
    return (inputs[path]?.imports ?? []).some(({ path: next }) => look(next))
  }
  return look(test)
}

/** Node's own modules for the script. */
export const nodeRequire = createRequire(import.meta.url)
