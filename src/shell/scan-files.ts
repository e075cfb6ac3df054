import type { InputFile } from '../core/decision/model.js'
import type { SarifInput } from '../core/sarif/model.js'
import { createNormaliser } from '../core/sarif/normalise.js'
import { LOG_PROJECTION } from '../core/sarif/projection.js'
import { createSarifReader } from '../core/sarif/reader/sarif-reader.js'
import { expandPatterns, type ListedFile } from './files.js'
import { loadFile } from './sarif-files.js'

/** What the patterns of `sarif` or `baseline` gave. */
export interface ScanFiles {
  readonly inputs: readonly SarifInput[]
  readonly unmatched: readonly string[]
  /** Links that lead out of the directory and were not followed. */
  readonly outside: readonly string[]
}

/** Reads every file that the patterns name, one after the other, in the order of their names. */
export async function readScanFiles(
  patterns: readonly string[],
  cwd: string,
  roots: readonly string[],
  progress: (message: string) => void
): Promise<ScanFiles> {
  const { files, unmatched, outside } = expandPatterns(patterns, cwd)
  const inputs: SarifInput[] = []
  for (const file of files) {
    progress(`Reading ${file.name}`)
    inputs.push(await readScanFile(file, roots))
  }
  return { inputs, unmatched, outside }
}

async function readScanFile({ path, name }: ListedFile, roots: readonly string[]): Promise<SarifInput> {
  const normaliser = createNormaliser(name, { roots })
  const { sha256, bytes, problem } = await loadFile(path, name, createSarifReader(normaliser, LOG_PROJECTION))
  return { name, sha256, bytes, ...normaliser.finish(problem) }
}

/** The files as the decision lists them; one that could not be opened has no digest and is named by its scan alone. */
export const inputFilesOf = (kind: InputFile['kind'], inputs: readonly SarifInput[]): readonly InputFile[] =>
  inputs.flatMap(({ name, sha256, bytes }) => (sha256 === '' ? [] : [{ kind, name, sha256, bytes }]))
