import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deserialize } from 'node:v8'
import type { Mistake } from './mistake.ts'
import type { Prepared } from './prepare.ts'
import { rememberVerified } from './remember-verified.ts'

/** What a worker is given to do: seeds one after the other, each told when it is over. */
export interface Task {
  readonly base: string
  /** No run is begun after this (epoch ms); absent: all are played. */
  readonly until?: number | undefined
  readonly operations: number
  readonly runs: readonly {
    readonly seed: number
    readonly onFiles: boolean
    readonly mistake?: Mistake
    /** Plays what has to happen for this mistake to be seen, with it or without. */
    readonly directed?: Mistake
  }[]
}

// What a run plays is loaded after that.
rememberVerified()
const { run } = await import('./run.ts')
const { inMemory, onFiles } = await import('./storage.ts')

const [taskPath = ''] = process.argv.slice(2)
const task: Task = JSON.parse(readFileSync(taskPath, 'utf8'))
const prepared: Prepared = deserialize(readFileSync(join(task.base, 'prepared')))
const { base, operations } = task
for (const one of task.runs) {
  if (Date.now() > (task.until ?? Number.POSITIVE_INFINITY)) break
  const storage = one.onFiles ? onFiles : inMemory
  const { mistake, directed } = one
  const folder = join(
    base,
    `${one.seed}${one.onFiles ? ' on files' : ''} ${mistake ?? ''} ${directed ?? ''}`,
  )
  const asked = { seed: one.seed, folder, storage, operations, mistake, directed }
  const ran = await run(prepared, asked)
  process.stdout.write(
    `${JSON.stringify({ ...ran, counts: [...ran.counts], onFiles: one.onFiles, mistake, directed })}\n`,
  )
}
// What was killed in a run still waits for something that never comes.
process.exit(0)
