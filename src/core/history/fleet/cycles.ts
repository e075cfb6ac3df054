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
  sightings: readonly Sighting[],
  line: Timeline
): readonly Cycle[] {
  const ordered = sightings
    .flatMap(sighting => {
      const position = line.positions.get(sighting.run)
      return position === undefined ? [] : [{ ...sighting, position }]
    })
    .sort((a, b) => a.position - b.position)
  const cycles: Cycle[] = []
  let own: PlacedSighting[] = []
  const finish = (gone: FleetRun | null) => {
    if (own.length > 0) cycles.push(cycleOf(repository, finding, own, gone, cycles.at(-1) ?? null))
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
  return cycles
    .map((cycle, index) => {
      const next = cycles[index + 1]
      return next === undefined || cycle.closed === null ? cycle : { ...cycle, cameBack: next.seen - cycle.closed }
    })
    .filter(isKnownCycle)
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

function cycleOf(
  repository: string,
  finding: string,
  sightings: readonly PlacedSighting[],
  gone: FleetRun | null,
  previous: Cycle | null
): Cycle {
  const open = sightings.filter(({ view }) => view.isOpen)
  const reported = sightings.filter(({ view }) => view.isReported)
  const [first] = sightings
  const last = (reported.at(-1) ?? sightings.at(-1))?.view
  if (first === undefined || last === undefined) throw new TypeError('a cycle without a sighting')
  const detected = sightings.flatMap(({ view }) => view.firstDetected ?? [])
  const earliest = detected.length === 0 ? null : Math.min(...detected)
  const seen = open.length === 0 ? earliest : first.run.at
  const isKnown = earliest !== null && seen !== null && earliest <= seen && earliest >= (previous?.closed ?? -Infinity)
  const start = isKnown ? earliest : seen
  const { tier, severity, category, exposure, owners, tool_key } = last
  return {
    ...{ tier, severity, category, exposure, owners, tool_key, repository, finding },
    number: (previous?.number ?? 0) + 1,
    start,
    wasSeen: open.length > 0,
    seen: first.run.at,
    seenMonth: first.run.month,
    cameBack: null,
    closed: gone?.at ?? null,
    closedMonth: gone?.month ?? null,
    // Runs that do not know the first detection count from their own time: only the time that they allow holds.
    due:
      last.due === null || last.firstDetected === null || start === null
        ? last.due
        : start + last.due - last.firstDetected,
    ...fixFacts(open)
  }
}

function fixFacts(open: readonly PlacedSighting[]): Pick<Cycle, 'fixSince' | 'hasFix'> {
  const without = open.find(({ view }) => view.fixAvailable === false)
  const since = open.find(
    ({ view, position }) => view.fixAvailable === true && position > (without?.position ?? Infinity)
  )
  return { fixSince: since?.run.at ?? null, hasFix: open.some(({ view }) => view.fixAvailable === true) }
}
