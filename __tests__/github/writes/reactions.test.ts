import { describe, expect, test } from '@jest/globals'
import { ACTIONS_BOT, comment, READ_TOKEN, user } from '../../fake-github/state.js'
import { connect, failureOf, world } from '../harness.js'

describe('reactions', () => {
  test('are ours only, change once, and can be taken back', async () => {
    const { fake, github, clock, repository, written } = await world({ comments: [comment(1, '/gate')] })
    repository.reactions.push({ id: 1, comment: 1, user: user(12, 'bob'), content: '-1' })
    expect(await github.react(1, ['eyes', 'rocket'])).toBe('changed')
    expect(await connect(fake, clock).react(1, ['eyes', 'rocket'])).toBe('unchanged')
    expect(written()).toHaveLength(2)
    expect(await github.react(1, ['eyes', '-1'])).toBe('changed')
    const ours = repository.reactions.filter(({ user: by }) => by.id === ACTIONS_BOT.id)
    expect(ours.map(({ content }) => content).toSorted()).toEqual(['-1', 'eyes'])
    expect(repository.reactions[0]).toMatchObject({ user: { login: 'bob' }, content: '-1' })
  })

  test('need a token that may write', async () => {
    const { github } = await world({ comments: [comment(1, '/gate')] }, { token: READ_TOKEN })
    expect((await failureOf(github.react(1, ['eyes']))).failure.kind).toBe('forbidden')
  })
})
