import { type Finding, isDependency } from '../../finding.js'
import { maskSecrets } from '../../ground/credentials.js'
import { sentencesOf, withoutStop } from '../../ground/sentences.js'
import { safeMessage } from './masks.js'
import { clip } from './visible-text.js'

/** Code points of a title: two lines of a comment. */
const MOST = 140

/** A line as `Artifact: Dockerfile`: several of them are a form, no sentence. */
const FIELD = /^[A-Z][\w ]{0,30}: ?\S?/
const TELLING = /^(?:Message|Title|Description|Summary|Problem): ?(\S.*)$/

const isAdvisoryId = (identifier: string): boolean => !identifier.startsWith('CWE-')

/** The place at the end of a sentence left out: every view names it anyway. */
function withoutPlace(sentence: string, { location }: Finding): string {
  if (location === null) return sentence
  const end = sentence.lastIndexOf(location.path)
  if (end <= 0 || sentence.length - end - location.path.length > 2) return sentence
  return sentence
    .slice(0, end)
    .replace(/[\s"'`(]*(?:(?:found |located )?(?:for|in|at|of)(?: the)?(?: file)?:?)?[\s"'`(]*$/i, '')
}

/** How rules begin that say what they look for, and not what is wrong: then the message of the place says it better. */
const OF_RULE =
  /^(?:(?:this (?:rule|check) )?(?:detect|disallow|forbid|prohibit|enforce|require|prevent|report|check|flag|find|identif(?:y|ie)|look)s?|warns? (?:on|about|when|if)|rule to|ensures?) /i

/** What gitleaks says of every secret. */
const SECRET_OF = /^(\S{1,100}) has detected secret(?: .*)?$/

/** The first sentence of what the scanner says of this very place; null where it says nothing but names. */
function messageTitle(finding: Finding): string | null {
  const text = safeMessage(finding)
  const lines = text.split('\n').map(line => line.trim())
  if (lines.filter(line => FIELD.test(line)).length >= 3) {
    const told = lines.map(line => TELLING.exec(line)?.[1]).find(value => value !== undefined)
    return told === undefined ? null : withoutStop(sentencesOf(told)[0] ?? '')
  }
  const first = withoutPlace(withoutStop(sentencesOf(text)[0] ?? ''), finding)
  const kind = SECRET_OF.exec(first)?.[1]
  if (kind !== undefined) return `Secret (${kind})`
  return /\S\s+\S/.test(first) ? first : null
}

const namesPackage = (title: string, name: string): boolean => title.toLowerCase().includes(name.toLowerCase())

/** What is wrong with a package: which, and what the advisory is about. */
function packageTitle(finding: Finding, what: string | null): string | null {
  const { package: pack, malware, identifiers } = finding
  if (pack === null) return null
  const named = `${pack.name}${pack.version === null ? '' : ` ${pack.version}`}`
  if (malware) return `${named} is malware`
  const about = what ?? identifiers.find(isAdvisoryId) ?? finding.ruleId
  // A title of its own already: "Prototype Pollution in minimist".
  if (pack.version !== null && what !== null && namesPackage(what, pack.name) && what.includes(pack.version))
    return what
  const own = escaped(pack.name)
  const bare = about
    .replace(new RegExp(`^${own}(?:@\\S+)?\\s*:\\s*`, 'i'), '')
    .replace(new RegExp(` in ${own}$`, 'i'), '')
  return `${named}: ${bare}`
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/**
 * What is wrong, in a sentence without its stop: what the rule says of itself, else what the scanner says of the place.
 * Masked, and not yet escaped for any view. Where nobody says more, it is the rule's id.
 */
export function titleOf(finding: Finding): string {
  const what = statedTitle(finding)
  if (isDependency(finding)) return ruleTitleOf(finding)
  const message = what === null || OF_RULE.test(what) ? messageTitle(finding) : null
  return message === null ? ruleTitleOf(finding) : clip(message, MOST)
}

/** The same for all findings of a rule, where it says anything of itself. */
export function ruleTitleOf(finding: Finding): string {
  const what = statedTitle(finding)
  const told = isDependency(finding) ? packageTitle(finding, what) : what
  return clip(told ?? what ?? messageTitle(finding) ?? maskSecrets(finding.ruleId), MOST)
}

function statedTitle({ ruleText }: Finding): string | null {
  const stated = ruleText?.title ?? null
  return stated === null ? null : maskSecrets(stated)
}

/** What the scanner says of the place besides the title; null where that is no more. */
export function detailOf(finding: Finding): string | null {
  const text = safeMessage(finding)
  const sentences = sentencesOf(text)
  const title = titleOf(finding)
  const rest = sentences.filter(sentence => !sentence.startsWith(title))
  return isDependency(finding) || rest.length === 0 ? null : rest.join(' ')
}
