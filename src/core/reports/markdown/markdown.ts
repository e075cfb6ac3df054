import { maskSecrets } from '../../ground/credentials.js'
import { TEXT_POINTS } from '../ground/limits.js'
import { textPieces } from '../ground/running-text.js'
import { clip, visibleLine, withoutMarks } from '../ground/visible-text.js'

declare const markdown: unique symbol
/** Finished Markdown (CommonMark with GitHub's extensions). Only this file makes it, so hostile text cannot get in raw. */
export type Markdown = string & { readonly [markdown]: true }

const done = (text: string): Markdown => text as Markdown

/** Composes finished pieces with words of our own: literal parts are trusted, values are Markdown or numbers. */
export const md = (literals: TemplateStringsArray, ...values: readonly (Markdown | number)[]): Markdown =>
  done(literals.reduce((text, literal, index) => `${text}${values[index - 1] ?? ''}${literal}`))

/** Pieces joined; empty ones are left out. */
export const join = (pieces: readonly Markdown[], separator: ' ' | ' · ' | ', ' | '\n' | '\n\n' = '\n\n'): Markdown =>
  done(pieces.filter(piece => piece !== '').join(separator))

export const NOTHING = done('')

/** Pieces of one paragraph, each in a line of its own; empty ones are left out. */
export const stacked = (pieces: readonly Markdown[]): Markdown =>
  done(pieces.filter(piece => piece !== '').join('<br>'))

/**
 * Comments could carry the marker of a gate, and are invisible: the opening is spelt out. So is what a runner that shows
 * it would take for a command.
 */
const harmless = (masked: string): string => withoutMarks(masked.replaceAll('<!--', '\\u{3c}!--'), '\\u{23}')

const shown = (text: string, points: number): string => clip(harmless(visibleLine(maskSecrets(text))), points)

function codeSpan(text: string): Markdown {
  if (text === '') return done('(empty)')
  const longest = (text.match(/`+/g) ?? []).reduce((length, run) => Math.max(length, run.length), 0)
  const fence = '`'.repeat(longest + 1)
  // CommonMark §6.1: one space at each end is stripped, which lets a backtick stand next to the fence.
  const pad = /^[` ]|[` ]$/.test(text) ? ' ' : ''
  return done(`${fence}${pad}${text}${pad}${fence}`)
}

/**
 * Text of scanners and people as a code span. Nothing inside it is Markdown, and GitHub makes no mention, issue
 * reference or commit link of it: unlike a backslash, which its mention filter never sees.
 */
export const code = (text: string, points: number = TEXT_POINTS.identifier): Markdown => codeSpan(shown(text, points))

/**
 * Text of scanners and people as running text: plain words stay, every other word becomes code. An allow list, so
 * what is not known to be harmless is never raw; one line whatever the input.
 */
export const prose = (text: string, points: number = TEXT_POINTS.message): Markdown =>
  done(
    textPieces(shown(text, points))
      .map(each => (each.kind === 'plain' ? each.text : `${each.before}${codeSpan(each.code)}${each.after}`))
      .join(' ')
  )

export const bold = (text: Markdown): Markdown => done(`**${text}**`)

export const heading = (level: 2 | 3 | 4, text: Markdown): Markdown => done(`${'#'.repeat(level)} ${text}`)

/** Items; what one has beyond its first line belongs to it by its indentation (CommonMark §5.2). */
export const bullets = (items: readonly Markdown[]): Markdown =>
  done(items.map(item => `- ${item.replaceAll('\n', '\n  ')}`).join('\n'))

/** A link whose address the caller has built from checked parts; anything else than plain https or http stays text. */
export const link = (label: Markdown, address: string | null): Markdown =>
  address !== null && /^https?:\/\/[\w.:-]+(?:\/[\w.~%/@#?=&+:-]*)?$/.test(address)
    ? done(`[${label}](${address})`)
    : label

/** Longer than any fence inside the text. */
const marksFor = (text: string): string =>
  '`'.repeat((text.match(/`+/g) ?? []).reduce((length, run) => Math.max(length, run.length), 2) + 1)

/** Lines that GitHub offers to commit in place of those that a review comment stands on: as they are, so the caller has checked them. */
export function suggestionBlock(lines: readonly string[]): Markdown {
  const marks = marksFor(lines.join('\n'))
  return done([`${marks}suggestion`, ...lines, marks].join('\n'))
}

/** Text to copy, in a fence longer than any inside it. */
export function fence(text: string): Markdown {
  const marks = marksFor(text)
  return done(`${marks}text\n${harmless(maskSecrets(text))}\n${marks}`)
}

/**
 * A folded part. The blank lines end the HTML blocks, so that the body is read as Markdown (CommonMark §4.6); the
 * summary stands inside one, where Markdown is not read, so it takes plain words only.
 */
export const details = (summary: string, body: Markdown): Markdown =>
  done(`<details>\n<summary>${summary.replace(/[^\p{L}\p{N}_ .,:()·-]/gu, '')}</summary>\n\n${body}\n\n</details>`)

/**
 * A folded part within a line, as a cell of a table can hold it: there Markdown is read on within the tags. Lines of it
 * that are empty are left out.
 */
export const folded = (summary: Markdown, body: readonly Markdown[]): Markdown =>
  done(`<details><summary>${summary}</summary>${stacked(body)}</details>`)

// In a cell a pipe is escaped even inside code (GFM §4.10). After a backslash readers differ in whether the pipe
// counts as escaped, so a space keeps the two apart.
const cell = (text: Markdown): string => text.replaceAll('\\|', '\\ |').replaceAll('|', '\\|')

/** A table; every row has as many cells as the header. */
export const table = (header: readonly Markdown[], rows: readonly (readonly Markdown[])[]): Markdown => {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return done(
    [line(header.map(cell)), line(header.map(() => '---')), ...rows.map(row => line(row.map(cell)))].join('\n')
  )
}

/** A comment that people do not see, in letters that cannot end it. */
export const hidden = (text: string): Markdown => done(`<!-- ${text.replace(/[^A-Za-z0-9:._ -]|--/g, '')} -->`)
