import { identifierMisfit } from '../ground/advisory-ids.js'
import type { Problem } from '../ground/errors.js'
import type { ExceptionRecord } from './exception.js'

/** Entries of an exceptions file that are well formed and can match nothing. */
export const exceptionFileWarnings = (records: readonly ExceptionRecord[]): readonly Problem[] =>
  records.flatMap(({ id, match, place }): readonly Problem[] => {
    const misfit = match.kind === 'advisory' ? identifierMisfit(match.identifier) : null
    if (match.kind !== 'advisory' || misfit === null) return []
    const message = `exception ${id}: \`match.identifier\` says \`${match.identifier}\`, which ${misfit.reason}`
    return [{ place, message, hint: misfit.hint }]
  })
