import { byTime, type FleetRun, type Sighting, type Traits, type View } from './facts.js'

/** From the time when a finding was there until it was gone. A finding that comes back begins another one. */
export interface Cycle {
  /** As the last run that reported it tells. */
  readonly traits: Traits
  readonly repository: string
  readonly finding: string
  /** Seconds since 1970: first detection, or the run that saw it come back; null where nobody saw it open or knows. */
  readonly start: number | null
  /** Whether a run saw it open; else its end is all that is known, from a baseline. */
  readonly wasSeen: boolean
  /** The first run that knew of it. */
  readonly first: FleetRun
  /** The run in which it was gone; null: it is not. */
  readonly gone: FleetRun | null
  /** Seconds from then until it was found again; null where it was not. */
  readonly cameBack: number | null
  /** Time by which it is to be fixed, counted from the start of this cycle; null: no such time. */
  readonly due: number | null
  /** Since when a fix was seen to be there after it was seen not to be; null where that is not known. */
  readonly fixSince: number | null
  readonly hasFix: boolean
}

/** A cycle that has ended. */
export interface EndedCycle extends Cycle {
  readonly gone: FleetRun
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
    for (const tool of run.kind.looked) {
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
  const positions = looks.get(view.traits.tool_key) ?? []
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
  const [first] = sightings
  if (first === undefined) throw new TypeError('a cycle without a sighting')
  const { last, earliest, wasSeen, fixSince, hasFix } = spanFacts(sightings, first.view)
  const start = startOf(earliest, wasSeen ? first.run.at : earliest, spans[index - 1]?.gone?.at ?? -Infinity)
  const next = spans[index + 1]?.sightings[0]?.run.at
  return {
    traits: last.traits,
    repository,
    finding,
    start,
    wasSeen,
    first: first.run,
    gone,
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

interface SpanFacts extends Pick<Cycle, 'wasSeen' | 'fixSince' | 'hasFix'> {
  /** What the last run that reported it says; the last run where none did. */
  readonly last: View
  /** The first detection that any run knows. */
  readonly earliest: number | null
}

// One walk and no lists: there may be a million sightings.
function spanFacts(sightings: readonly PlacedSighting[], first: View): SpanFacts {
  let last = first
  let earliest: number | null = null
  let without = Infinity
  let [wasSeen, hasFix] = [false, false]
  let fixSince: number | null = null
  for (const { run, view, position } of sightings) {
    const { firstDetected, fixAvailable } = view
    if (view.isReported || !last.isReported) last = view
    if (firstDetected !== null && (earliest === null || firstDetected < earliest)) earliest = firstDetected
    if (!view.isOpen) continue
    wasSeen = true
    if (fixAvailable === true) hasFix = true
    if (fixAvailable === true && position > without) fixSince ??= run.at
    if (fixAvailable === false && without === Infinity) without = position
  }
  return { last, earliest, wasSeen, fixSince, hasFix }
}

/** The first detection, where it fits into what was seen; else the first run that saw it. */
const startOf = (earliest: number | null, seen: number | null, before: number): number | null =>
  earliest !== null && seen !== null && earliest <= seen && earliest >= before ? earliest : seen
