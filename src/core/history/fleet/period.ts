/** What figures are asked about, in seconds since 1970. */
export interface Period {
  readonly now: number
  /** What happened before is left out of what counts events; what is there now counts whatever its age. 0: all. */
  readonly since: number
}

/** What is asked of a fleet. */
export interface FleetQuestion extends Period {
  /** How fresh a complete scan has to be, in seconds: who has none is silent. */
  readonly within: number
  /** Names of default branches; empty: as the runs tell. */
  readonly branches: readonly string[]
}
