// Threads that are given one task after the other. One that hangs or dies is ended, and another takes its place.
import { Worker } from 'node:worker_threads'

const worker = data =>
  new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./worker.mjs', import.meta.url), {
      workerData: data,
      // What a mutant prints is nobody's business, and one that fills the memory must not take the others with it.
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: 1500 }
    })
    thread.stdout.resume()
    thread.stderr.resume()
    thread.once('message', () => resolve(thread))
    thread.once('error', reject)
  })

/** What one task came to: its answer, `{ hung: true }` where it took more than `ms`, `{ died }` where the thread did. */
function answer(thread, task, ms) {
  return new Promise(resolve => {
    const end = value => {
      clearTimeout(timer)
      thread.off('message', onMessage).off('error', onError)
      resolve(value)
    }
    const onMessage = ({ done, failed }) => end(failed === undefined ? { done } : { failed })
    const onError = error => end({ died: String(error) })
    const timer = setTimeout(() => end({ hung: true }), ms)
    thread.on('message', onMessage).on('error', onError)
    thread.postMessage(task)
  })
}

/** Does all `tasks` in `count` threads, and tells `each(task, answer)`. */
export async function pool(count, data, tasks, msOf, each) {
  const left = [...tasks].reverse()
  const work = async () => {
    let thread = null
    for (let task = left.pop(); task; task = left.pop()) {
      thread ??= await worker(data)
      const came = await answer(thread, task, msOf(task))
      if (came.hung || came.died) {
        await thread.terminate()
        thread = null
      }
      each(task, came)
    }
    await thread?.terminate()
  }
  await Promise.all(Array.from({ length: count }, work))
}
