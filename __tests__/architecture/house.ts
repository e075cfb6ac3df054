import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { readModule, type SourceModule } from './source-module.js'

/** The files of `src`, read once. */
export const houseModules = (): readonly SourceModule[] =>
  readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts'))
    .map(file => readModule(file.split(sep).join('/'), readFileSync(join('src', file), 'utf8')))
