/**
 * Words of GitHub that the gate tells apart. GitHub may add some at any time: what is not listed is `other`, which
 * is equal to none of them. Those that decide what a run is about are in `core/change/occasion/happening`.
 */

/** How far a workflow run or a check run is (REST, `status`). */
export const RUN_STATUSES = ['requested', 'pending', 'waiting', 'queued', 'in_progress', 'completed', 'other'] as const
export type RunStatus = (typeof RUN_STATUSES)[number]

/** The word of the list that the text is, else `other`. */
export const wordOf = <Word extends string>(words: readonly (Word | 'other')[], text: string): Word | 'other' =>
  words.find(word => word === text) ?? 'other'
