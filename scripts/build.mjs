// Builds dist/: the two programs and the parts that they share or load when they need them, readable and reproducible, with
// types and the licences of all that they carry.
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { sourceId } from './source-id.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const outdir = resolve(root, process.argv[2] ?? 'dist')
// Some bundled packages are CommonJS and call require() for Node's own modules.
const requireBanner =
  "import { createRequire as createRequire__ } from 'node:module'\nconst require = createRequire__(import.meta.url)"

/** What a proxy needs is a third of all: a file of its own, beside the two, which is read where a proxy is named. */
const proxiedApart = {
  name: 'proxied apart',
  setup({ onResolve }) {
    onResolve({ filter: /\/proxied\.js$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './proxied.js', external: true } : undefined
    )
  }
}
/** The toolkit's client is nothing that the toolkit itself needs for what is used of it. */
const onlyWhatIsUsed = {
  name: 'only what is used',
  setup({ onResolve, resolve: find }) {
    onResolve({ filter: /^@actions\/http-client$/ }, async ({ path, kind, resolveDir, pluginData }) => {
      if (pluginData === 'asked') return undefined
      return { ...(await find(path, { kind, resolveDir, pluginData: 'asked' })), sideEffects: false }
    })
  }
}

/** packageurl-js makes a collator at every start to put eight numbers in order: 10 ms and 3 MB. */
const withoutCollator = {
  name: 'without a collator',
  setup({ onLoad }) {
    onLoad({ filter: /packageurl-js\/src\/strings\.js$/ }, ({ path }) => {
      const [text, made] = [readFileSync(path, 'utf8'), 'const { compare: localeCompare } = new Intl.Collator()']
      if (!text.includes(made)) throw new Error(`${path} makes no collator any more: this plugin is of no use`)
      const compared = 'const localeCompare = (a, b) => (a < b ? -1 : a > b ? 1 : 0)'
      return { contents: text.replace(made, compared), loader: 'js' }
    })
  }
}

const options = {
  absWorkingDir: root,
  plugins: [proxiedApart, onlyWhatIsUsed, withoutCollator],
  outdir,
  bundle: true,
  platform: 'node',
  target: 'node20.12',
  format: 'esm',
  // Readable: a reviewer can follow the bundle, and a rebuild can be compared byte by byte.
  minify: false,
  // One byte a character: a text with others is kept and compiled at two.
  charset: 'ascii',
  legalComments: 'none',
  define: { POLICY_GATE_COMMIT: JSON.stringify(sourceId(root)) },
  banner: { js: requireBanner },
  metafile: true,
  write: false,
  logLevel: 'warning'
}
const results = [
  // What a program may not need (a command, a report) is a file of its own, and what both have is there once.
  await build({
    ...options,
    entryPoints: { index: 'src/action.ts', cli: 'src/cli.ts' },
    splitting: true,
    // Beside the programs, where each finds what is loaded by its name.
    chunkNames: 'part-[name]-[hash]'
  }),
  await build({ ...options, entryPoints: { proxied: 'src/github/http/proxied.ts' } })
]

// Only a build that succeeded replaces the one before.
rmSync(outdir, { recursive: true, force: true })
mkdirSync(outdir, { recursive: true })
for (const { path, text } of results.flatMap(({ outputFiles }) => outputFiles)) {
  writeFileSync(path, inAscii(text))
  if (path.endsWith('cli.js')) chmodSync(path, 0o755)
}

const packages = new Set(
  results
    .flatMap(({ metafile }) => Object.keys(metafile.inputs))
    .flatMap(input => {
      const match = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)
      return match ? [match[1]] : []
    })
)
const licences = [...packages].map(licenceOf).sort((a, b) => (a.title < b.title ? -1 : 1))
const text = licences
  .map(({ title, body }) => `${'='.repeat(78)}\n${title}\n${'='.repeat(78)}\n\n${body.trim()}\n`)
  .join('\n')
writeFileSync(
  join(outdir, 'LICENSES.txt'),
  `Licences of the packages that are bundled into the files beside this one.\n\n${text}`
)
writeFileSync(join(outdir, 'package.json'), '{ "type": "module" }\n')
// Types for those who read decisions or write policies: they hold nothing but types, so the text is the declaration.
for (const name of ['decision', 'policy'])
  writeFileSync(join(outdir, `${name}.d.ts`), readFileSync(join(root, `src/generated/${name}.ts`)))

/** What esbuild leaves as it is: regular expressions, templates and comments, in which the escape means the same. */
function inAscii(text) {
  if (/String\.raw`[^`]*[^\0-\x7f]/.test(text)) throw new Error('String.raw tells an escape from its character')
  return text.replace(/[^\0-\x7f]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

function licenceOf(directory) {
  const manifest = JSON.parse(readFileSync(join(root, directory, 'package.json'), 'utf8'))
  const file = readdirSync(join(root, directory)).find(name => /^(licen[cs]e|copying)(\.|-|$)/i.test(name))
  if (file === undefined && typeof manifest.license !== 'string') throw new Error(`${directory} states no licence`)
  const body = file
    ? readFileSync(join(root, directory, file), 'utf8')
    : `${manifest.license} (the package carries no licence file)`
  return { title: `${manifest.name} ${manifest.version} (${manifest.license})`, body: body.replaceAll('\r\n', '\n') }
}
