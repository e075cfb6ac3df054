import { join, resolve } from 'node:path'
import { configurationError } from '../../core/ground/errors.js'
import { DAY } from '../../core/time/duration.js'
import { sha256Of } from '../../files/policy-files.js'
import { EXIT } from '../../gate/exit-codes.js'
import { fetchFor } from '../../github/http/proxy.js'
import { type Flags, flagValue, type ParsedArguments } from '../arguments.js'
import type { CliCommand } from '../command.js'
import { printLine, type Terminal, tellLine } from '../terminal.js'
import { download, type Network, withoutSecrets } from './download.js'
import { contentOfFeed, FEED_SOURCES, type FeedContent, type FeedSource, keepFeed, keptFeed } from './kept-feeds.js'
import { orRefused } from './write-new.js'

const FLAGS = {
  'kev-url': { value: 'URL', help: `where KEV is; default POLICY_GATE_KEV_URL, else CISA` },
  'epss-url': { value: 'URL', help: 'where EPSS is; default POLICY_GATE_EPSS_URL, else empiricalsecurity.com' },
  only: { value: 'NAME', multiple: true, help: 'kev or epss; default both' }
} as const satisfies Flags

/** Milliseconds that one try of a download may take. */
const TIMEOUT = 60_000

/**
 * `feeds DIR`: the only command that uses the network. Exit code 0: every feed is as it was published now; 1: one could
 * not be fetched, and the one before was kept where there is one.
 */
export const feedsCommand: CliCommand = {
  words: 'DIR',
  flags: FLAGS,
  async run(args, terminal) {
    const [directory, ...more] = args.words
    if (directory === undefined || more.length > 0)
      throw configurationError('feeds needs one directory', 'Write feeds DIR')
    const asked = chosen(args).map(source => ({ source, address: addressOf(source, args, terminal) }))
    let code: number = EXIT.pass
    for (const { source, address } of asked) {
      const isFresh = await fetchOne({ source, address, directory, terminal })
      if (!isFresh) code = EXIT.block
    }
    return code
  }
}

interface Errand {
  readonly source: FeedSource
  readonly address: URL
  /** As it was given: messages name it so. */
  readonly directory: string
  readonly terminal: Terminal
}

async function fetchOne({ source, address, directory, terminal }: Errand): Promise<boolean> {
  const { name, file, mostBytes } = source
  const place = resolve(terminal.cwd, directory)
  const before = orRefused(join(directory, file), () => keptFeed(source, place))
  const fetched = await download(address, mostBytes, ofThisMachine)
  const content = 'problem' in fetched ? fetched.problem : contentOfFeed(source, fetched.bytes)
  const refused = typeof content === 'string' ? content : worse(content, before)
  if ('problem' in fetched || typeof content === 'string' || refused !== null) {
    tellLine(terminal, `${name}: ${withoutSecrets(address)} was not taken: ${refused}. ${outcome(before, terminal)}`)
    return false
  }
  const { bytes } = fetched
  const record = {
    ...{ file, url: withoutSecrets(address), fetchedAt: terminal.now() },
    ...{ ...content, sha256: sha256Of(bytes), bytes: bytes.length }
  }
  orRefused(join(directory, file), () => keepFeed(source, place, bytes, record))
  await printLine(
    terminal,
    `${name}: ${content.entries} vulnerabilities, of ${content.date}, in ${join(directory, file)} (sha256 ${record.sha256})`
  )
  return true
}

/** A feed only ever grows: one that has lost a tenth of its entries was cut off, and an older one is a replay. */
function worse(content: FeedContent, before: FeedContent | string | null): string | null {
  if (before === null || typeof before === 'string') return null
  if (content.date < before.date) return `it is of ${content.date}, older than the one that is kept`
  if (content.entries >= before.entries * 0.9) return null
  return `it has ${content.entries} entries, and the one that is kept has ${before.entries}: remove that one if this is right`
}

function outcome(before: FeedContent | string | null, terminal: Terminal): string {
  if (before === null) return 'There is none from before'
  if (typeof before === 'string') return `The file from before is of no use: ${before}`
  const days = Math.floor((Date.parse(terminal.now()) - Date.parse(before.date)) / DAY)
  return `Kept the one of ${before.date}, ${days} ${days === 1 ? 'day' : 'days'} old`
}

function chosen({ values }: ParsedArguments): readonly FeedSource[] {
  const only = values.get('only') ?? FEED_SOURCES.map(({ name }) => name)
  return only.map(name => {
    const source = FEED_SOURCES.find(each => each.name === name)
    if (source === undefined) throw configurationError(`--only ${name} is no feed`, 'Give kev or epss')
    return source
  })
}

function addressOf({ name, address, variable }: FeedSource, args: ParsedArguments, { env }: Terminal): URL {
  const flag = flagValue(args, `${name}-url`)
  const text = flag ?? (env[variable]?.trim() || address)
  const url = URL.canParse(text) ? new URL(text) : null
  if (url !== null && (url.protocol === 'https:' || url.protocol === 'http:')) return url
  const from = flag === null ? variable : `--${name}-url`
  throw configurationError(`${from} is no address of the web`, 'Write https://HOST/PATH')
}

/** The network of this machine. */
const ofThisMachine: Network = {
  fetchFor,
  sleep: milliseconds => new Promise(done => setTimeout(done, milliseconds)),
  timeout: TIMEOUT
}
