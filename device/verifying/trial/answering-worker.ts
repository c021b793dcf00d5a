import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * A worker that checks nothing and answers every input after `eachMs`, each batch in the order it came; the group of an
 * answer begins with the number of answers before it. Quick: what is tried is what stands round it.
 */
export function answeringWorker(folder: string, eachMs = 0): URL {
  const path = join(folder, 'answering.mjs')
  writeFileSync(
    path,
    `import { parentPort } from 'node:worker_threads'
     import { setTimeout as wait } from 'node:timers/promises'
     let waiting = []
     let isRunning = false
     let count = 0
     const run = async () => {
       if (isRunning) return
       isRunning = true
       for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
         if (${eachMs} > 0) await wait(${eachMs})
         const knowledge = { digest: 'd', said: '{}' }
         const grp = '4'
         const summary = JSON.stringify({ at: count++ })
         const packed = new Uint8Array(1)
         const answer = { place: 4, grp, summary, packed, checkedAt: 0, knowledge }
         parentPort.postMessage({ id: next.id, answer, lists: [] })
       }
       isRunning = false
     }
     parentPort.on('message', told => {
       if ('begin' in told) parentPort.postMessage({ id: 'begun', answer: 'dropped', lists: [['begun', 1]] })
       if ('input' in told) waiting.push(told.input)
       if ('drop' in told) waiting = waiting.filter(({ batch }) => batch !== told.drop)
       void run()
     })
     parentPort.postMessage({ ready: true })`,
  )
  return pathToFileURL(path)
}
