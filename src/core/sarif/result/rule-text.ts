import type { RuleText } from '../../finding.js'
import { sentencesOf, withoutStop } from '../../ground/sentences.js'

/** A longer one is no title. */
const LONGEST_TITLE = 160
const LONGEST_ADVICE = 240
/** Help texts are read as far as this: advice that comes later is not found by people either. */
const READ = 8_000

/** What tools write before the id of a rule where they have no description. */
const PREFIX = /^(?:Semgrep Finding|Rule|Check|Finding|Issue|Vulnerability|Advisory|Violation)\s*:?\s*/i
/** Ids of advisories before what they are about: they are shown as links. */
const LEADING_ID = /^(?:\[?(?:CVE-\d{4}-\d+|GHSA(?:-[a-z0-9]{4}){3}|[A-Z]{2,10}-\d{4}-\d+)\]?[\s:,;()-]*)+/i

const words = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]+/g, '')

/** The first of these texts that says in a sentence what is wrong: more than the id, and more than a word. */
function ruleTitle(ruleId: string, texts: readonly (string | null)[]): string | null {
  for (const text of texts) {
    const [first] = text === null ? [] : sentencesOf(text.slice(0, READ))
    const title = withoutStop((first ?? '').replace(PREFIX, '').replace(LEADING_ID, '').trim())
    if (title.length > LONGEST_TITLE || !/\S\s+\S/.test(title)) continue
    // The id, or made of it; in words of its own it is a title ("Code injection" of `js/code-injection`).
    if (
      (words(ruleId).endsWith(words(title)) && !/^\p{Lu}/u.test(title)) ||
      (/[/.:@]/.test(ruleId) && title.includes(ruleId)) ||
      /^[\w./:-]+ (?:rule|check|finding)$/i.test(title)
    )
      continue
    return title
  }
  return null
}

const HEADINGS =
  'recommendations?|remediations?|how (?:to|do i) (?:fix|resolve|remediate)(?: it| this)?|solutions?|resolutions?|mitigations?|fix'
/** A heading of its own line, in Markdown, bold, or with a colon behind it. */
const HEADING = new RegExp(
  `^[ \\t]*(?:#{1,6}[ \\t]*|\\*\\*)?(?:${HEADINGS})[ \\t]*(?:\\*\\*)?[ \\t]*[:?]?[ \\t]*(?:\\*\\*)?[ \\t]*$`,
  'im'
)
/** The same with the advice in the line. */
const LABEL = new RegExp(`^[ \\t]*(?:\\*\\*)?(?:${HEADINGS})(?:\\*\\*)?[ \\t]*:(?:\\*\\*)?[ \\t]*(\\S.*)$`, 'im')

/** Each heading has one of these words: most texts have none, which one look tells. */
const PROMISES = /recommendation|remediat|how |solution|mitigation|fix/i

/** Links of Markdown reduced to their text: addresses of a file are never shown as such. */
const withoutLinks = (text: string): string =>
  text.includes('](') ? text.replace(/!?\[([^\]\n]{0,200})\]\([^)\n]{0,500}\)/g, '$1') : text

/** What stands under a heading that promises advice. */
function adviceOf(texts: readonly (string | null)[]): string | null {
  for (const text of texts) {
    if (text === null) continue
    const help = withoutLinks(text.slice(0, READ))
    if (!PROMISES.test(help)) continue
    const label = LABEL.exec(help)?.[1]
    const heading = HEADING.exec(help)
    const under = heading === null ? '' : help.slice(heading.index + heading[0].length)
    const [sentence = ''] = sentencesOf(label ?? under.replace(/^\s*(?:[-*]\s+)?/, ''))
    const advice = withoutStop(sentence)
    if (advice.length >= 10 && advice.length <= LONGEST_ADVICE && !/^[#`<|]/.test(advice)) return advice
  }
  return null
}

/** The texts of a rule, plain: what it is called and described by, and where it may say what to do. */
export interface RuleTexts {
  readonly descriptions: readonly (string | null)[]
  readonly helps: readonly (string | null)[]
}

/** What the rule says of itself; undefined where it says nothing that is of use to people. */
export function ruleTextOf(ruleId: string, { descriptions, helps }: RuleTexts): RuleText | undefined {
  const title = ruleTitle(ruleId, descriptions)
  const advice = adviceOf(helps)
  return title === null && advice === null ? undefined : { title, advice }
}
