import { byTime, type FleetRun, type Sighting, type Traits } from './facts.js'

/** From the time when a finding was there until it was gone. A finding that comes back begins another one. */
export interface Cycle extends Traits {
  readonly repository: string
  readonly finding: string
  /** Counted from 1: from 2 on it has come back. */
  readonly number: number
  /** Seconds since 1970: first detection, or the run that saw it come back; null where nobody saw it open or knows. */
  readonly start: number | null
  /** Whether a run saw it open; else its end is all that is known, from a baseline. */
  readonly wasSeen: boolean
  /** The first run that knew of it. */
  readonly seen: number
  readonly seenMonth: string
  readonly closed: number | null
  readonly closedMonth: string | null
  /** Seconds from then until it was found again; null where it was not. */
  readonly cameBack: number | null
  /** Time by which it is to be fixed, counted from the start of this cycle; null: no such time. */
  readonly due: number | null
  /** Since when a fix was seen to be there after it was seen not to be; null where that is not known. */
  readonly fixSince: number | null
  readonly hasFix: boolean
}

/** The runs of a branch in the order of time, and which of them looked with which tool. */
export interface Timeline {
  readonly positions: ReadonlyMap<FleetRun, number>
  /** By tool: the positions of the runs that looked, ascending. */
  readonly looks: ReadonlyMap<string, readonly number[]>
  readonly runs: readonly FleetRun[]
}

export function timelineOf(unordered: readonly FleetRun[]): Timeline {
  const runs = unordered.toSorted(byTime)
  const looks = new Map<string, number[]>()
  for (const [position, run] of runs.entries()) {
    for (const tool of run.looked) {
      const known = looks.get(tool)
      if (known === undefined) looks.set(tool, [position])
      else known.push(position)
    }
  }
  return { runs, looks, positions: new Map(runs.map((run, position) => [run, position])) }
}

/**
 * The cycles of one finding on one branch. It is gone where a run says so, or where its tool looked in full and does not
 * report it. What nobody looked for stays as it is.
 */
export function cyclesOf(
  repository: string,
  finding: string,
  sightings: Iterable<Sighting>,
  line: Timeline
): readonly Cycle[] {
  const ordered = [...sightings]
    .flatMap(sighting => {
      const position = line.positions.get(sighting.run)
      return position === undefined ? [] : [{ run: sighting.run, view: sighting.view, position }]
    })
    .sort((a, b) => a.position - b.position)
  const spans: SeenSpan[] = []
  let own: PlacedSighting[] = []
  const finish = (gone: FleetRun | null) => {
    if (own.length > 0) spans.push({ sightings: own, gone })
    own = []
  }
  for (const [index, sighting] of ordered.entries()) {
    if (!sighting.view.isOpen) {
      // Gone before anybody saw it: the run knows of it from its baseline.
      if (own.length > 0 || index === 0) {
        if (index === 0) own = [sighting]
        finish(sighting.run)
      }
      continue
    }
    own.push(sighting)
    const gone = nextLook(sighting, line)
    if (gone !== null && gone < (ordered[index + 1]?.position ?? line.runs.length)) finish(line.runs[gone] ?? null)
  }
  finish(null)
  return spans.map((_, index) => cycleOf(repository, finding, spans, index)).filter(isKnownCycle)
}

/** From the first sighting to the run in which it was gone; null: it is not. */
interface SeenSpan {
  readonly sightings: readonly PlacedSighting[]
  readonly gone: FleetRun | null
}

/** What nobody saw open and nobody knows the beginning of may be any finding that a baseline names by another id. */
const isKnownCycle = ({ wasSeen, start }: Cycle): boolean => wasSeen || start !== null

interface PlacedSighting extends Sighting {
  readonly position: number
}

/** The next run after a sighting that looked with the tool; null where none did. */
function nextLook({ position, view }: PlacedSighting, { looks }: Timeline): number | null {
  const positions = looks.get(view.tool_key) ?? []
  let low = 0
  let high = positions.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((positions[middle] ?? 0) <= position) low = middle + 1
    else high = middle
  }
  return positions[low] ?? null
}

// One literal: of a hundred thousand, spreading objects takes most of the time.
function cycleOf(repository: string, finding: string, spans: readonly SeenSpan[], index: number): Cycle {
  const { sightings = [], gone = null } = spans[index] ?? {}
  const open = sightings.filter(({ view }) => view.isOpen)
  const [first] = sightings
  const last = (sightings.findLast(({ view }) => view.isReported) ?? sightings.at(-1))?.view
  if (first === undefined || last === undefined) throw new TypeError('a cycle without a sighting')
  const start = startOf(sightings, open.length > 0, spans[index - 1]?.gone?.at ?? -Infinity)
  const next = spans[index + 1]?.sightings[0]?.run.at
  const { fixSince, hasFix } = fixFacts(open)
  return {
    tier: last.tier,
    severity: last.severity,
    category: last.category,
    exposure: last.exposure,
    owners: last.owners,
    tool_key: last.tool_key,
    repository,
    finding,
    number: index + 1,
    start,
    wasSeen: open.length > 0,
    seen: first.run.at,
    seenMonth: first.run.month,
    closed: gone?.at ?? null,
    closedMonth: gone?.month ?? null,
    cameBack: next === undefined || gone === null ? null : next - gone.at,
    // Runs that do not know the first detection count from their own time: only the time that they allow holds.
    due:
      last.due === null || last.firstDetected === null || start === null
        ? last.due
        : start + last.due - last.firstDetected,
    fixSince,
    hasFix
  }
}

/** The first detection that any sighting knows, where it fits into what was seen; else the first run that saw it. */
function startOf(sightings: readonly PlacedSighting[], wasSeen: boolean, before: number): number | null {
  const detected = sightings.flatMap(({ view }) => view.firstDetected ?? [])
  const earliest = detected.length === 0 ? null : Math.min(...detected)
  const seen = wasSeen ? (sightings[0]?.run.at ?? null) : earliest
  return earliest !== null && seen !== null && earliest <= seen && earliest >= before ? earliest : seen
}

function fixFacts(open: readonly PlacedSighting[]): Pick<Cycle, 'fixSince' | 'hasFix'> {
  const without = open.find(({ view }) => view.fixAvailable === false)
  const since = open.find(
    ({ view, position }) => view.fixAvailable === true && position > (without?.position ?? Infinity)
  )
  return { fixSince: since?.run.at ?? null, hasFix: open.some(({ view }) => view.fixAvailable === true) }
}
