/** The programs that the rows of the bench are made of. */
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { actionEnvironment } from './action.mjs'
import { DATA } from './files.mjs'
import { node } from './measure.mjs'

const here = path => fileURLToPath(new URL(path, import.meta.url))
const DIST = process.env.POLICY_GATE_DIST ?? here('../dist')

const PARSE = `JSON.parse(require('fs').readFileSync(process.argv[1], 'utf8'))`
const GUNZIP = `require('fs').createReadStream(process.argv[1]).pipe(require('zlib').createGunzip()).resume()`
const READ = `const fs = require('fs'), chunk = Buffer.allocUnsafe(2 ** 20), file = fs.openSync(process.argv[1])
while (fs.readSync(file, chunk) > 0);`

/** A directory that is no checkout: the files that results name are in none, and none is looked for. */
function elsewhere() {
  const directory = `${DATA}/empty`
  mkdirSync(directory, { recursive: true })
  return directory
}

export const nothing = bin => node(['-e', '0'], { bin })
export const parse = (bin, path) => node(['-e', PARSE, path], { bin })
export const gunzip = (bin, path) => node(['-e', GUNZIP, path], { bin })
export const readOnly = (bin, path) => node(['-e', READ, path], { bin })

/** `evaluate` on these files, with what the row asks for besides; in what is no checkout, unless `cwd` says where. */
export const evaluate = (bin, paths, { policy = 'preset:baseline', format = 'text', more = [], cwd } = {}) =>
  node(
    [
      ...[`${DIST}/cli.js`, 'evaluate', ...paths.flatMap(path => ['--sarif', path])],
      ...['--policy', policy, '--format', format, ...more]
    ],
    { codes: [0, 1], bin, cwd: cwd ?? elsewhere() }
  )

/** One run of the Action. */
export function action(bin, paths) {
  const { env } = actionEnvironment(paths, 'preset:baseline')
  return node([`${DIST}/index.js`], { codes: [0, 1], bin, env, cwd: env.GITHUB_WORKSPACE })
}

/** Matching a hundred thousand findings against as many, or hashing their keys. */
export const matching = (bin, what) => node([here('identity/matching.mjs'), what], { bin })
