import { existsSync, realpathSync, statSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import type { InputFile } from '../../core/decision/decision.js'
import { configurationError, wholeFile } from '../../core/ground/errors.js'
import type { InputFault } from '../../core/history/verification.js'
import { CODEOWNERS_PATHS } from '../../core/policy/codeowners.js'
import { expandPatterns } from '../../files/patterns.js'
import { DEFAULT_POLICY, type PolicyPort, sha256Of } from '../../files/policy-files.js'
import { digestOfFile } from '../../files/sarif-files.js'
import type { GateRequest } from '../../gate/request.js'

/**
 * A decision file comes from somebody else, and names the files to read. What lies outside of the root, be it by a link,
 * counts only where it is, byte for byte, what the decision names: nothing else of this machine is looked into.
 */
export interface Borders {
  readonly root: string
  readonly recorded: readonly InputFile[]
  /** Directories that whoever verifies has named: they are inside. */
  readonly named: readonly string[]
}

/** Whether a path leads into the root, or into a directory that was named, wherever links lead. */
export function staysWithin({ root, named }: Borders, path: string): boolean {
  const real = realOf(path)
  return [root, ...named].some(border => {
    const way = relative(realOf(border), real)
    return way !== '..' && !way.startsWith(`..${sep}`) && resolve(way) !== way
  })
}

/** Where links lead; for what is not there, the nearest directory above it decides. */
function realOf(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    const above = resolve(path, '..')
    return above === path ? path : join(realOf(above), relative(above, path))
  }
}

const OUTSIDE = 'it leads out of the root, and is not what the decision names'

/** The files of a request that are not to be read. What governs is held against the borders where it is read. */
export function refusedFiles(request: GateRequest, borders: Borders): readonly InputFault[] {
  const { cwd, diff, policy, exceptions } = request
  const named = (kind: InputFile['kind'], name: string | null) =>
    name === null || name.startsWith('preset:') ? [] : [{ kind, name, path: resolve(cwd, name) }]
  const evidence = (['sarif', 'baseline', 'kev', 'epss', 'vex'] as const).flatMap(kind =>
    expandPatterns(request[kind], cwd).files.map(({ path, name }) => ({ kind, name, path }))
  )
  const governing = [...named('policy', policy ?? DEFAULT_POLICY), ...named('exceptions', exceptions)]
  return [
    ...[...evidence, ...named('diff', diff)].flatMap(file => refused(file, refusalOf(borders, file.path))),
    ...governing.flatMap(file => refused(file, irregularity(file.path)))
  ]
}

const refused = ({ kind, name }: Pick<InputFile, 'kind' | 'name'>, reason: string | null): readonly InputFault[] =>
  reason === null ? [] : [{ kind, name, fault: 'refused', recorded: null, now: null, reason }]

/** A pipe or a device may never end. */
const irregularity = (path: string): string | null =>
  statSync(path, { throwIfNoEntry: false })?.isFile() === false ? 'it is no regular file' : null

function refusalOf(borders: Borders, path: string): string | null {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (stats === undefined || staysWithin(borders, path)) return irregularity(path)
  if (!stats.isFile() || !borders.recorded.some(({ bytes }) => bytes === stats.size)) return OUTSIDE
  const found = digestOfFile(path)
  return typeof found !== 'string' && isRecorded(borders, found.sha256) ? null : OUTSIDE
}

const isRecorded = ({ recorded }: Borders, sha256: string): boolean => recorded.some(file => file.sha256 === sha256)

/** Reads what governs, and nothing beyond the borders. */
export function borderedPort(
  port: PolicyPort,
  borders: Borders,
  { cwd, sourceRoot, layerSources }: Pick<GateRequest, 'cwd' | 'sourceRoot' | 'layerSources'>
): PolicyPort {
  const guarded = async (path: string, full: string, read: (path: string) => Promise<Uint8Array | null>) => {
    if (irregularity(full) !== null)
      throw configurationError('is no regular file', 'Give the file that the decision names', wholeFile(path))
    const bytes = await read(path)
    if (bytes === null || staysWithin(borders, full) || isRecorded(borders, sha256Of(bytes))) return bytes
    throw configurationError(`is not read: ${OUTSIDE}`, 'Verify where it was decided', wholeFile(path))
  }
  return {
    ...port,
    read: path => guarded(path, resolve(cwd, path), port.read),
    readInRepository: path =>
      CODEOWNERS_PATHS.some(each => each === path)
        ? port.readInRepository(path)
        : guarded(path, resolve(cwd, sourceRoot ?? '.', path), port.readInRepository),
    layer: async reference => {
      const bytes = await port.layer(reference)
      const directory = layerSources.get(`${reference.owner}/${reference.repository}`) ?? '.'
      if (staysWithin(borders, resolve(cwd, directory, reference.path)) || isRecorded(borders, sha256Of(bytes)))
        return bytes
      throw new Error(OUTSIDE)
    }
  }
}

/** Errors: ConfigurationError where the checkout would be read outside of the root and the clone that holds it. */
export function requireCheckoutInside(borders: Borders, sourceRoot: string | null): void {
  const checkout = resolve(borders.root, sourceRoot ?? '.')
  const holdsRoot = staysWithin({ ...borders, root: checkout, named: [] }, borders.root)
  if (staysWithin(borders, checkout) || (holdsRoot && existsSync(join(checkout, '.git')))) return
  throw configurationError(
    'the source root of the decision leads out of the root',
    'Verify where it was decided',
    wholeFile(sourceRoot ?? '.')
  )
}
