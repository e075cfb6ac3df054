import type { FakeRepository } from './world.js'
import { zip } from './zip.js'

/** What a step keeps, as actions/upload-artifact does. */
export interface Upload {
  readonly run: number
  readonly name: string
  readonly files: Readonly<Record<string, string>>
  /** The input of that name: without it a name that the run has kept already is refused. */
  readonly overwrite: boolean
}

/**
 * Keeps an artifact of a run. A run has one of each name, whichever of its jobs, attempts and legs of a matrix made it:
 * https://github.com/actions/upload-artifact#overwriting-an-artifact.
 */
export function keepArtifact(repository: FakeRepository, { run, name, files, overwrite }: Upload): void {
  const isSame = (artifact: FakeRepository['artifacts'][number]) => artifact.runId === run && artifact.name === name
  if (!overwrite && repository.artifacts.some(isSame))
    throw new Error('409 Conflict: an artifact with this name already exists on the workflow run')
  const headSha = repository.runs.find(({ id }) => id === run)?.headSha ?? ''
  const id = 10_000 + repository.artifacts.length + run * 100
  const packed = zip(Object.entries(files).map(([path, content]) => ({ name: path, content })))
  const kept = { id, name, runId: run, headSha, repositoryId: repository.id, expired: false, zip: packed }
  repository.artifacts = [...repository.artifacts.filter(artifact => !isSame(artifact)), kept]
}
