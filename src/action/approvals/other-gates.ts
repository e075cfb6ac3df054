import { MARKER_START } from '../../core/reports/markdown/comment.js'
import { attempt } from '../../github/http/failure.js'
import type { Comment } from '../../github/objects.js'
import type { GitHub } from '../../github/port.js'

/**
 * Whether another gate answers on the pull request: it has left its comment there, or a check on this head. What cannot
 * be read shows none. It decides nothing but who answers a command about a finding that this gate does not have.
 */
export async function hasOtherGates(
  comments: readonly Comment[],
  own: { readonly checkName: string; readonly marker: string },
  headSha: string,
  github: GitHub
): Promise<boolean> {
  const isOther = ({ author, body }: Comment) =>
    author?.type === 'Bot' && body.startsWith(MARKER_START) && !body.startsWith(own.marker)
  if (comments.some(isOther)) return true
  const names = await attempt(github.gatesOf(headSha))
  return names.ok && names.value.some(name => name !== own.checkName)
}
