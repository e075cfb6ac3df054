import {
  type AliasEvent,
  EVENT_ID,
  type Event,
  getScalarValue,
  type MappingEvent,
  parseEvents,
  SCALAR_STYLE,
  type ScalarEvent,
  type SequenceEvent,
  YAMLException
} from 'js-yaml'
import { type Place, type Problem, wholeFile } from '../ground/errors.js'
import type { YamlEntry, YamlNode } from './node.js'
import {
  decodeUtf8,
  explainSyntax,
  findDirective,
  findMisleading,
  isNotFinite,
  type Locate,
  locator,
  resolvePlain
} from './text.js'

/** What contract §4 allows: a policy is written by people, and anything larger is not. */
export const MAX_BYTES = 256 * 1024
const MAX_DEPTH = 50

/** The document, null where it cannot be told, and everything that is wrong with it as YAML. */
export interface YamlDocument {
  readonly root: YamlNode | null
  readonly problems: readonly Problem[]
}

/** What differs between the files that are read. */
export interface YamlOptions {
  /** The most bytes that are read; what contract §4 allows where nothing is said. */
  readonly maxBytes?: number
  /** Workflows of GitHub may use anchors and aliases; an alias then stands for the same node again. */
  readonly aliases?: 'refused' | 'resolved'
}

/**
 * Reads the strict subset of YAML 1.2 that policies are written in: one document of mappings, lists and scalars, each
 * key once. Whatever could make two readers see two policies (anchors, merge keys, tags, directives) is a problem.
 */
export function parseYaml(
  path: string,
  bytes: Uint8Array,
  { aliases = 'refused', maxBytes = MAX_BYTES }: YamlOptions = {}
): YamlDocument {
  const whole = wholeFile(path)
  const only = (message: string, hint: string, place = whole): YamlDocument => ({
    root: null,
    problems: [{ place, message, hint }]
  })
  if (bytes.byteLength > maxBytes) {
    const hint = maxBytes === MAX_BYTES ? 'split it into layers' : 'remove what is over'
    return only(
      `the file has ${bytes.byteLength} bytes`,
      `At most ${maxBytes} (${maxBytes / 1024} KiB) are read: ${hint}`
    )
  }
  const text = decodeUtf8(bytes)
  if (text === null) return only('the file is not UTF-8', 'Save it as UTF-8')
  const at = locator(path, text)
  const directive = findDirective(text)
  if (directive >= 0) {
    return only('YAML directives are not allowed', 'Remove the line that begins with `%`', at(directive))
  }
  // What others write for other readers is read as they do.
  const misleading = aliases === 'refused' ? findMisleading(text) : null
  if (misleading !== null) return only(misleading.message, misleading.hint, at(misleading.offset))
  try {
    return build(parseEvents(text, { maxDepth: MAX_DEPTH }), text, at, whole, aliases === 'resolved' ? new Map() : null)
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error
    const position = error.mark?.position ?? 0
    const { message, hint } = explainSyntax(error.reason, text.slice(0, position))
    return only(message, hint, error.mark ? at(position) : whole)
  }
}

/** A collection that is being read; a mapping (`items` null) alternates between key and value. */
interface Frame {
  readonly place: Place
  readonly items: YamlNode[] | null
  readonly entries: YamlEntry[]
  readonly seen: Map<string, Place>
  key: { readonly name: string; readonly place: Place; readonly keep: boolean } | null
  /** A mapping or list in the place of a key is read, and dropped. */
  readonly asKey: boolean
  readonly anchor: string | null
  broken: boolean
}

interface Builder {
  readonly text: string
  readonly at: Locate
  readonly stack: Frame[]
  readonly problems: Problem[]
  /** Nodes by their anchors; null where these are not allowed. */
  readonly anchors: Map<string, YamlNode> | null
  root: YamlNode | null
  documents: number
  lastPlace: Place
}

function build(
  events: readonly Event[],
  text: string,
  at: Locate,
  whole: Place,
  anchors: Builder['anchors']
): YamlDocument {
  const builder: Builder = { text, at, stack: [], problems: [], anchors, root: null, documents: 0, lastPlace: whole }
  for (const event of events) read(builder, event)
  const { root, problems } = builder
  const isEmpty = root === null || (root.kind === 'scalar' && root.source === '' && root.value === null)
  if (isEmpty && problems.length === 0) {
    problems.push({ place: whole, message: 'the file is empty', hint: 'Begin with `version: 1`' })
  }
  return { root: isEmpty ? null : root, problems }
}

function read(builder: Builder, event: Event): void {
  if (event.type === EVENT_ID.DOCUMENT) {
    builder.documents += 1
    if (builder.documents === 2) {
      report(builder, builder.lastPlace, 'the file holds a further document', 'Keep one document per file')
    }
  } else if (event.type === EVENT_ID.POP) close(builder)
  else {
    refuseProperties(builder, event)
    if (event.type === EVENT_ID.SCALAR) scalar(builder, event)
    else if (event.type === EVENT_ID.ALIAS) alias(builder, event)
    else open(builder, event)
  }
}

function report({ problems }: Builder, place: Place, message: string, hint: string): void {
  problems.push({ place, message, hint })
}

function refuseProperties(builder: Builder, event: ScalarEvent | AliasEvent | MappingEvent | SequenceEvent): void {
  if (event.anchorStart >= 0 && builder.anchors === null) {
    const what = event.type === EVENT_ID.ALIAS ? 'aliases' : 'anchors'
    const hint = 'Write the value out, or quote a text that begins with `*` or `&`'
    report(builder, builder.at(event.anchorStart - 1), `${what} are not allowed`, hint)
  }
  if (event.type !== EVENT_ID.ALIAS && event.tagStart >= 0) {
    const hint = 'Remove the word that begins with `!`, or quote the text'
    report(builder, builder.at(event.tagStart), 'tags are not allowed', hint)
  }
}

const takesKey = (top: Frame | undefined): top is Frame => top !== undefined && top.items === null && top.key === null

/** The name behind `&` or `*`; null where there is none. */
const anchorOf = ({ text }: Builder, { anchorStart, anchorEnd }: Pick<AliasEvent, 'anchorStart' | 'anchorEnd'>) =>
  anchorStart < 0 ? null : text.slice(anchorStart, anchorEnd)

function add(builder: Builder, node: YamlNode, anchor: string | null = null): void {
  if (anchor !== null) builder.anchors?.set(anchor, node)
  const top = builder.stack.at(-1)
  if (top === undefined) {
    if (builder.documents === 1) builder.root = node
  } else if (top.items) top.items.push(node)
  else if (top.key) {
    if (top.key.keep) top.entries.push({ key: top.key.name, keyPlace: top.key.place, value: node })
    top.key = null
  }
}

function addKey(builder: Builder, frame: Frame, name: string, place: Place): void {
  const first = frame.seen.get(name)
  const isMerge = name === '<<'
  if (isMerge) {
    report(builder, place, 'merge keys are not allowed', 'Write the inherited keys out')
    frame.broken = true
  } else if (first) {
    const message = `the key \`${name}\` is given twice`
    report(builder, place, message, `Remove one of them; the first is at line ${first.line}`)
  } else frame.seen.set(name, place)
  frame.key = { name, place, keep: first === undefined && !isMerge }
}

function open(builder: Builder, event: MappingEvent | SequenceEvent): void {
  const place = builder.at(event.start)
  const asKey = takesKey(builder.stack.at(-1))
  if (asKey) report(builder, place, 'a key must be plain text', 'Write `key: value`')
  const items = event.type === EVENT_ID.SEQUENCE ? [] : null
  builder.lastPlace = place
  const anchor = anchorOf(builder, event)
  const broken = event.tagStart >= 0
  builder.stack.push({ place, items, entries: [], seen: new Map(), key: null, asKey, anchor, broken })
}

function close(builder: Builder): void {
  const frame = builder.stack.pop()
  if (frame === undefined) return // the end of a document
  const { place, items, entries, broken } = frame
  const top = builder.stack.at(-1)
  if (frame.asKey && top) {
    top.key = { name: '', place, keep: false }
    top.broken = true
  } else {
    const node: YamlNode = items ? { kind: 'list', items, place, broken } : { kind: 'map', entries, place, broken }
    add(builder, node, frame.anchor)
  }
}

function scalar(builder: Builder, event: ScalarEvent): void {
  const isQuoted = event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED
  // An absent value has no offset: it stands for the key, or the dash, before it.
  const place = event.valueStart < 0 ? builder.lastPlace : builder.at(event.valueStart - (isQuoted ? 1 : 0))
  builder.lastPlace = place
  const source = getScalarValue(builder.text, event)
  const top = builder.stack.at(-1)
  if (takesKey(top)) {
    addKey(builder, top, source, place)
    return
  }
  const isTagged = event.tagStart >= 0
  const isPlain = event.style === SCALAR_STYLE.PLAIN && !isTagged
  const isRefused = isPlain && isNotFinite(source)
  if (isRefused) report(builder, place, `\`${source}\` is not a number here`, 'Write a number, or quote the text')
  const value = isPlain ? resolvePlain(source) : source
  const node: YamlNode = { kind: 'scalar', value, source, place, broken: isTagged || isRefused }
  add(builder, node, anchorOf(builder, event))
}

function alias(builder: Builder, event: AliasEvent): void {
  const place = builder.at(event.anchorStart - 1)
  const top = builder.stack.at(-1)
  const name = builder.text.slice(event.anchorStart, event.anchorEnd)
  const known = builder.anchors?.get(name)
  if (takesKey(top)) addKey(builder, top, name, place)
  else if (known) add(builder, known)
  else {
    if (builder.anchors) report(builder, place, `no anchor \`${name}\` comes before this`, 'Write the value out')
    add(builder, { kind: 'scalar', value: null, source: '', place, broken: true })
  }
}
