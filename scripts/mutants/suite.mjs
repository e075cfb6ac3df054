// As much of Jest as the tests of the core need: they are registered, run one after the other, and the first that fails
// ends it. `expect` and `each` are Jest's own. Snapshots pass, whatever they hold: no mutant is killed by one.
import { jestExpect } from '@jest/expect'
import { bind } from 'jest-each'

let current = null

/** Registers what `load` declares: the tests with the steps before and after them, in their order. */
export async function collect(load) {
  const root = block(null)
  current = root
  await load()
  current = null
  return { root, tests: root.tests }
}

/** Runs the tests of one file that are `wanted`, by number. `enter` is told of each. Throws what the first one threw. */
export async function run({ tests, root }, wanted, enter) {
  for (const step of root.before) await step()
  try {
    for (const number of wanted) {
      const { body, each, after } = tests[number]
      enter(number)
      try {
        for (const step of each) await step()
        await body()
      } finally {
        for (const step of after) await step()
      }
    }
  } finally {
    enter(null)
    for (const step of root.after) await step()
  }
}

const block = parent => ({ parent, tests: [], before: [], each: [], after: [], afterEach: [] })

const eachOf = ({ parent, each }) => [...(parent ? eachOf(parent) : []), ...each]
const afterOf = ({ parent, afterEach }) => [...afterEach, ...(parent ? afterOf(parent) : [])]

const test = (name, body) => root().tests.push({ name, body, each: eachOf(current), after: afterOf(current) })
const describe = (_, body) => {
  const outer = current
  current = block(outer)
  body()
  const { before, after } = current
  root().before.push(...before)
  root().after.unshift(...after)
  current = outer
}
const root = () => {
  let at = current
  while (at.parent) at = at.parent
  return at
}
const nothing = Object.assign(() => undefined, { each: () => () => undefined })
const withEach = register => Object.assign(register, { each: bind(register, false), skip: nothing })

jestExpect.extend({
  toMatchSnapshot: () => ({ pass: true, message: () => '' }),
  toMatchInlineSnapshot: () => ({ pass: true, message: () => '' })
})

/** What stands for `@jest/globals`. */
export const globals = {
  expect: jestExpect,
  test: withEach(test),
  it: withEach(test),
  describe: withEach(describe),
  beforeAll: step => current.before.push(step),
  afterAll: step => current.after.unshift(step),
  beforeEach: step => current.each.push(step),
  afterEach: step => current.afterEach.unshift(step)
}
