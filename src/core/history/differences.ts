import { asObject, type JsonObject, type JsonValue, member } from '../ground/json.js'

/** One member that two documents disagree about; undefined: it is not there. */
export interface Difference {
  /** As people read it: `outcomes[F-…].finding.tier`. Elements are named by what they are about, not by their place. */
  readonly path: string
  readonly recorded: JsonValue | undefined
  readonly now: JsonValue | undefined
}

/** By what the elements of a list are told from each other, by the name of the list; others are told by their place. */
const NAMES: Readonly<Record<string, (element: JsonObject) => readonly (JsonValue | undefined)[]>> = {
  outcomes: element => [idOf(element.finding)],
  inputs: ({ kind, name }) => [kind, name],
  scans: ({ id }) => [id],
  exceptions: ({ id, finding }) => [id, ...(typeof finding === 'string' ? [finding] : [])],
  controls: ({ id }) => [id],
  rules: ({ id }) => [id],
  notices: ({ code, message }) => [code, message],
  layerSources: ({ repository }) => [repository]
}

const idOf = (finding: JsonValue | undefined): JsonValue | undefined => {
  const object = asObject(finding)
  return object === null ? undefined : member(object, 'id')
}

/** What two documents disagree about, in the order of the recorded one; the order of named elements is not compared. */
export function differencesOf(recorded: JsonValue, now: JsonValue): readonly Difference[] {
  const found: Difference[] = []
  compare(found, { path: '', name: '' }, recorded, now)
  return found
}

interface Spot {
  readonly path: string
  /** Of the member that it is. */
  readonly name: string
}

function compare(found: Difference[], spot: Spot, recorded: JsonValue | undefined, now: JsonValue | undefined): void {
  if (Object.is(recorded, now)) return
  const [before, after] = [partsOf(spot, recorded), partsOf(spot, now)]
  if (before === null || after === null || Array.isArray(recorded) !== Array.isArray(now)) {
    found.push({ path: spot.path, recorded, now })
    return
  }
  for (const [path, part] of before) compare(found, part.spot, part.value, after.get(path)?.value)
  for (const [path, { value }] of after) if (!before.has(path)) found.push({ path, recorded: undefined, now: value })
}

type PartsByPath = ReadonlyMap<string, { readonly spot: Spot; readonly value: JsonValue | undefined }>

/** Members or elements of a value by their paths; null where it has none. */
function partsOf({ path, name }: Spot, value: JsonValue | undefined): PartsByPath | null {
  if (typeof value !== 'object' || value === null) return null
  const parts = new Map<string, { readonly spot: Spot; readonly value: JsonValue | undefined }>()
  const add = (partPath: string, partName: string, part: JsonValue | undefined) =>
    parts.set(partPath, { spot: { path: partPath, name: partName }, value: part })
  const object = asObject(value)
  if (object !== null) {
    for (const [key, part] of Object.entries(object)) add(path === '' ? key : `${path}.${key}`, key, part)
    return parts
  }
  const elements = value as readonly JsonValue[]
  const namesOf = Object.hasOwn(NAMES, name) ? NAMES[name] : undefined
  for (const [index, element] of elements.entries()) {
    const named = namesOf === undefined ? null : asObject(element)
    const label = named === null ? `${index}` : (namesOf?.(named) ?? []).join(' ')
    let own = `${path}[${label}]`
    for (let again = 2; parts.has(own); again += 1) own = `${path}[${label} #${again}]`
    add(own, '', element)
  }
  return parts
}
