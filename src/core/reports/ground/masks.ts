import type { Finding } from '../../finding.js'

/** A shape of credentials, made of the marks without which no text has it. */
interface Shape {
  readonly marks: string
  readonly pattern: RegExp
}

const shape = (before: string, marks: string, after: string, flags = 'g'): Shape => ({
  marks,
  pattern: new RegExp(`${before}(?:${marks})${after}`, flags)
})

// Tokens that say what they are by their prefix. Published by the vendors for secret scanning, e.g.
// https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/
const TOKENS = [
  ['gh[pousr]_|github_pat_|glpat-|glptt-|npm_|pypi-|dckr_pat_|hf_|shpat_|dop_v1_', '[A-Za-z0-9_-]{16,}'],
  ['AKIA|ASIA|AGPA|AROA|AIDA', String.raw`[A-Z0-9]{12,}\b`],
  ['AIza', '[A-Za-z0-9_-]{30,}'],
  ['xox[abeoprs]-', '[A-Za-z0-9-]{8,}'],
  ['[srp]k_(?:live|test)_', '[A-Za-z0-9]{8,}'],
  ['sk-', '[A-Za-z0-9_-]{20,}'],
  [String.raw`SG\.`, String.raw`[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,}`],
  ['eyJ', String.raw`[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}(?:\.[A-Za-z0-9_-]*)?`]
].map(([prefix = '', rest = '']) => shape('', String.raw`\b(?:${prefix})`, rest))
const PRIVATE_KEY = shape(
  '',
  '-----BEGIN ',
  String.raw`[A-Z ]{0,40}PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]{0,40}PRIVATE KEY-----|$)`
)
const URL_PASSWORD = shape('(', '://', String.raw`[^\s:@/]{1,100}:)([^\s@/]{1,200})(?=@)`)
const ASSIGNED = shape(
  '(',
  String.raw`passw(?:or)?d|passphrase|passwort|pwd|secret|token|(?:api|access)[_-]?key|(?<![a-z])pass(?=["']?\s{0,3}=)`,
  String.raw`["']?\s{0,3}[:=]\s{0,3}["']?)([^\s"',;]{4,200})`,
  'gi'
)
/** What every text holds that has one of the shapes; most have nothing like it. */
const HINT = new RegExp([...TOKENS, PRIVATE_KEY, URL_PASSWORD, ASSIGNED].map(({ marks }) => marks).join('|'), 'i')
/**
 * Words that stand behind `password:` in a sentence or a declaration. Any other word of letters alone may be the secret:
 * what is missing here is masked without need, and what stands here in vain is a password that anybody would try first.
 */
const PROSE = new Set(
  `absent accepted access actual after again against allowed also always analysis authentication available before being
  between blank boolean both bytes cannot changed character characters check clear contains could credential credentials
  default defined deprecated detected does each either empty encrypted error exceeds expected expires exposed expired
  failed false field file first forbidden format forms found from function hard-coded hardcoded hash hashed have here
  identifier ignored input insecure integer invalid least leaked length less letters line literal longer malformed method
  minimum mismatch missing more most must name never none null number object omitted only optional other parameter password
  passwords plain plaintext please possible potential present process property provided published read regex rejected
  removed required revoked rotated same schema secret secrets short should shown some store stored string such text than
  that their then there these they this those through token tokens true type undefined unexpected unknown unset unused
  used user username using usage valid value variable very weak were what when where which while will with within without
  wrong your`.split(/\s+/)
)

/** Whether what stands behind the sign is a word of the sentence: a secret of letters alone looks like any other. */
const isProse = (before: string, word: string): boolean =>
  !/["'`]$/.test(before) && PROSE.has(word.replace(/[.:!?)\]]+$/, '').toLowerCase())
// In a secret scanner's own message, any word of letters and digits may be the secret.
const SECRET_WORD = /[A-Za-z0-9+/_=.~-]{8,}/g
/** A word in quotes, and one behind what a scanner calls its find. */
const QUOTED_WORD = /(["'`‘“])([^\s"'`’”]{4,})(?=["'`’”])/g
const NAMED_WORD =
  /(\b(?:match(?:ed)?|value|secret|password|passwd|pwd|token|key)\s{0,3}[:=]\s{0,3}["'`]?)([^\s"'`,;]{4,})/gi
/** Masks that scanners write themselves: a sign for each sign of the secret tells its length. */
const LONG_MASK = /([*•●█])\1{3,}|[xX]{6,}/g

/** Known tokens keep the four signs by which their kind is known. */
const maskToken = (secret: string): string => `${secret.slice(0, 4)}…`
/** The first two signs of a secret: enough to find it, not to use it. All masks of a kind have the same length. */
const mask = (secret: string): string => `${secret.slice(0, 2)}…`

/** The text with everything that has the shape of a credential masked. */
export function maskSecrets(text: string): string {
  if (!HINT.test(text)) return text
  let masked = text.replace(PRIVATE_KEY.pattern, '(private key)')
  for (const { pattern } of TOKENS) masked = masked.replace(pattern, maskToken)
  return masked
    .replace(URL_PASSWORD.pattern, (_all, before: string, secret: string) => before + mask(secret))
    .replace(ASSIGNED.pattern, (all, before: string, secret: string) =>
      secret.includes('…') || isProse(before, secret) ? all : before + mask(secret)
    )
}

const looksRandom = (word: string): boolean => /\d/.test(word) && /[A-Za-z]/.test(word)

/** Weaknesses that are a secret in the open: hard-coded, in plain text, or written to a log. */
const SECRET_WEAKNESSES = new Set([256, 259, 260, 312, 321, 522, 532, 547, 798].map(weakness => `CWE-${weakness}`))
/** Rules that find them by name, or by number: those of Bandit and ruff, gosec and DevSkim. */
const SECRET_RULE =
  /hard-?_?coded|secret|passw(?:or)?d|credential|api[-_]?key|private[-_]?key|^[BS]10[567]\b|^G101\b|^DS1(?:17838|73237)\b/i
/** A word of this length with letters and digits is no name that anybody gave. */
const TOKEN = /[A-Za-z0-9+/_=~-]{20,}/g

/** Whether what the finding quotes may be a secret, whatever its category. */
const isAboutSecret = ({ category, ruleId, identifiers }: Finding): boolean =>
  category === 'secret' || SECRET_RULE.test(ruleId) || identifiers.some(each => SECRET_WEAKNESSES.has(each))

/** The finding's message, fit to be shown: of a secret nothing that could be the secret remains. */
export function safeMessage(finding: Finding): string {
  const masked = maskSecrets(finding.message)
  if (!isAboutSecret(finding)) return masked
  const known = [finding.ruleId, finding.tool, finding.location?.path ?? '', ...finding.identifiers]
  const isKnown = (word: string): boolean => known.some(text => text.includes(word.replace(/[.=:]+$/, '')))
  const hidden = (_all: string, before: string, word: string): string =>
    before + (isKnown(word) || word.includes('…') ? word : mask(word))
  const bare = masked.replace(LONG_MASK, '***').replace(QUOTED_WORD, hidden)
  const random = (word: string): string => (looksRandom(word) && !isKnown(word) ? mask(word) : word)
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
  return masked.replace(QUOTED_WORD, (_all, before: string, word: string) => before + mask(word))
}

/** What the scanner kept of the source at the finding's place, or null where it may hold a secret or is not known. */
export const safeSnippet = (finding: Finding): string | null =>
  finding.clues.snippet === null ? null : safeSource(finding, finding.clues.snippet)
