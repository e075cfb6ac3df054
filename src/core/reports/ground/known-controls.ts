import { CONTROLS } from '../../../generated/controls.js'

/** A control of a standard, and what a decision of the gate shows of it. */
export interface KnownControl {
  readonly id: string
  readonly framework: string
  readonly title: string
  /** What the evidence shows, as a sentence. */
  readonly shows: string
  /** What it does not show, as a sentence. */
  readonly doesNotShow: string
}

const known: ReadonlyMap<string, KnownControl> = new Map(CONTROLS.map(control => [control.id, control]))

/** What `policies/controls.yml` says of a control; null where it is one of your own. */
export const knownControl = (id: string): KnownControl | null => known.get(id) ?? null
