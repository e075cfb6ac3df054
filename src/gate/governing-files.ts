import type { InputFile } from '../core/decision/decision.js'
import type { ExceptionRecord } from '../core/exceptions/exception.js'
import { parseExceptions } from '../core/exceptions/file.js'
import { type ConfigurationError, configurationError, wholeFile } from '../core/ground/errors.js'
import { CODEOWNERS_PATHS, type Codeowners, parseCodeowners } from '../core/policy/codeowners.js'
import { type LayerSource, loadPolicy, presetSource } from '../core/policy/layers/layers.js'
import type { Policy } from '../core/policy/policy.js'
import { DEFAULT_POLICY, inputFile, type PolicyPort } from '../files/policy-files.js'

/**
 * The policy that `text` names (a path or `preset:NAME`), or the default one, with its layers; null where there is no
 * such file.
 */
export async function policyOf(text: string | null, port: PolicyPort): Promise<Policy | null> {
  const source = await sourceOf(text, port)
  return source === null ? null : loadPolicy(source, port.layer)
}

/** The same where there must be a policy: its absence is the user's to mend. */
export async function requiredPolicy(text: string | null, port: PolicyPort): Promise<Policy> {
  const policy = await policyOf(text, port)
  if (policy === null) throw noPolicy(text)
  return policy
}

async function sourceOf(text: string | null, port: PolicyPort): Promise<LayerSource | null> {
  if (text?.startsWith('preset:')) return presetSource(text.slice('preset:'.length))
  const path = text ?? DEFAULT_POLICY
  const bytes = await port.read(path)
  return bytes === null ? null : { name: path, bytes }
}

const NO_POLICY = 'Run this in the root of the repository, write one there, or start with --policy preset:baseline'

/** The error about a policy that is not there. */
export function noPolicy(text: string | null): ConfigurationError {
  const place = wholeFile(text ?? DEFAULT_POLICY)
  return text === null
    ? configurationError('there is no policy', NO_POLICY, place)
    : configurationError('the policy does not exist', 'Give the path of a policy file, or preset:baseline', place)
}

/** Exceptions, and the file that they were read from. */
export interface ReadExceptions {
  readonly records: readonly ExceptionRecord[]
  readonly file: InputFile
}

/**
 * The exceptions of the file that was named, which must exist, else of the one that the policy names, which may be
 * absent (contract §3); null where there is no file.
 */
export async function readExceptions(
  named: string | null,
  ofPolicy: string | null,
  port: PolicyPort
): Promise<ReadExceptions | null> {
  const path = named ?? ofPolicy
  if (path === null) return null
  const bytes = await (named === null ? port.readInRepository(path) : port.read(path))
  if (bytes !== null) return { records: parseExceptions(path, bytes), file: inputFile('exceptions', path, bytes) }
  if (named === null) return null
  const hint = 'Give the path of an exceptions file, or leave it out'
  throw configurationError('the exceptions file does not exist', hint, wholeFile(path))
}

/** Owners of paths, and the file that they were read from. */
export interface ReadCodeowners {
  readonly codeowners: Codeowners
  readonly file: InputFile
}

/** The first CODEOWNERS file that there is, where GitHub looks for it; null where there is none. */
export async function readCodeowners(port: Pick<PolicyPort, 'readInRepository'>): Promise<ReadCodeowners | null> {
  for (const path of CODEOWNERS_PATHS) {
    const bytes = await port.readInRepository(path)
    if (bytes !== null) return { codeowners: parseCodeowners(path, bytes), file: inputFile('codeowners', path, bytes) }
  }
  return null
}
