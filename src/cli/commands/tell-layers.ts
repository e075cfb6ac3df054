import { formatProblem } from '../../core/ground/errors.js'
import type { PolicyPort } from '../../files/policy-files.js'
import { type Terminal, tellLine } from '../terminal.js'

/**
 * Layers that are not, or not known to be, as the commit has them that the policy names: whoever writes a policy sees it
 * before it judges anything. What an evaluation reads, its decision says (`layer-unpinned`).
 */
export function tellLayers({ layerNotices }: Pick<PolicyPort, 'layerNotices'>, terminal: Pick<Terminal, 'err'>): void {
  for (const { message } of layerNotices?.() ?? [])
    tellLine(terminal, formatProblem({ place: null, message: `warning: ${message}`, hint: CHECK_OUT }))
}

const CHECK_OUT = 'Give a clone of that repository, with that commit checked out'
