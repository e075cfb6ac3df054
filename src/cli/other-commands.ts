import { verifyCommand } from './audit/verify.js'
import type { CliCommand } from './command.js'
import { convertCommand } from './commands/convert.js'
import { doctorCommand } from './commands/doctor.js'
import { explainCommand } from './commands/explain.js'
import { lintCommand } from './commands/lint.js'
import { schemaCommand } from './commands/schema.js'
import { simulateCommand } from './commands/simulate.js'
import { testCommand } from './commands/test.js'
import { metricsCommand } from './fleet/metrics.js'
import { rowsCommand } from './fleet/rows.js'
import { feedsCommand } from './setup/feeds.js'
import { initCommand } from './setup/init.js'

/** All commands but the gate itself, in a part of the program of their own. */
export const OTHER_COMMANDS = {
  explain: explainCommand,
  lint: lintCommand,
  test: testCommand,
  simulate: simulateCommand,
  metrics: metricsCommand,
  rows: rowsCommand,
  verify: verifyCommand,
  schema: schemaCommand,
  convert: convertCommand,
  doctor: doctorCommand,
  init: initCommand,
  feeds: feedsCommand
} as const satisfies Readonly<Record<string, CliCommand>>

export type OtherCommand = keyof typeof OTHER_COMMANDS
