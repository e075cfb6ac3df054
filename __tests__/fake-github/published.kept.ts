import { buildSchema, type DocumentNode, type GraphQLSchema, parse, validate } from 'graphql'
import { loadOpenApi, type OpenApi } from './openapi.js'
import { packageFile } from './package-file.js'

// What GitHub publishes of itself, read and compiled when it is first asked for. It stays for all files of tests that
// follow in the same process (`.kept`): it says the same to each, and to compile it takes a second.

let description: OpenApi | null = null

/** The description of its REST API. */
export function openApi(): OpenApi {
  description ??= loadOpenApi()
  return description
}

let built: GraphQLSchema | null = null

/** Two thirds of the schema are descriptions. */
const DESCRIPTIONS = /^\s*"""[\s\S]*?"""\n/gm

export function graphqlSchema(): GraphQLSchema {
  const text = () => packageFile('@octokit/graphql-schema/schema.graphql').replaceAll(DESCRIPTIONS, '')
  built ??= buildSchema(text(), { assumeValid: true, noLocation: true })
  return built
}

export interface CheckedQuery {
  readonly document: DocumentNode
  readonly problems: readonly string[]
}

const queries = new Map<string, CheckedQuery>()

/** A query, checked against the schema: there are a handful, and to check one takes longer than to answer it. */
export function checkedQuery(text: string): CheckedQuery {
  const known = queries.get(text)
  if (known !== undefined) return known
  const document = parse(text)
  const problems = validate(graphqlSchema(), document).map(({ message }) => `GraphQL: ${message}`)
  queries.set(text, { document, problems })
  return { document, problems }
}
