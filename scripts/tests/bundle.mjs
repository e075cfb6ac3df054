// All files of tests as modules that Node can run: what several of them import is in chunks that they share.
import { readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const OWN_ADDRESS = 'ownAddress__'

/** Writes the modules into a directory; gives the module of each file of tests. */
export async function bundleTests(root, paths, outdir) {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: paths,
    outdir,
    outbase: root,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    charset: 'utf8',
    define: { 'import.meta.url': OWN_ADDRESS },
    // The whole path of a source stands in its map, so that a stack names it.
    sourcemap: 'linked',
    sourcesContent: false,
    metafile: true,
    logLevel: 'error',
    plugins: [packagesApart, ownAddress]
  })
  const made = Object.entries(metafile.outputs).filter(([, { entryPoint }]) => entryPoint !== undefined)
  const modules = new Map(made.map(([output, { entryPoint }]) => [join(root, entryPoint), join(root, output)]))
  return modules
}

/** What Jest gives to tests (https://jestjs.io/docs/api); of its object `jest` what makes functions that tell how they were called. */
const GIVEN =
  'test it xtest xit fit describe xdescribe fdescribe expect beforeAll beforeEach afterAll afterEach jest'.split(' ')

/** Imports JSON in a way that Node refuses, and bundlers do not mind. */
const NOT_FOR_NODE = ['@actions/workflow-parser']

/** Packages are imported by Node, from where they lie; what Jest gives to tests stands in the process. */
const packagesApart = {
  name: 'packages apart',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^@jest\/globals$/ }, ({ path }) => ({ path, namespace: 'jest' }))
    onLoad({ filter: /.*/, namespace: 'jest' }, () => ({
      contents: `export const { ${GIVEN.join(', ')} } = globalThis[Symbol.for("jest")]`
    }))
    onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
      const isBundled = kind === 'entry-point' || NOT_FOR_NODE.includes(path)
      return isBundled || isBuiltin(path) ? undefined : { path: import.meta.resolve(path), external: true }
    })
  }
}

/** A module that asks for its own address gets that of its source, to find files beside it. */
const ownAddress = {
  name: 'own address',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8')
      // In front of the first line, so that all lines keep their numbers.
      const address = `var ${OWN_ADDRESS} = ${JSON.stringify(pathToFileURL(path).href)};`
      return text.includes('import.meta.url') ? { contents: address + text, loader: 'ts' } : undefined
    })
  }
}
