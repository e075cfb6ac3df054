import { readFileSync } from 'node:fs'

/** A data file of an installed package, as text; packages do not export their data files. */
export const packageFile = (path: string): string =>
  readFileSync(new URL(`../../node_modules/${path}`, import.meta.url), 'utf8')
