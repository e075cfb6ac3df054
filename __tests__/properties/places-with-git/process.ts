import { connectGitHub } from '../../../src/github/connect.js'
import type { GitHub } from '../../../src/github/port.js'
import { fakeClock } from '../../fake-github/clock.js'
import { TOKEN } from '../../fake-github/state.js'
import type { AskedFor } from './apart.js'
import { checkOutAll } from './checkout.js'
import { scannedOf, type Trial, tryStory } from './trial.js'

const AT_ONCE = 3

async function trialsOf({ directory, tasks }: AskedFor): Promise<readonly Trial[]> {
  const trials: Trial[] = []
  const { places, clean } = checkOutAll(
    directory,
    tasks.map(task => ({ made: scannedOf(task), clone: task.setting.clone }))
  )
  const waiting = tasks.flatMap((task, index) => {
    const place = places[index]
    return place === undefined ? [] : [{ task, place }]
  })
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const { task, place } = next
      trials.push(await tryStory(task, place, task.api === null ? null : connected(task.api)))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  clean()
  return trials
}

const connected = ({ url, graphqlUrl }: { readonly url: string; readonly graphqlUrl: string }): GitHub =>
  connectGitHub({
    ...{ token: TOKEN, orgToken: TOKEN, repository: 'acme/pay', budget: 300_000, clock: fakeClock() },
    ...{ apiUrl: url, graphqlUrl }
  })

const parts: Buffer[] = []
for await (const part of process.stdin) parts.push(part)
process.stdout.write(JSON.stringify(await trialsOf(JSON.parse(Buffer.concat(parts).toString('utf8')))))
