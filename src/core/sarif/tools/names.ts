/** What wrappers add to the name of the tool that they ran: `Checkstyle (MegaLinter JAVA_CHECKSTYLE)`, `ESLint (reported by Codacy)`. */
const ADDED_BY_WRAPPER =
  /\s*[([][^()[\]]{0,60}\b(?:mega-?linter|super-?linter|codacy|code ?climate|qlty|trunk|reviewdog|sonarqube|defectdojo)\b[^()[\]]{0,60}[)\]]$/i
/** A wrapper that names the tool behind its own name: `MegaLinter (Checkstyle)`, `reviewdog: ESLint`. */
const WRAPPED =
  /^(?:mega-?linter|super-?linter|codacy|code ?climate|qlty|trunk|reviewdog)\s*(?:[:/|]\s*|[-–—]\s+|(?=[([]))[([]?([^()[\]]+)[)\]]?$/i
/** Emoji, quotes and the like before a name say nothing; after it only what is never part of one. */
const DECORATION = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}()[\]+#.]+$/gu
/** A version after the name, which is never part of it. */
const VERSION = /[\s@-]+\(?(?:version\s*)?v?\d+(?:\.\d+)*(?:[-+.][\w.+-]*)?\)?$/i
/** GCC names the language and its standard: `GNU C17`, `GNU C++20`. */
const GNU = /^gnu c(?:\+\+)?\d*[a-z]?(?=$|\s)/

/** The driver's name without what a wrapper adds, as written else. */
export function unwrapped(driverName: string): string {
  const bare = driverName.trim().replace(ADDED_BY_WRAPPER, '')
  return (WRAPPED.exec(bare)?.[1] ?? bare).trim()
}

/** The name to look up: in lower case, without wrapper, decoration and surplus blanks. */
export const plainName = (driverName: string): string =>
  unwrapped(driverName).replace(DECORATION, '').toLowerCase().replace(/\s+/g, ' ').replace(GNU, 'gnu c')

/** The plain name without a version at its end. */
export const unversioned = (plain: string): string => plain.replace(VERSION, '')

/** Names that are common words: a longer name that begins with one, or holds it, is most likely another tool's. */
const COMMON_WORDS = new Set([
  'aikido',
  'allstar',
  'ameba',
  'anchore',
  'aqua',
  'axe',
  'bearer',
  'bicep',
  'buf',
  'clair',
  'clang',
  'clippy',
  'composer',
  'credo',
  'csc',
  'dart',
  'enigma',
  'gatekeeper',
  'heimdall',
  'infer',
  'insider',
  'kingfisher',
  'lighthouse',
  'lizard',
  'mago',
  'mend',
  'nancy',
  'phan',
  'pluto',
  'polaris',
  'precaution',
  'prospector',
  'psalm',
  'rector',
  'reek',
  'remark',
  'retire',
  'revive',
  'safety',
  'selene',
  'socket',
  'sonar',
  'talisman',
  'titus',
  'trunk',
  'typos',
  'vacuum',
  'vale',
  'vulture',
  'wake',
  'whispers',
  'zap'
])

const LONGEST = 80
const WORD = /[\p{L}\p{N}]/u

/**
 * The longest of the known names with which the text begins and that ends where a word does, or null. Common words
 * count only as the whole of it.
 */
export function knownBeginning(text: string, isKnown: (name: string) => boolean): string | null {
  for (let length = Math.min(text.length, LONGEST); length > 1; length--) {
    if (length < text.length && WORD.test(text.charAt(length))) continue
    const name = text.slice(0, length)
    if (isKnown(name) && (length === text.length || !COMMON_WORDS.has(name))) return name
  }
  return null
}

/** Where a name may begin after the first word: behind a blank, a bracket, a slash, a colon or a bar. */
const BEGINNINGS = /(?<=[\s([/:|])[\p{L}\p{N}]/gu

/** The known names that stand behind the first word, each whole word of the text but common ones. */
export function knownWithin(text: string, isKnown: (name: string) => boolean): readonly string[] {
  const names: string[] = []
  for (const { index } of text.slice(0, 4 * LONGEST).matchAll(BEGINNINGS)) {
    const name = knownBeginning(text.slice(index), isKnown)
    if (name !== null && !COMMON_WORDS.has(name)) names.push(name)
  }
  return names
}

/** Words by which a longer name says that it is about security, whatever linter it is named for. */
export const SECURITY_WORDS =
  /secur|secret|credential|password|vulnerab|threat|malware|taint|exploit|pentest|app-?sec|dev-?sec|\bsast\b|\bsca\b|\bdast\b|\baudit/
