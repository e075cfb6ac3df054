import { afterEach, expect } from '@jest/globals'
import { type ConnectOptions, connectGitHub } from '../../src/github/connect.js'
import { GitHubError } from '../../src/github/http/failure.js'
import type { GitHub } from '../../src/github/port.js'
import { type FakeClock, fakeClock } from '../fake-github/clock.js'
import { type FakeGitHub, type FakeOptions, startFakeGitHub } from '../fake-github/server.js'
import { type FakeRepository, type FakeState, fakeState, ORG_TOKEN, repository, TOKEN } from '../fake-github/state.js'

export interface World {
  readonly fake: FakeGitHub
  readonly clock: FakeClock
  readonly github: GitHub
  /** The repository as the stand-in holds it now. */
  readonly repository: FakeRepository
  /** `POST /repos/acme/pay/check-runs` of every call so far, and forgets them. */
  written(): readonly string[]
  /** Calls of that method so far. */
  count(method: string, path: RegExp): number
}

const running: FakeGitHub[] = []

afterEach(async () => {
  const violations = running.flatMap(fake => fake.violations)
  await Promise.all(running.splice(0).map(fake => fake.close()))
  // Whatever a test is about, no request and no answer may break GitHub's own description.
  expect(violations).toEqual([])
})

/** A stand-in with one repository, and the port connected to it. */
export async function world(
  overrides: Partial<FakeRepository> = {},
  options: Partial<ConnectOptions> & FakeOptions & { readonly state?: Partial<FakeState> } = {}
): Promise<World> {
  const state = fakeState({ repositories: [repository(overrides)], ...options.state })
  const fake = await startFakeGitHub(state, options)
  running.push(fake)
  const clock = fakeClock()
  fake.onStall(clock.expire)
  return { fake, clock, github: connect(fake, clock, options), ...views(fake) }
}

/** Another run of the program against the same GitHub. */
export function connect(fake: FakeGitHub, clock: FakeClock, options: Partial<ConnectOptions> = {}): GitHub {
  return connectGitHub({
    token: TOKEN,
    orgToken: ORG_TOKEN,
    repository: 'acme/pay',
    apiUrl: fake.url,
    graphqlUrl: fake.graphqlUrl,
    budget: 300_000,
    clock,
    ...options
  })
}

function views(fake: FakeGitHub): Pick<World, 'repository' | 'written' | 'count'> {
  let seen = 0
  const [first] = fake.state.repositories
  if (first === undefined) throw new Error('the stand-in has no repository')
  return {
    repository: first,
    written: () => {
      const fresh = fake.calls.slice(seen)
      seen = fake.calls.length
      const isQuery = (body: unknown) => JSON.stringify(body ?? '').includes('mutation') === false
      return fresh
        .filter(({ method, path, body }) => method !== 'GET' && !(path.endsWith('/graphql') && isQuery(body)))
        .map(({ method, path }) => `${method} ${path.replace('/repos/acme/pay', '')}`)
    },
    count: (method, path) => fake.calls.filter(call => call.method === method && path.test(call.path)).length
  }
}

/** The GitHubError of a call that must fail. */
export async function failureOf(call: Promise<unknown>): Promise<GitHubError> {
  const outcome = await call.then(
    value => value,
    (error: unknown) => error
  )
  if (!(outcome instanceof GitHubError)) throw new Error(`expected a GitHubError, got ${JSON.stringify(outcome)}`)
  return outcome
}
