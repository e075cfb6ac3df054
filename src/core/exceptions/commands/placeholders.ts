import { cleanText } from '../wording.js'
import type { Key } from './command.js'

/** What stands in a line that the gate offers where only a person knows what belongs there. */
export const PLACEHOLDERS = {
  reason: 'why this can wait, 20 to 500 characters',
  ticket: '<ticket, such as SEC-12>',
  controls: '<what protects until then>',
  owner: '<@login of who answers for it>'
} as const satisfies Partial<Record<Key, string>>

const bare = (text: string): string => cleanText(text.toLowerCase().replace(/[<>]/g, ''))

const BARE = Object.values(PLACEHOLDERS).map(bare)

/** Whether a value is, or still holds, what was to be filled in; with its brackets or without. */
export const isPlaceholder = (value: string): boolean => {
  const text = bare(value)
  return BARE.some(placeholder => text.includes(placeholder))
}
