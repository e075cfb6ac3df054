import { configurationError } from '../core/ground/errors.js'
import { spelt } from '../core/ground/visible-line.js'
import { logText } from '../core/reports/ground/visible-text.js'
import { isoInstant } from '../core/time/instant.js'
import { EXIT } from '../gate/exit-codes.js'

/** Where a command writes. An argument, so that tests need no process. */
export interface Terminal {
  /** Writes to standard output and waits until the reader has taken it: a report may be larger than memory should hold. */
  out(text: string): Promise<void>
  err(text: string): void
  readonly colour: boolean
  /** Columns in which text is wrapped. */
  readonly width: number
  /** Whether progress may be shown, on standard error. */
  readonly progress: boolean
  readonly cwd: string
  /** Variables of the environment: what a CI system says of the change. */
  readonly env: Readonly<Record<string, string | undefined>>
  /** The clock, asked once per evaluation. ISO 8601 UTC. */
  now(): string
}

/** Lines for people on standard error: nothing else is written there, and whatever they quote, they give no command. */
export const tellLine = (terminal: Pick<Terminal, 'err'>, text: string): void => terminal.err(`${logText(text)}\n`)

/** The same on standard output, for what is no report. */
export const printLine = (terminal: Pick<Terminal, 'out'>, text: string): Promise<void> =>
  terminal.out(`${logText(text)}\n`)

/** The terminal of this process. */
export function processTerminal(): Terminal {
  const { stdout, stderr, env } = process
  // A reader that has gone away (`| head`) is no fault of the evaluation: the exit code still carries the verdict.
  let closed = false
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') {
      // A full disk: half a report must not look like a whole one.
      stderr.write(`Standard output cannot be written (${error.code}). Give --format FORMAT=FILE\n`)
      process.exit(EXIT.configuration)
    }
    closed = true
  })
  return {
    async out(text) {
      if (!closed && !stdout.write(text)) await drained(stdout)
    },
    err: text => void stderr.write(text),
    colour: isColoured(env, stdout.isTTY === true),
    width: widthOf(env, stdout.columns),
    progress: stderr.isTTY === true,
    get cwd() {
      return currentDirectory()
    },
    env,
    now: () => isoInstant(Date.now())
  }
}

/**
 * Colour is for people: on a terminal, in the logs of CI systems that show it, and where FORCE_COLOR asks for it
 * (https://force-color.org); never with NO_COLOR (https://no-color.org), which comes before everything else.
 */
export function isColoured(env: Terminal['env'], isTerminal: boolean): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM, GITHUB_ACTIONS, GITLAB_CI } = env
  if (NO_COLOR) return false
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false'
  if (TERM === 'dumb') return false
  return isTerminal || GITHUB_ACTIONS === 'true' || GITLAB_CI === 'true'
}

const DEFAULT_WIDTH = 80
/** Longer lines nobody reads. */
const MOST_WIDTH = 140

/** Columns of the terminal, as COLUMNS says or the terminal does; 80 where neither tells. */
export function widthOf(env: Terminal['env'], columns: number | undefined): number {
  const [asked] = /^[1-9]\d{0,4}$/.exec(env.COLUMNS ?? '') ?? []
  return Math.min(Number(asked ?? columns ?? 0) || DEFAULT_WIDTH, MOST_WIDTH)
}

/** Progress on long work, only on a terminal, on one line that is cleared at the end. */
export function progressOf(terminal: Terminal): (message: string | null) => void {
  if (!terminal.progress) return () => undefined
  return message => terminal.err(message === null ? '\r\u001b[K' : `\r\u001b[K${spelt(message)}`)
}

function currentDirectory(): string {
  try {
    return process.cwd()
  } catch {
    throw configurationError('The current directory does not exist any more', 'Change to one that does')
  }
}

/** Waits until a stream takes more, or never will. */
const drained = (stream: NodeJS.WriteStream): Promise<void> =>
  new Promise(resolve => {
    const done = (): void => {
      for (const event of EVENTS) stream.off(event, done)
      resolve()
    }
    for (const event of EVENTS) stream.on(event, done)
  })

const EVENTS = ['drain', 'close', 'error'] as const
