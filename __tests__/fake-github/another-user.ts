import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, copyFileSync, cpSync, lchownSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DIST } from '../bundles.js'

/** Nobody, where the tests run as root, whom no permission stops; null where they do not: then it is whoever runs them. */
export const NOBODY: number | null = process.getuid?.() === 0 ? 65534 : null

/** Options of a process that may not read everything. */
export const asNobody = NOBODY === null ? {} : { uid: NOBODY, gid: NOBODY }

/** Makes a directory, with all that is in it, the other user's. */
export function giveAway(directory: string): void {
  if (NOBODY === null) return
  for (const name of ['', ...readdirSync(directory, { recursive: true, encoding: 'utf8' })])
    lchownSync(join(directory, name), NOBODY, NOBODY)
}

/** Takes from the other user what these bits do not give to everybody. */
export function forbid(path: string, mode = 0): void {
  if (NOBODY !== null) chownSync(path, 0, 0)
  // Of root's file others have the last bits, of their own file the first.
  chmodSync(path, NOBODY === null ? mode << 6 : 0o700 | mode)
}

/** Undoes it, so that the file can be looked at and removed. */
export const allow = (path: string): void => chmodSync(path, 0o700)

/** What a process of the other user is started from: neither the repository nor Node need lie where everybody may go. */
export interface Reachable {
  readonly node: string
  /** Copies of the bundles, in `dist`, and of `__tests__/e2e/quick-time.mjs`. */
  readonly directory: string
  remove(): void
}

export function makeReachable(): Reachable {
  const directory = mkdtempSync(join(tmpdir(), 'reachable-'))
  chmodSync(directory, 0o755)
  cpSync(DIST, join(directory, 'dist'), { recursive: true })
  cpSync(join(process.cwd(), '__tests__/e2e/quick-time.mjs'), join(directory, 'quick-time.mjs'))
  const remove = () => rmSync(directory, { recursive: true, force: true })
  const isReachable = spawnSync(process.execPath, ['--version'], { ...asNobody, cwd: '/' }).status === 0
  if (isReachable) return { node: process.execPath, directory, remove }
  copyFileSync(process.execPath, join(directory, 'node'))
  return { node: join(directory, 'node'), directory, remove }
}
