import { afterAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { triesOf } from '../../thorough.js'
import { FAILED_ONCE } from './failed-once.js'
import { diceOf, expectHeld } from './held.js'
import { Place } from './judged.js'
import { LAWS } from './laws.js'
import { world } from './world.js'

const place = new Place()
afterAll(() => place.remove())

test('more to fear, or less to go by, makes nothing milder; another order or spelling changes nothing', async () => {
  const tried = new Map(LAWS.map(({ name }) => [name, 0]))
  const worlds = triesOf(800)
  await fc.assert(
    fc.asyncProperty(world, fc.noShrink(fc.nat(2 ** 31)), async (given, seed) => {
      const before = await place.judge(given)
      if (before === null) return
      for (const law of LAWS) {
        const changed = law.change(given, diceOf(seed))
        if (changed === null) continue
        const after = await place.judge(changed)
        if (after === null) continue
        tried.set(law.name, (tried.get(law.name) ?? 0) + 1)
        expectHeld(law, before, after)
      }
    }),
    { numRuns: worlds, examples: FAILED_ONCE }
  )
  for (const [name, times] of tried) expect([name, times > worlds / 20]).toEqual([name, true])
})
