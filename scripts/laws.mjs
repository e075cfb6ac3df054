// Takes the defence of each law of `__tests__/properties/whole-gate/laws.ts` out of the code, and tells the first world in
// which the law then fails: `npm run laws [-- WORDS OF A LAW --worlds 3000]`. A law that finds nothing guards nothing.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'
import fc from 'fast-check'
import { globals } from './mutants/suite.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { worlds: { type: 'string', default: '3000' }, seed: { type: 'string', default: '1' } }
})
const DEFENCES = JSON.parse(readFileSync(new URL('./laws/defences.json', import.meta.url), 'utf8'))
const FOLDER = '__tests__/properties/whole-gate'
const ENTRY = ['held', 'judged', 'laws', 'world'].map(name => `export * from './${FOLDER}/${name}.ts'`).join('\n')

let silent = 0
for (const { law, file, code, instead } of DEFENCES) {
  if (!law.includes(positionals.join(' '))) continue
  const found = await worldAgainst(law, await gateWith(file, code, instead))
  if (found === null) silent += 1
  const told = found === null ? `✗ nothing found in ${values.worlds} worlds` : `✓ world ${found.number}: ${found.world}`
  console.log(`${law}\n  ${file}: ${code.trim()} → ${instead.trim()}\n  ${told}`)
}
if (silent > 0) process.exitCode = 1

/** The gate and its laws, with one piece of code replaced. */
async function gateWith(file, code, instead) {
  const patched = {
    name: 'patched',
    setup({ onLoad }) {
      onLoad({ filter: /\.ts$/ }, ({ path }) => {
        if (relative(process.cwd(), path) !== file) return undefined
        const text = readFileSync(path, 'utf8')
        if (text.split(code).length !== 2) throw new Error(`${file} does not hold once: ${code}`)
        return { contents: text.replace(code, () => instead), loader: 'ts' }
      })
    }
  }
  const { outputFiles } = await build({
    stdin: { contents: ENTRY, resolveDir: '.', loader: 'ts' },
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    logLevel: 'error',
    external: ['@jest/globals', 'fast-check'],
    define: { 'import.meta.url': JSON.stringify(`file://${resolve('scripts/laws.mjs')}`) },
    plugins: [patched]
  })
  const module = { exports: {} }
  const required = createRequire(import.meta.url)
  const provided = new Map([
    ['@jest/globals', globals],
    ['fast-check', { ...fc, default: fc, __esModule: true }]
  ])
  new Function('require', 'module', 'exports', outputFiles[0].text)(
    name => provided.get(name) ?? required(name),
    module,
    module.exports
  )
  return module.exports
}

/** The first world, and its number, in which the law does not hold; null where none of so many is. */
async function worldAgainst(name, { LAWS, Place, diceOf, expectHeld, world }) {
  const law = LAWS.find(each => each.name === name)
  const place = new Place()
  try {
    const worlds = fc.sample(world, { seed: Number(values.seed), numRuns: Number(values.worlds) })
    for (const [number, given] of worlds.entries()) {
      const changed = law.change(given, diceOf(number))
      if (changed === null) continue
      const [before, after] = [await place.judge(given), await place.judge(changed)]
      // Layers that contradict each other: the gate refuses to decide, which no law is about.
      if (before === null || after === null) continue
      try {
        expectHeld(law, before, after)
      } catch {
        return { number, world: JSON.stringify(changed) }
      }
    }
    return null
  } finally {
    place.remove()
  }
}
