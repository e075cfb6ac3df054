import { COMMENT_CHARACTERS } from '../ground/limits.js'
import { clipBytes, utf8Bytes } from '../ground/visible-text.js'
import { bullets, code, heading, join, type Markdown, md, NOTHING } from './markdown.js'

/** Two gates of one name on one commit, as far as it is known which. */
export interface NamedTwice {
  readonly checkName: string
  /** Paths of their workflows; one where both are of one workflow, none where it is not known. */
  readonly workflows: readonly string[]
}

/** Title of a check in which two gates have answered. */
export const DISPUTE_TITLE = 'Two gates have this name'

/** What the check says where two gates of one name have answered: neither may stand for the other. */
export function renderDispute(named: NamedTwice): string {
  return `${join([dispute(named), md`The findings of each are in the job summary of its run.`])}\n`
}

const dispute = ({ checkName, workflows }: NamedTwice): Markdown =>
  join([
    heading(3, md`⛔ Two gates are named ${code(checkName)}`),
    md`Both have answered for this commit, so this is no pass, whatever they found.`,
    workflows.length === 0
      ? NOTHING
      : md`Workflows: ${join(
          workflows.map(path => code(path)),
          ', '
        )}.`,
    bullets([
      md`Two steps, jobs or workflows: give each a ${code('check-name')} of its own, and its commands the same.`,
      md`A matrix: let the legs upload their SARIF, and one job decide on all of it.`,
      md`Then push: the check of this commit stays as it is.`
    ])
  ])

/** The comment of the gate that answered first, with this above it; its first line is the marker. */
export function withDispute(comment: string, named: NamedTwice): string {
  const notice = `${dispute(named)}\n\n---\n\n`
  if (comment.includes(notice)) return comment
  const [marker = '', ...rest] = comment.split('\n')
  const room = COMMENT_CHARACTERS - utf8Bytes(`${marker}\n${notice}`)
  return `${marker}\n${notice}${clipBytes(rest.join('\n'), room)}`
}
