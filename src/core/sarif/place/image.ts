/** An image reference without tag and digest: each build has another, and the image stays the same. */
export const imageName = (reference: string): string =>
  reference
    .replace(/@sha256:[0-9a-f]+$/i, '')
    .replace(/:[^:/]+$/, '')
    .replace(/_(?:v?\d[\w.-]*|latest|[0-9a-f]{7,64})$/, '')

/**
 * A path in an image, with the image before it: two images may hold the same file. Of an image in an archive the
 * directory does not count, which is another one in each run.
 */
export function pathInImage(image: string | null, path: string): string {
  if (image === null) return path
  const name = /\.(?:tar|tgz|tar\.\w+)$/i.test(image) ? image.slice(image.lastIndexOf('/') + 1) : imageName(image)
  return name === imageName(path) ? path : `${name}/${path}`
}
