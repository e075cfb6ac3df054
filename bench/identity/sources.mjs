import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { detect } from './detector.mjs'

/** Where real code is found after `npm ci`: our own, our examples, and packages that come with the tools. */
const PLACES = [
  'src',
  'examples',
  ...[
    'ajv',
    '@babel/core',
    '@babel/traverse',
    '@babel/generator',
    'lodash',
    'glob',
    'minimatch',
    'yargs',
    'semver'
  ].map(name => `node_modules/${name}`),
  ...['graceful-fs', 'picomatch', 'micromatch', 'istanbul-lib-report', 'handlebars', 'js-yaml'].map(
    name => `node_modules/${name}`
  )
]
const CODE = /(?<!\.min|\.d)\.(?:js|cjs|mjs|ts|py)$/

function* walk(directory) {
  for (const entry of readdirSync(directory, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(directory, entry.name)
    if (entry.isDirectory() && entry.name !== 'node_modules') yield* walk(path)
    else if (entry.isFile() && CODE.test(entry.name)) yield path
  }
}

/** Source files of ordinary length with at least three findings: `{ path, text }`, ordered by path. */
export function collectSources(root) {
  const found = []
  for (const place of PLACES) {
    const directory = join(root, place)
    if (!existsSync(directory)) continue
    let taken = 0
    for (const path of walk(directory)) {
      if (taken >= 12) break
      const { size } = statSync(path)
      if (size < 2_000 || size > 40_000) continue
      const text = readFileSync(path, 'utf8')
      if (text.split('\n').some(line => line.length > 300) || detect('x', text).length < 3) continue
      found.push({
        path: relative(root, path)
          .split(sep)
          .join('/')
          .replace(/^node_modules\//, 'vendor/'),
        text
      })
      taken++
    }
  }
  return found
}
