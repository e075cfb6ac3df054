/** A piece of a token this long identifies it; shorter ones occur in ordinary text. */
const SLICE = 12
const MASK = '***'

/**
 * Removes the given secrets from a text, and every slice of 12 characters or more of them: a token that was cut
 * before it was masked escapes the runner's own masking (CVE-2025-31479). Redact first, cut afterwards.
 */
export function redactor(secrets: readonly string[]): (text: string) => string {
  const slices = new Set<string>()
  const short = secrets.filter(secret => secret.length > 0 && secret.length < SLICE)
  for (const secret of secrets) {
    for (let at = 0; at + SLICE <= secret.length; at++) slices.add(secret.slice(at, at + SLICE))
  }
  return text => short.reduce((clean, secret) => clean.replaceAll(secret, MASK), maskSlices(text, slices))
}

function maskSlices(text: string, slices: ReadonlySet<string>): string {
  let clean = ''
  let hiddenUntil = 0
  for (let at = 0; at < text.length; at++) {
    if (slices.has(text.slice(at, at + SLICE))) {
      if (at >= hiddenUntil) clean += MASK
      hiddenUntil = at + SLICE
    }
    if (at >= hiddenUntil) clean += text[at]
  }
  return clean
}
