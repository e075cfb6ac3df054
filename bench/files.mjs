/** The files that are measured: generated on first use, kept in bench/.data. */
import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { generate } from './generate.mjs'

export const DATA = fileURLToPath(new URL('.data', import.meta.url))

/** Path of the file of a shape and size, such as `codeql-100mb.sarif` or `codeql-100mb.sarif.gz`. */
export async function file(name) {
  mkdirSync(DATA, { recursive: true })
  const path = `${DATA}/${name}`
  if (existsSync(path)) return path
  const [, shape, size] = /^(\w+)-(\w+)\.sarif(?:\.gz)?$/.exec(name)
  const part = path.replace('.sarif', '.part.sarif')
  await generate(shape, size, part)
  renameSync(part, path)
  return path
}
