import type { StoredReports } from '../../files/decisions/decision-files.js'
import { type Terminal, tellLine } from '../terminal.js'

/** Runs without a verdict are in no figure: that they are there is told. */
export function tellUndecided(undecided: StoredReports['undecided'], terminal: Pick<Terminal, 'err'>): void {
  const [first] = undecided
  if (first === undefined) return
  const runs = undecided.length === 1 ? '1 run' : `${undecided.length} runs`
  tellLine(
    terminal,
    `${runs} could not decide, such as ${first.name}: ${first.undecided.problems[0]?.message ?? 'no reason'}`
  )
}
