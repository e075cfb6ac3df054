import type { Finding } from '../../finding.js'
import { isAboutSecret, isProse, maskSecrets, maskWord } from '../../ground/credentials.js'

// In a secret scanner's own message, any word of letters and digits may be the secret.
const SECRET_WORD = /[A-Za-z0-9+/_=.~-]{8,}/g
/** A word in quotes, and one behind what a scanner calls its find. */
const QUOTED_WORD = /(["'`‘“])([^\s"'`’”]{4,})(?=["'`’”])/g
const NAMED_WORD =
  /(\b(?:match(?:ed)?|value|secret|password|passwd|pwd|token|key)\s{0,3}[:=]\s{0,3}["'`]?)([^\s"'`,;]{4,})/gi
/** Masks that scanners write themselves: a sign for each sign of the secret tells its length. */
const LONG_MASK = /([*•●█])\1{3,}|[xX]{6,}/g

const looksRandom = (word: string): boolean => /\d/.test(word) && /[A-Za-z]/.test(word)

/** A word of this length with letters and digits is no name that anybody gave. */
const TOKEN = /[A-Za-z0-9+/_=~-]{20,}/g

/** The finding's message, fit to be shown: of a secret nothing that could be the secret remains. */
export function safeMessage(finding: Finding): string {
  const masked = maskSecrets(finding.message)
  if (!isAboutSecret(finding)) return masked
  const known = [finding.ruleId, finding.tool, finding.location?.path ?? '', ...finding.identifiers]
  const isKnown = (word: string): boolean => known.some(text => text.includes(word.replace(/[.=:]+$/, '')))
  const hidden = (_all: string, before: string, word: string): string =>
    before + (isKnown(word) || word.includes('…') ? word : maskWord(word))
  const bare = masked.replace(LONG_MASK, '***').replace(QUOTED_WORD, hidden)
  const random = (word: string): string => (looksRandom(word) && !isKnown(word) ? maskWord(word) : word)
  if (finding.category !== 'secret') return bare.replace(TOKEN, random)
  return bare
    .replace(NAMED_WORD, (all, before: string, word: string) =>
      isProse(before, word) ? all : hidden(all, before, word)
    )
    .replace(SECRET_WORD, random)
}

/** As `safeMessage`, its lines joined as sentences, for views that have one line for it. */
export const safeMessageLine = (finding: Finding): string =>
  safeMessage(finding)
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
    .reduce((text, line) => (text === '' ? line : `${text}${/[.,;:!?]$/.test(text) ? ' ' : '; '}${line}`), '')

/** Source text at the finding's place, fit to be shown, or null where it may hold a secret. */
export function safeSource(finding: Finding, text: string): string | null {
  if (finding.category === 'secret') return null
  const masked = maskSecrets(text)
  if (!isAboutSecret(finding)) return masked
  return masked.replace(QUOTED_WORD, (_all, before: string, word: string) => before + maskWord(word))
}

/** What the scanner kept of the source at the finding's place, or null where it may hold a secret or is not known. */
export const safeSnippet = (finding: Finding): string | null =>
  finding.clues.snippet === null ? null : safeSource(finding, finding.clues.snippet)
