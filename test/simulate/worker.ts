import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deserialize } from 'node:v8'
import type { Mistake } from './mistake.ts'
import type { Prepared } from './prepare.ts'
import { run } from './run.ts'
import { inMemory, onFiles } from './storage.ts'

/** What a worker is given to do: seeds one after the other, each told when it is over. */
export interface Task {
  readonly base: string
  readonly operations: number
  readonly runs: readonly {
    readonly seed: number
    readonly onFiles: boolean
    readonly mistake?: Mistake
  }[]
}

const [taskPath = ''] = process.argv.slice(2)
const task: Task = JSON.parse(readFileSync(taskPath, 'utf8'))
const prepared: Prepared = deserialize(readFileSync(join(task.base, 'prepared')))
const { base, operations } = task
for (const one of task.runs) {
  const storage = one.onFiles ? onFiles : inMemory
  const { mistake } = one
  const folder = join(base, `${one.seed}${one.onFiles ? ' on files' : ''} ${mistake ?? ''}`)
  const ran = await run(prepared, { seed: one.seed, folder, storage, operations, mistake })
  process.stdout.write(
    `${JSON.stringify({ ...ran, counts: [...ran.counts], onFiles: one.onFiles, mistake })}\n`,
  )
}
// What was killed in a run still waits for something that never comes.
process.exit(0)
