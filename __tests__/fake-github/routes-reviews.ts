import { parsePatch } from 'diff'
import { commitAt } from './graph.js'
import type { JsonRecord } from './openapi.js'
import { nullableAccount } from './represent.js'
import { type FakeRequest, invalid, nextId, notFound, paged, type Route, string } from './route.js'
import type { FakePull, FakeReviewComment } from './state.js'

const R = '/repos/{owner}/{repo}'
const READ = ['pull_requests:read']
const WRITE = ['pull_requests:write']
const MAX_BODY = 65_536

function pullOf({ repository, parameters }: FakeRequest): FakePull {
  const found = repository.pulls.find(({ number }) => number === Number(parameters.pull_number))
  if (found === undefined) throw notFound()
  return found
}

function commentOf({ repository, parameters }: FakeRequest): FakeReviewComment {
  const found = repository.reviewComments.find(({ id }) => id === Number(parameters.comment_id))
  if (found === undefined) throw notFound()
  return found
}

/** Lines of the head that each hunk shows, with those around the change. */
function hunksOf({ files }: FakePull, path: string): readonly (readonly [number, number])[] {
  const patch = files.find(({ filename }) => filename === path)?.patch
  if (patch === undefined) return []
  const hunks = parsePatch(`--- a\n+++ b\n${patch}\n`)[0]?.hunks ?? []
  return hunks.map(({ newStart, newLines }) => [newStart, newStart + newLines - 1])
}

/** A comment stands on its lines as long as they say the same; where they do not, GitHub names no line any more. */
function isOutdated({ repository }: FakeRequest, { pull, path, commit, line, startLine }: FakeReviewComment): boolean {
  const head = repository.pulls.find(({ number }) => number === pull)?.headSha ?? commit
  const textAt = (sha: string) => {
    const content = commitAt(repository, sha)?.files[path]
    const lines = typeof content === 'string' ? content.split('\n') : []
    return lines.slice((startLine ?? line) - 1, line).join('\n')
  }
  return head !== commit && textAt(head) !== textAt(commit)
}

function reviewCommentJson(request: FakeRequest, comment: FakeReviewComment): JsonRecord {
  const { openapi, repository, url } = request
  const { id, pull, user, body, path, commit, line, startLine, replyTo } = comment
  const {
    in_reply_to_id: _reply,
    position: _position,
    line: _line,
    ...template
  } = openapi.example('pull-request-review-comment')
  const web = `https://github.com/${repository.owner}/${repository.name}/pull/${pull}`
  return {
    ...template,
    id,
    node_id: `PRRC_${id}`,
    url: `${url}/repos/${repository.owner}/${repository.name}/pulls/comments/${id}`,
    html_url: `${web}#discussion_r${id}`,
    user: nullableAccount(openapi, user),
    body,
    path,
    commit_id: commit,
    original_commit_id: commit,
    original_line: line,
    original_start_line: startLine,
    start_line: startLine,
    start_side: startLine === null ? null : 'RIGHT',
    side: 'RIGHT',
    subject_type: 'line',
    ...(isOutdated(request, comment) ? {} : { line, position: 1 }),
    ...(replyTo === null ? {} : { in_reply_to_id: replyTo })
  }
}

function checkBody(body: JsonRecord): string {
  const text = string(body.body)
  if (text.trim() === '') throw invalid('Body cannot be blank')
  if (text.length > MAX_BODY) throw invalid('Body is too long (maximum is 65536 characters)')
  return text
}

function list(request: FakeRequest) {
  const { number } = pullOf(request)
  const own = request.repository.reviewComments.filter(({ pull }) => pull === number)
  return paged(request, own, page => page.map(comment => reviewCommentJson(request, comment)))
}

/** A line has to be in a hunk, and a range in one: GitHub refuses any other, and a range that goes backwards. */
function create(request: FakeRequest) {
  const { state, repository, token, body } = request
  const pull = pullOf(request)
  const text = checkBody(body)
  const [path, commit, line] = [string(body.path), string(body.commit_id), Number(body.line)]
  const startLine = body.start_line === undefined ? null : Number(body.start_line)
  if (!pull.commits.includes(commit)) throw invalid('commit_id is not part of the pull request')
  const hunk = hunksOf(pull, path).find(([from, to]) => from <= line && line <= to)
  if (body.side !== 'RIGHT' || hunk === undefined) throw invalid('line must be part of the diff')
  if (startLine !== null && startLine >= line) throw invalid('start_line must precede the end line')
  if (startLine !== null && startLine < hunk[0]) throw invalid('start_line must be part of the same hunk as the line')
  const made: FakeReviewComment = {
    id: nextId(state),
    pull: pull.number,
    user: token.actor,
    body: text,
    path,
    commit,
    line,
    startLine,
    replyTo: null
  }
  repository.reviewComments.push(made)
  return { status: 201, body: reviewCommentJson(request, made) }
}

function update(request: FakeRequest) {
  const comment = commentOf(request)
  comment.body = checkBody(request.body)
  return { status: 200, body: reviewCommentJson(request, comment) }
}

function remove(request: FakeRequest) {
  const { id } = commentOf(request)
  request.repository.reviewComments = request.repository.reviewComments.filter(comment => comment.id !== id)
  return { status: 204 }
}

export const REVIEW_ROUTES: readonly Route[] = [
  { route: `GET ${R}/pulls/{pull_number}/comments`, needs: READ, handle: list },
  { route: `POST ${R}/pulls/{pull_number}/comments`, needs: WRITE, handle: create },
  { route: `PATCH ${R}/pulls/comments/{comment_id}`, needs: WRITE, handle: update },
  { route: `DELETE ${R}/pulls/comments/{comment_id}`, needs: WRITE, handle: remove }
]
