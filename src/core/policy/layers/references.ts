import { PRESETS } from '../../../generated/presets.js'
import { hintFor } from '../../yaml/nearest.js'

/** The bundled presets by name. */
export const PRESET_NAMES: readonly string[] = Object.keys(PRESETS)

/** What an entry of `extends` refers to. */
export type LayerReference =
  | { readonly kind: 'preset'; readonly preset: string }
  | {
      readonly kind: 'github'
      readonly owner: string
      readonly repository: string
      readonly path: string
      /** Full commit. */
      readonly commit: string
    }

/** Reads `preset:NAME` or `github:OWNER/REPO/PATH@COMMIT`; null where it is neither, as written. */
export function parseReference(text: string): LayerReference | null {
  if (text.startsWith('preset:')) {
    const preset = text.slice('preset:'.length)
    return PRESET_NAMES.includes(preset) ? { kind: 'preset', preset } : null
  }
  const match = /^github:([A-Za-z0-9][A-Za-z0-9-]*)\/([A-Za-z0-9._-]+)\/([^@\\]+)@([0-9a-f]{40})$/.exec(text)
  const [, owner = '', repository = '', path = '', commit = ''] = match ?? []
  if (!match || /^\.{1,2}$/.test(repository) || path.split('/').some(part => /^\.{0,2}$/.test(part))) return null
  return { kind: 'github', owner, repository, path, commit }
}

/** The text of a bundled preset, or null. */
export function presetBytes(preset: string): Uint8Array | null {
  const text = Object.entries(PRESETS).find(([name]) => name === preset)?.[1]
  return text === undefined ? null : new TextEncoder().encode(text)
}

/** What is wrong with an entry of `extends`, and what to do; null for a good one. */
export function referenceProblem(text: string): { readonly message: string; readonly hint: string } | null {
  if (parseReference(text)) return null
  const shown = `\`${text.slice(0, 100)}\``
  if (text.startsWith('preset:')) {
    const written = text.slice('preset:'.length)
    const hint = hintFor(written, PRESET_NAMES, `Presets: ${PRESET_NAMES.join(', ')}`, near => `\`preset:${near}\``)
    return { message: `there is no preset ${shown}`, hint }
  }
  if (text.startsWith('github:')) {
    const pinned = /@[0-9a-f]{40}$/.test(text)
    return pinned
      ? { message: `the layer ${shown} does not name a file`, hint: 'Write `github:OWNER/REPO/PATH@COMMIT`' }
      : {
          message: `the layer ${shown} is not pinned`,
          hint: 'End it with `@` and the full 40-digit commit, in lower case: a branch or tag can change under you'
        }
  }
  return {
    message: `${shown} is not a layer`,
    hint: 'Write `preset:NAME` or `github:OWNER/REPO/PATH@COMMIT`'
  }
}
