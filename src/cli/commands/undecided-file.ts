import { resolve } from 'node:path'
import { NO_CHANGE_KNOWN } from '../../core/decision/decision.js'
import { type AskedFor, undecidedBy } from '../../core/decision/undecided.js'
import { ConfigurationError, formatProblem } from '../../core/ground/errors.js'
import { undecidedJson } from '../../core/reports/files/decision-json.js'
import { writeFileAtomically } from '../../files/write.js'
import { EDITION } from '../../gate/record/edition.js'
import { changeOf, optionsAsGiven } from '../../gate/record/options.js'
import { type Flags, parseArguments } from '../arguments.js'
import { ciChange } from '../ci-change.js'
import { type Terminal, tellLine } from '../terminal.js'
import { requestOfFlags } from './evaluate-flags.js'
import { withCi } from './evaluation.js'

/**
 * Where a decision file was asked for, it says that there is no decision, and why: what lies there from another run must
 * not be taken for the answer. The words are looked through loosely, because they may be what is wrong.
 */
export async function leaveUndecided(
  argv: readonly string[],
  flags: Flags,
  error: unknown,
  terminal: Terminal
): Promise<void> {
  const files = decisionFilesIn(argv)
  if (files.length === 0) return
  const text = undecidedJson(undecidedBy(error, askedFor(argv, flags, terminal)))
  for (const file of files) {
    try {
      await writeFileAtomically(resolve(terminal.cwd, file), [text])
    } catch (unwritten) {
      if (!(unwritten instanceof ConfigurationError)) throw unwritten
      // It may be the very thing that went wrong, which is told already.
      if (error instanceof ConfigurationError && error.message === unwritten.message) continue
      for (const problem of unwritten.problems) tellLine(terminal, `${formatProblem(problem)}`)
    }
  }
}

const decisionFilesIn = (argv: readonly string[]): readonly string[] => [
  ...new Set(
    argv.flatMap((word, index) => {
      const value = word === '--format' ? (argv[index + 1] ?? '') : (/^--format=(.*)$/s.exec(word)?.[1] ?? '')
      return /^json=(.+)$/s.exec(value)?.[1] ?? []
    })
  )
]

/** What is known of the evaluation, where the flags could be read. */
function askedFor(argv: readonly string[], flags: Flags, terminal: Terminal): AskedFor {
  try {
    const request = withCi(requestOfFlags(parseArguments(argv, flags), terminal), ciChange(terminal.env))
    const change = changeOf(request, { scannedSha: null })
    return { gate: EDITION, evaluatedAt: request.now, change, options: optionsAsGiven(request) }
  } catch (unread) {
    if (!(unread instanceof ConfigurationError)) throw unread
    return { gate: EDITION, evaluatedAt: terminal.now(), change: NO_CHANGE_KNOWN, options: null }
  }
}
