import { createHash } from 'node:crypto'
import type { PolicyDocument } from '../../../generated/policy.js'
import { SCHEMAS } from '../../../generated/schemas.js'
import { policyErrors } from '../../../generated/validators.js'
import { ConfigurationError, type Place } from '../../ground/errors.js'
import { readDocument, type YamlFormat } from '../../yaml/document.js'
import { nodeAt } from '../../yaml/node.js'
import type { LayerText } from '../policy.js'
import { policyChecks } from './checks.js'
import { referenceProblem } from './references.js'

const POLICY: YamlFormat<PolicyDocument> = {
  validate: policyErrors,
  schema: SCHEMAS.policy,
  check: policyChecks,
  explainPattern: ([key], text) => (key === 'extends' ? referenceProblem(text) : null)
}

/** One policy file that was read and found good by itself. */
export type Layer = LayerText

/** Reads one policy file. Throws a ConfigurationError with every problem. `name` is what places and views show. */
export function parseLayer(name: string, bytes: Uint8Array): Layer {
  const { document, root, problems } = readDocument(name, bytes, POLICY)
  if (document === null || root === null) throw new ConfigurationError(problems)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { info: { name, sha256, bytes: bytes.byteLength }, document, root }
}

/** Where a value of a layer stands; null where the file does not have it. */
export const placeIn = (layer: Layer, path: readonly (string | number)[]): Place | null =>
  nodeAt(layer.root, path)?.place ?? null
