import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve, sep } from 'node:path'
import { configurationError } from '../../../core/ground/errors.js'
import { originOf } from '../../../core/sarif/report-origin.js'
import { expandPatterns } from '../../../files/patterns.js'
import { sha256Of } from '../../../files/policy-files.js'
import { REPORT_FILES } from '../../../files/report-files.js'
import type { GateRequest } from '../../../gate/request.js'
import { attempt } from '../../../github/http/failure.js'
import type { Artifact, ArtifactFile } from '../../../github/objects.js'
import type { GitHub } from '../../../github/port.js'
import { fileDigest, type ReadScans, scansOf } from '../../basis.js'

/** Name of the artifact under which a pull request's own run keeps what the gate read; others may begin with it. */
export const SCAN_ARTIFACT = 'policy-gate-sarif'

/** Where an evaluation reads its inputs. */
export type KeptInputs = Pick<GateRequest, 'cwd' | 'sarif' | 'kev' | 'epss' | 'vex'>

/** Artifacts that may hold what the gate read, the one of the plain name first, and of one name the newest. */
export const scanArtifacts = (artifacts: readonly Artifact[]): readonly Artifact[] =>
  artifacts
    .filter(({ name, expired }) => (name === SCAN_ARTIFACT || name.startsWith(`${SCAN_ARTIFACT}-`)) && !expired)
    .toSorted((a, b) => Number(b.name === SCAN_ARTIFACT) - Number(a.name === SCAN_ARTIFACT) || b.id - a.id)

/**
 * KeptInputs among the files that a run kept: of a gate that says what it has read, exactly those, whatever the artifact is
 * called and whatever else lies in it. Null where they are not there: what another gate has kept is none of this one's.
 */
export async function inputsOfArtifact(
  artifact: Artifact,
  request: GateRequest,
  read: ReadScans | null,
  github: GitHub,
  place: { readonly headSha: string; readonly temp: string }
): Promise<KeptInputs | null> {
  const files = scansAmong(await filesOf(github, artifact, place.headSha))
  const directory = extract(files, place.temp)
  const inputs = inputsIn(directory, request)
  if (read === null || holds(inputs, read)) return inputs
  const chosen = chooseFiles(files, read)
  return chosen === null ? null : { ...inputs, sarif: chosen.map(name => join(directory, name)) }
}

async function filesOf(github: GitHub, { id }: Artifact, headSha: string): Promise<readonly ArtifactFile[]> {
  const files = await attempt(github.artifactFiles(id, headSha))
  if (files.ok) return files.value
  throw configurationError(
    `What the pull request's run kept is not believed. ${files.error.message}`,
    'Run the workflow of the pull request again'
  )
}

/** Without what the gate itself has left beside them: a directory with its report holds no scans. */
function scansAmong(files: readonly ArtifactFile[]): readonly ArtifactFile[] {
  const folderOf = (name: string) => name.slice(0, name.lastIndexOf('/') + 1)
  const reports = files.filter(
    ({ name, bytes }) => /(?:^|\/)policy-gate\.sarif$/.test(name) && originOf(bytes) !== null
  )
  const own = new Set(reports.flatMap(({ name }) => REPORT_FILES.map(file => folderOf(name) + file)))
  return files.filter(({ name }) => !own.has(name))
}

/** A fresh directory, so that nothing that lies there already can be replaced or mixed in. */
function extract(files: readonly ArtifactFile[], temp: string): string {
  const directory = mkdtempSync(join(temp, 'policy-gate-scans-'))
  for (const { name, bytes } of files) {
    const path = join(directory, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, bytes, { flag: 'wx' })
  }
  return directory
}

/** Whether the patterns lead to the scans that were read, and to no other. */
function holds({ sarif, cwd }: KeptInputs, read: ReadScans): boolean {
  const { files } = expandPatterns(sarif, cwd)
  return scansOf(files.map(({ path }) => sha256Of(readFileSync(path))))?.all === read.all
}

/** Names of the files that were read, each once; null where not all of them are here. */
function chooseFiles(files: readonly ArtifactFile[], read: ReadScans): readonly string[] | null {
  const hashed = files.map(({ name, bytes }) => ({ name, sha256: sha256Of(bytes) }))
  const wanted = new Set(read.files)
  const chosen = hashed.filter(
    ({ sha256 }, at) => wanted.has(fileDigest(sha256)) && hashed.findIndex(other => other.sha256 === sha256) === at
  )
  return scansOf(chosen.map(({ sha256 }) => sha256))?.all === read.all ? chosen.map(({ name }) => name) : null
}

/**
 * The inputs, looked for in the directory. Of a single path an upload keeps what is below it only: where the patterns
 * match nothing, all SARIF in the directory is meant. Feeds may lie in the workspace still.
 */
function inputsIn(directory: string, request: GateRequest): KeptInputs {
  const { sarif, kev, epss, vex } = request
  const cwd = workspaceIn(directory, request)
  const here = (patterns: readonly string[]) =>
    expandPatterns(patterns, cwd).files.length > 0 ? patterns : patterns.map(pattern => resolve(request.cwd, pattern))
  return {
    cwd,
    sarif: expandPatterns(sarif, cwd).files.length > 0 ? sarif : ['.'],
    kev: here(kev),
    epss: here(epss),
    vex: here(vex)
  }
}

/**
 * Where the workspace begins in what was kept. Of paths in the workspace and beside it, as the report directory is, an
 * upload keeps all folders below the one that they share: the last ones of the workspace's path among them
 * (https://github.com/actions/upload-artifact#upload-using-multiple-paths-and-exclusions).
 */
function workspaceIn(directory: string, { cwd, sarif }: GateRequest): string {
  const folders = cwd.split(sep).filter(folder => folder !== '')
  const ends = [...folders, ''].map((_, at) => join(directory, ...folders.slice(folders.length - at)))
  return ends.find(end => expandPatterns(sarif, end).files.length > 0) ?? directory
}
