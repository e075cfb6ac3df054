/** Where a sentence ends: a full stop before a blank, not one of an abbreviation or of a number of a version. */
const END = /(?<!\b(?:e\.g|i\.e|etc|vs|cf|no|incl|approx)|\b[A-Z])[.!?]["')\]`]*(?=\s|$)/gi

/** What every text holds in which a second sentence could begin. */
const SECOND = /\n|[.!?]["')\]`]*\s/

/** The sentences of a text, each in one line and with its stop; a line that stands alone is one as well. */
export function sentencesOf(text: string): readonly string[] {
  if (!SECOND.test(text)) {
    const only = text.replace(/\s+/g, ' ').trim()
    return only === '' ? [] : [only]
  }
  return text
    .split(/\n\s*\n|\n(?=\s*(?:[-*#]|\d+[.)]\s))/)
    .map(part => part.replace(/\s+/g, ' ').trim())
    .filter(part => part !== '')
    .flatMap(part => {
      const ends = [...part.matchAll(END)].map(match => match.index + match[0].length)
      return [...ends, part.length].flatMap((end, index) => {
        const sentence = part.slice(index === 0 ? 0 : ends[index - 1], end).trim()
        return sentence === '' ? [] : [sentence]
      })
    })
}

/** The sentence without the stop at its end. */
export const withoutStop = (sentence: string): string => sentence.replace(/[.:;,\s]+$/, '')
