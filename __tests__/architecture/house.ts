import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import type { House } from './rules.js'
import { readModule } from './source-module.js'

/** The files below `src`. */
export function house(): House {
  const files = readdirSync('src', { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).split(sep).slice(1).join('/'))
  const modules = files
    .filter(file => file.endsWith('.ts'))
    .map(file => readModule(file, readFileSync(join('src', file), 'utf8')))
  return { files, modules }
}
