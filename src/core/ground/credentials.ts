import { remembered } from './remembered.js'

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
/** What stands in the query of an address and opens a door: signatures and sessions, whatever they are called. */
const QUERY = shape(
  '(',
  '[?&](?:sig|signature|x-amz-signature|x-amz-credential|x-goog-signature|auth|authorization|session|session_?id|sid|jwt)=',
  String.raw`)([^\s&#"'<>]{6,2000})`,
  'gi'
)
/** What every text holds that has one of the shapes; most have nothing like it. */
const HINT = new RegExp(
  [...TOKENS, PRIVATE_KEY, URL_PASSWORD, QUERY, ASSIGNED].map(({ marks }) => marks).join('|'),
  'i'
)
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
export const isProse = (before: string, word: string): boolean =>
  !/["'`]$/.test(before) && PROSE.has(word.replace(/[.:!?)\]]+$/, '').toLowerCase())
/** Known tokens keep the four signs by which their kind is known. */
const maskToken = (secret: string): string => `${secret.slice(0, 4)}…`
/** The first two signs of a secret: enough to find it, not to use it. All masks of a kind have the same length. */
export const maskWord = (secret: string): string => `${secret.slice(0, 2)}…`

/** The text with everything that has the shape of a credential masked. */
export function maskSecrets(text: string): string {
  if (!HINT.test(text)) return text
  let masked = text.replace(PRIVATE_KEY.pattern, '(private key)')
  for (const { pattern } of TOKENS) masked = masked.replace(pattern, maskToken)
  return masked
    .replace(URL_PASSWORD.pattern, (_all, before: string, secret: string) => before + maskWord(secret))
    .replace(QUERY.pattern, (all, before: string, secret: string) =>
      secret.includes('…') ? all : before + maskWord(secret)
    )
    .replace(ASSIGNED.pattern, (all, before: string, secret: string) =>
      secret.includes('…') || isProse(before, secret) ? all : before + maskWord(secret)
    )
}

/** Weaknesses that are a secret in the open: hard-coded, in plain text, or written to a log. */
const SECRET_WEAKNESSES = new Set([256, 259, 260, 312, 321, 522, 532, 547, 798].map(weakness => `CWE-${weakness}`))
/** Rules that find them by name, or by number: those of Bandit and ruff, gosec and DevSkim. */
const SECRET_RULE =
  /hard-?_?coded|secret|passw(?:or)?d|credential|api[-_]?key|private[-_]?key|^[BS]10[567]\b|^G101\b|^DS1(?:17838|73237)\b/i
const isNamedForSecrets = remembered(ruleId => SECRET_RULE.test(ruleId))

/** What of a finding tells whether it quotes a secret. */
interface Quoter {
  readonly category: string
  readonly ruleId: string
  readonly identifiers: readonly string[]
}

/** Whether what the finding quotes may be a secret, whatever its category. */
export const isAboutSecret = ({ category, ruleId, identifiers }: Quoter): boolean =>
  category === 'secret' || isNamedForSecrets(ruleId) || identifiers.some(each => SECRET_WEAKNESSES.has(each))
