import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { serialize } from 'node:v8'
import { kept, workedWorld } from './prepare.ts'
import type { ToldRun } from './told.ts'
import { toldRun } from './told.ts'
import type { Task } from './worker.ts'

const worker = fileURLToPath(new URL('worker.ts', import.meta.url))
/** Two cores are what most machines have that run this. */
const workersMost = 2

/** Memory as a disk where there is one: what is tried is not how fast a disk is. */
const memoryFolder = '/dev/shm'

/** A folder that all runs have in common, with the world from which they begin; gone after `end`. */
export interface Stage {
  readonly base: string
  end(): void
}

/** Makes the world from which all runs begin. */
export async function stage(): Promise<Stage> {
  const base = mkdtempSync(
    join(existsSync(memoryFolder) ? memoryFolder : tmpdir(), 'meritfolio-simulate-'),
  )
  const end = () => rmSync(base, { recursive: true, force: true })
  process.once('exit', end)
  const folder = join(base, 'begun')
  mkdirSync(folder)
  const prepared = kept(await workedWorld(folder))
  writeFileSync(join(base, 'prepared'), serialize(prepared))
  return { base, end }
}

/** Plays runs in processes beside each other, and tells of each when it is over. */
export async function play(
  { runs, ...task }: Task,
  onRun: (ran: ToldRun) => void,
): Promise<{ readonly failed: boolean }> {
  const workers = Math.min(workersMost, runs.length)
  const codes = await Promise.all(
    Array.from({ length: workers }, (_, at) => {
      const own = { ...task, runs: runs.filter((_run, n) => n % workers === at) }
      const path = join(task.base, `task ${at}.json`)
      writeFileSync(path, JSON.stringify(own))
      return working(path, onRun)
    }),
  )
  return { failed: codes.some(code => code !== 0) }
}

function working(path: string, onRun: (ran: ToldRun) => void): Promise<number | null> {
  const child = spawn(process.execPath, [worker, path], { stdio: ['ignore', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })
  lines.on('line', line => onRun(toldRun.parse(JSON.parse(line))))
  return new Promise(resolve => child.once('close', resolve))
}
