import { parentPort } from 'node:worker_threads'
import type { ToWorker } from './checker-messages.ts'
import type { CheckerRun } from './checker-run.ts'
import { startRun } from './checker-run.ts'

/** The thread in which badges are judged: strangers' bytes come in, plain answers go out. */
let run: CheckerRun | undefined

parentPort?.on('message', (asked: ToWorker) => {
  if ('begin' in asked) run = startRun(asked.begin, told => parentPort?.postMessage(told))
  else if ('input' in asked) run?.put(asked.input)
  else run?.drop(asked.drop)
})
parentPort?.postMessage({ ready: true })
