import { createHash } from 'node:crypto'

const MASK = '***'
/** Shorter texts are words that would be masked everywhere. */
const SHORTEST = 4
/** A run of characters as tokens and keys have them. Dots and dashes at its end are punctuation. */
const RUN = /[A-Za-z0-9+/_=.-]{16,}/g
const SHORTEST_TOKEN = 16
const FILE_NAME = /\/.*\.[A-Za-z]{1,5}$/
const COMMIT = /^[0-9a-f]{40}$|^[0-9a-f]{64}$/

/** What a message about a secret may keep: it must not look like the secret that it is about. */
function looksSecret(token: string, keep: readonly string[]): boolean {
  if (COMMIT.test(token) || FILE_NAME.test(token) || keep.some(text => text.includes(token))) return false
  return /\d/.test(token) && /[A-Za-z]/.test(token)
}

function maskToken(run: string, keep: readonly string[]): string {
  let end = run.length
  while (end > 0 && '.-'.includes(run.charAt(end - 1))) end--
  const token = run.slice(0, end)
  return end >= SHORTEST_TOKEN && looksSecret(token, keep) ? MASK + run.slice(end) : run
}

/**
 * A message about a secret without the secret: what the result quotes as found is masked wherever it stands, and so is
 * everything that looks like a token. `keep` are texts that are no secret though they may look like one (rule id, path).
 */
export function maskQuotedSecrets(
  message: string,
  quoted: readonly (string | null)[],
  keep: readonly string[]
): string {
  let masked = message
  for (const quote of quoted) {
    const secret = quote?.trim() ?? ''
    if (secret.length >= SHORTEST && !keep.includes(secret)) masked = masked.replaceAll(secret, MASK)
  }
  return masked.replace(RUN, run => maskToken(run, keep))
}

/** Tools that redact write the same for every secret; that tells nothing of one. */
const REDACTED = /^[*xX.\s]*$|redacted|\*{3,}/i

/** A stand-in for the secret in clues to identity: equal for equal secrets of one rule, and of no use to anyone who does not hold the secret. */
export function secretStandIn(ruleId: string, secret: string | null): string | null {
  const value = secret?.trim() ?? ''
  if (value === '' || REDACTED.test(value)) return null
  return `sha256:${createHash('sha256').update(`policy-gate/secret\n${ruleId}\n${value}`).digest('hex').slice(0, 32)}`
}
