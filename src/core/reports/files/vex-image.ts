import type { Finding } from '../../finding.js'
import { packageUrlOf } from '../../ground/package-url.js'

/**
 * Package URL of the image in which the finding is; null where it names none. With its digest it is one image wherever
 * it is kept; by its name alone the registry and the tag belong to it, as scanners that match it write them.
 */
export function imageProduct({ category, clues }: Finding): string | null {
  if (category !== 'container' || clues.symbol === null) return null
  const reference = clues.symbol.split('#', 1)[0] ?? ''
  const parts = /^([\w./:-]*?[\w.-])(?::([\w.-]+))?(?:@(sha256:[0-9a-f]{64}))?$/i.exec(reference)
  const [, path = '', tag = null, digest = null] = parts ?? []
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase()
  // A path in the image or a file is no image.
  if (name === '' || path.startsWith('/') || /\.(?:jar|lock|json|tar)$/i.test(name)) return null
  const url = packageUrlOf('oci', name, digest?.toLowerCase() ?? null)
  if (url === null || digest !== null) return url
  const registry = path.toLowerCase().slice(0, Math.max(0, path.lastIndexOf('/')))
  const qualifiers = [
    ...(registry === '' ? [] : [`repository_url=${encodeURIComponent(registry)}`]),
    ...(tag === null ? [] : [`tag=${encodeURIComponent(tag)}`])
  ]
  return qualifiers.length === 0 ? url : `${url}?${qualifiers.join('&')}`
}
