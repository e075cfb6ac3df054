import type { CommentFacts } from '../../core/exceptions/approval/approval-facts.js'
import type { Comment, CommentDetails as Edits, PullRequest } from '../../github/objects.js'

/**
 * A comment with what GraphQL tells about it. One of which GraphQL tells nothing is gone or hidden from us: it counts as
 * edited, so that it approves nothing and a rejection in it stands.
 */
export function toCommentFacts(
  comment: Comment,
  edits: readonly Edits[],
  pull: PullRequest,
  repository: string | null
): CommentFacts {
  const { id, nodeId, author, appId, body, createdAt, updatedAt, url } = comment
  const edit = edits.find(each => each.nodeId === nodeId)
  const [, path = '', number = '0'] = /\/repos\/([^/]+\/[^/]+)\/issues\/(\d+)$/.exec(comment.issueUrl) ?? []
  const isHere = repository !== null && path.toLowerCase() === repository.toLowerCase()
  return {
    id,
    nodeId,
    user: author,
    viaApp: appId !== null,
    createdAt,
    updatedAt,
    lastEditedAt: edit?.lastEditedAt ?? null,
    includesCreatedEdit: edit?.includesCreatedEdit ?? true,
    editorId: edit?.editorId ?? null,
    minimized: edit?.minimized ?? false,
    body,
    url,
    pullRequest: Number(number),
    repositoryId: isHere ? pull.repositoryId : 0
  }
}
