import { formatProblem } from '../core/ground/errors.js'
import type { Notice } from '../core/ground/notice.js'
import { type Terminal, tellLine } from './terminal.js'

/**
 * Layers that are not, or not known to be, as the commit has them that the policy names: whoever writes a policy sees it
 * before it judges anything. What an evaluation reads, its decision says (`layer-unpinned`).
 */
export function tellLayers({ layerNotices }: ReadsLayers, terminal: Pick<Terminal, 'err'>): void {
  for (const { message } of layerNotices?.() ?? [])
    tellLine(terminal, formatProblem({ place: null, message: `warning: ${message}`, hint: CHECK_OUT }))
}

/** What has read a policy with its layers. */
interface ReadsLayers {
  readonly layerNotices?: () => readonly Notice[]
}

const CHECK_OUT = 'Give a clone of that repository, with that commit checked out'
