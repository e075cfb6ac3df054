import { createHash } from 'node:crypto'
import type { PolicyDocument } from '../../../generated/policy.js'
import { POLICY_SCHEMA } from '../../../generated/schemas/policy.js'
import { policyErrors } from '../../../generated/validators/policy.js'
import { ConfigurationError, type Place, type Problem } from '../../ground/errors.js'
import { readDocument, type YamlFormat } from '../../yaml/document.js'
import { nodeAt, type YamlNode } from '../../yaml/node.js'
import type { LayerInfo, LayerText } from '../policy.js'
import { policyChecks } from './checks.js'
import { referenceProblem } from './references.js'

const POLICY: YamlFormat<PolicyDocument> = {
  validate: policyErrors,
  schema: POLICY_SCHEMA,
  check: policyChecks,
  explainPattern: ([key], text) => (key === 'extends' ? referenceProblem(text) : null)
}

/** One policy file that was read and found good by itself. */
export type Layer = LayerText

/** A policy file as far as it could be read: with problems, what of it has the right types. */
export type ReadLayer =
  | { readonly layer: Layer; readonly problems: readonly [] }
  | { readonly layer: null; readonly partial: PartialLayer | null; readonly problems: readonly Problem[] }

/** What of a policy file with problems can be held against other layers. */
export interface PartialLayer {
  readonly info: Pick<LayerInfo, 'name'>
  readonly document: Partial<PolicyDocument>
  readonly root: YamlNode
}

/** Reads one policy file, with every problem. `name` is what places and views show. */
export function readLayer(name: string, bytes: Uint8Array): ReadLayer {
  const read = readDocument(name, bytes, POLICY)
  if (read.document === null) {
    const { partial, root, problems } = read
    return { layer: null, partial: partial && root && { info: { name }, document: partial, root }, problems }
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const info = { name, sha256, bytes: bytes.byteLength }
  return { layer: { info, document: read.document, root: read.root }, problems: [] }
}

/** The same where a problem ends it: throws a ConfigurationError with every one. */
export function parseLayer(name: string, bytes: Uint8Array): Layer {
  const { layer, problems } = readLayer(name, bytes)
  if (layer === null) throw new ConfigurationError(problems)
  return layer
}

/** Where a value of a layer stands; null where the file does not have it. */
export const placeIn = (layer: Pick<Layer, 'root'>, path: readonly (string | number)[]): Place | null =>
  nodeAt(layer.root, path)?.place ?? null
