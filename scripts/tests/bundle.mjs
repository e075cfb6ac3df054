// All files of tests as modules that Node can run: what several of them import is in chunks that they share.
import { isBuiltin } from 'node:module'
import { join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { OWN_ADDRESS, ownAddress } from './own-address.mjs'

/**
 * Writes the modules of all files into one directory, and into another those `*.kept.ts` that stay in a process for all
 * files, as packages do; gives the module of each file of tests.
 */
export async function bundleTests(root, paths, { own, kept }) {
  const found = new Set()
  const modules = await bundle(root, paths, own, [keptApart(root, kept, found)])
  if (found.size > 0) await bundle(root, [...found], kept, [])
  return modules
}

async function bundle(root, paths, outdir, plugins) {
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
    define: OWN_ADDRESS,
    // The whole path of a source stands in its map, so that a stack names it.
    sourcemap: 'linked',
    sourcesContent: false,
    metafile: true,
    logLevel: 'error',
    plugins: [...plugins, packagesApart, ownAddress]
  })
  const made = Object.entries(metafile.outputs).filter(([, { entryPoint }]) => entryPoint !== undefined)
  return new Map(made.map(([output, { entryPoint }]) => [join(root, entryPoint), join(root, output)]))
}

/** Modules that stay are imported by an address that is the same for all files; which ones are asked for is found out. */
const keptApart = (root, outdir, found) => ({
  name: 'kept apart',
  setup({ onResolve }) {
    onResolve({ filter: /\.kept\.js$/ }, ({ path, resolveDir }) => {
      const source = join(resolveDir, path).replace(/\.js$/, '.ts')
      found.add(source)
      const module = join(outdir, relative(root, source)).replace(/\.ts$/, '.mjs')
      return { path: pathToFileURL(module).href, external: true }
    })
  }
})

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
