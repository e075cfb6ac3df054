/** A workflow command, as the runner understood it. */
export interface RunnerCommand {
  readonly name: string
  readonly properties: Readonly<Record<string, string>>
  readonly data: string
}

/** What the runner made of the lines of a step (actions/runner: ActionCommand.cs, ActionCommandManager.cs). */
export interface RunnerLog {
  readonly commands: readonly RunnerCommand[]
  /** What people see: at most 10 of a level per step, messages cut at 4096 characters. */
  readonly annotations: readonly RunnerCommand[]
  readonly dropped: number
  readonly masks: readonly string[]
  /** The log with masks applied and commands taken out. */
  readonly text: string
}

const LEVELS: readonly string[] = ['error', 'warning', 'notice']
const MAX_PER_LEVEL = 10
const MAX_MESSAGE = 4096
const KNOWN: readonly string[] = [
  ...LEVELS,
  'debug',
  'group',
  'endgroup',
  'add-mask',
  'add-matcher',
  'remove-matcher',
  'echo',
  'save-state',
  'set-output',
  'set-env',
  'add-path',
  'stop-commands'
]

/** Reads the lines of stdout and stderr; both are searched for commands. */
export function readLog(lines: readonly string[]): RunnerLog {
  const commands: RunnerCommand[] = []
  const masks: string[] = []
  const shown: string[] = []
  let resume: string | null = null
  for (const line of lines) {
    const command = parseCommand(line, resume)
    if (command === null) {
      shown.push(masks.reduce((text, mask) => text.replaceAll(mask, '***'), line))
      continue
    }
    commands.push(command)
    if (command.name === 'stop-commands') resume = command.data
    else if (command.name === resume) resume = null
    else if (command.name === 'add-mask') masks.push(...command.data.split(/\r?\n/).filter(part => part !== ''))
  }
  const wanted = commands.filter(({ name }) => LEVELS.includes(name))
  const annotations = LEVELS.flatMap(level => wanted.filter(({ name }) => name === level).slice(0, MAX_PER_LEVEL))
  return {
    commands,
    annotations: annotations.map(command => ({ ...command, data: command.data.slice(0, MAX_MESSAGE) })),
    dropped: wanted.length - annotations.length,
    masks,
    text: shown.join('\n')
  }
}

/** `::name props::data` at the start of a line, and the old `##[name props]data` anywhere in one. */
function parseCommand(line: string, resume: string | null): RunnerCommand | null {
  const isKnown = (name: string) => (resume === null ? KNOWN.includes(name.toLowerCase()) : name === resume)
  const modern = /^\s*::([^\s:]+)(?:\s+(.*?))?::(.*)$/s.exec(line)
  if (modern !== null && isKnown(modern[1] ?? '')) return toCommand(modern, ',', unescapeModern)
  const legacy = /##\[([^\s\]]+)(?:\s+([^\]]*))?\](.*)$/s.exec(line)
  if (legacy !== null && isKnown(legacy[1] ?? '')) return toCommand(legacy, ';', unescapeLegacy)
  return null
}

function toCommand(match: RegExpExecArray, separator: string, decode: (text: string) => string): RunnerCommand {
  const pairs = (match[2] ?? '').split(separator).flatMap(pair => {
    const at = pair.indexOf('=')
    return at > 0 ? [[pair.slice(0, at).trim(), decode(pair.slice(at + 1))]] : []
  })
  const name = match[1] ?? ''
  const isToken = !KNOWN.includes(name.toLowerCase())
  return {
    name: isToken ? name : name.toLowerCase(),
    properties: Object.fromEntries(pairs),
    data: decode(match[3] ?? '')
  }
}

const unescapeModern = (text: string): string =>
  text
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%')

const unescapeLegacy = (text: string): string =>
  text
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%5D', ']')
    .replaceAll('%3B', ';')
    .replaceAll('%25', '%')

/** `name=value` and `name<<END … END` of GITHUB_OUTPUT and its like; what the runner refuses is an error. */
export function parseFileCommands(text: string): Readonly<Record<string, string>> {
  const values: [string, string][] = []
  const lines = text.split('\n')
  for (let at = 0; at < lines.length; at++) {
    const line = (lines[at] ?? '').replace(/\r$/, '')
    if (line === '') continue
    const equals = line.indexOf('=')
    const heredoc = line.indexOf('<<')
    if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
      if (equals === 0) throw new Error(`Invalid format '${line}'. Name must not be empty`)
      values.push([line.slice(0, equals), line.slice(equals + 1)])
    } else if (heredoc > 0) {
      const end = lines.indexOf(line.slice(heredoc + 2), at + 1)
      if (end < 0) throw new Error(`Invalid value. Matching delimiter not found '${line.slice(heredoc + 2)}'`)
      values.push([line.slice(0, heredoc), lines.slice(at + 1, end).join('\n')])
      at = end
    } else {
      throw new Error(`Invalid format '${line}'`)
    }
  }
  return Object.fromEntries(values)
}
