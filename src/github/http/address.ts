import { GitHubError } from './failure.js'

/** A repository by its owner and name. */
export interface RepositoryName {
  readonly owner: string
  readonly name: string
}

/**
 * A path of the API with every value escaped as one segment. `.` and `..` are refused: an address is normalised before
 * it is sent, so they would reach another endpoint than the one written here.
 */
export function address(parts: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  return parts.reduce((url, part, index) => url + segment(values[index - 1] ?? '') + part)
}

/** `/repos/{owner}/{name}` */
export const repositoryAddress = ({ owner, name }: RepositoryName): string => address`/repos/${owner}/${name}`

/** A path in a repository as part of an address: `/` stays, everything else is escaped. */
export const pathAddress = (path: string): string => path.split('/').map(segment).join('/')

function segment(value: string | number): string {
  const text = String(value)
  if (text === '' || text === '.' || text === '..') {
    throw new GitHubError(`GitHub: "${text}" cannot be part of an address`, { kind: 'invalid' }, null)
  }
  return encodeURIComponent(text)
}

/** `owner/name` as a repository, null for anything else. */
export function parseRepository(text: string | null | undefined): RepositoryName | null {
  const match = /^([\w.-]+)\/([\w.-]+)$/.exec(text ?? '')
  return match?.[1] !== undefined && match[2] !== undefined ? { owner: match[1], name: match[2] } : null
}
