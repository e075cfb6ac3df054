import type { Finding } from '../../finding.js'

// Tokens that say what they are by their prefix. Published by the vendors for secret scanning, e.g.
// https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/
const KNOWN_TOKENS = [
  /\b(?:gh[pousr]_|github_pat_|glpat-|glptt-|npm_|pypi-|dckr_pat_|hf_|shpat_|dop_v1_)[A-Za-z0-9_-]{16,}/g,
  /\b(?:AKIA|ASIA|AGPA|AROA|AIDA)[A-Z0-9]{12,}\b/g,
  /\bAIza[A-Za-z0-9_-]{30,}/g,
  /\bxox[abeoprs]-[A-Za-z0-9-]{8,}/g,
  /\b(?:sk|rk|pk)_(?:live|test)_[A-Za-z0-9]{8,}/g,
  /\bsk-[A-Za-z0-9_-]{20,}/g,
  /\bSG\.[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,}/g,
  /\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}(?:\.[A-Za-z0-9_-]*)?/g
]
const PRIVATE_KEY = /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]{0,40}PRIVATE KEY-----|$)/g
const URL_PASSWORD = /(:\/\/[^\s:@/]{1,100}:)([^\s@/]{1,200})(?=@)/g
const ASSIGNED =
  /((?:password|passwd|pwd|secret|token|api[_-]?key|access[_-]?key)["']?\s{0,3}[:=]\s{0,3}["']?)([^\s"',;]{6,200})/gi
// In a secret scanner's own message, any word of letters and digits may be the secret.
const SECRET_WORD = /[A-Za-z0-9+/_=.~-]{8,}/g

/** At most the first four and the last two characters of a secret: enough to find it, not to use it. */
const mask = (secret: string): string =>
  secret.length >= 20 ? `${secret.slice(0, 4)}…${secret.slice(-2)}` : `${secret.slice(0, 2)}…`

/** The text with everything that has the shape of a credential masked. */
export function maskSecrets(text: string): string {
  let masked = text.replace(PRIVATE_KEY, '(private key)')
  for (const pattern of KNOWN_TOKENS) masked = masked.replace(pattern, mask)
  return masked
    .replace(URL_PASSWORD, (_all, before: string, secret: string) => before + mask(secret))
    .replace(
      ASSIGNED,
      (_all, before: string, secret: string) => before + (secret.includes('…') ? secret : mask(secret))
    )
}

const looksRandom = (word: string): boolean => /\d/.test(word) && /[A-Za-z]/.test(word)

/** The finding's message, fit to be shown: of a secret finding nothing that could be the secret remains. */
export function safeMessage(finding: Finding): string {
  const masked = maskSecrets(finding.message)
  if (finding.category !== 'secret') return masked
  const known = [finding.ruleId, finding.tool, finding.location?.path ?? '', ...finding.identifiers]
  const isKnown = (word: string): boolean => known.some(text => text.includes(word.replace(/[.=:]+$/, '')))
  return masked.replace(SECRET_WORD, word => (looksRandom(word) && !isKnown(word) ? mask(word) : word))
}

/** As `safeMessage`, its lines joined as sentences, for views that have one line for it. */
export const safeMessageLine = (finding: Finding): string =>
  safeMessage(finding)
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
    .reduce((text, line) => (text === '' ? line : `${text}${/[.,;:!?]$/.test(text) ? ' ' : '; '}${line}`), '')

/** The source text at the finding's place, or null where it may hold a secret or is not known. */
export const safeSnippet = (finding: Finding): string | null =>
  finding.category === 'secret' || finding.clues.snippet === null ? null : maskSecrets(finding.clues.snippet)
