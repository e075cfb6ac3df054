// The environment of each file of tests: Node's, without what Jest leaves behind. For every file jest-circus makes an
// AsyncLocalStorage and never disables it; Node up to 22 then passes all of them on at every promise, so that the
// hundredth file of a worker runs its promises at half the speed.
import { AsyncLocalStorage } from 'node:async_hooks'
import { TestEnvironment } from 'jest-environment-node'

const entered = new Set()
const { run } = AsyncLocalStorage.prototype
AsyncLocalStorage.prototype.run = function (...args) {
  entered.add(this)
  return run.apply(this, args)
}

export default class CleanEnvironment extends TestEnvironment {
  async teardown() {
    await super.teardown()
    for (const storage of entered) storage.disable()
    entered.clear()
  }
}
