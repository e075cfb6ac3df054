import type { Category } from '../finding.js'

/** What the policy says that a tool finds. */
export interface StatedCategory {
  readonly category: Category
  /** Whether that counts against a category that the file itself gives, too. */
  readonly isFinal: boolean
}

/** The category of a finding, with what the policy says of its tool: that counts for what is not known, and for lint that is taken for more. */
export function categoryByPolicy(ofFile: Category, stated: StatedCategory | null): Category {
  if (stated === null) return ofFile
  return stated.isFinal || ofFile === 'other' || ofFile === 'quality' ? stated.category : ofFile
}
