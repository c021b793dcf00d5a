import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { personRoles } from '../../core/person/record.ts'
import { DoorRefusal } from '../door/refused.ts'

/** How long a demo district may take to make itself the first time (ms). */
const readyMsMax = 60_000

const readySchema = z.object({
  address: z.url(),
  people: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      place: z.string(),
      roles: z.array(z.enum(personRoles)),
      /** An invitation of this start. */
      code: z.string(),
    }),
  ),
})
export type DemoDistrictReady = z.infer<typeof readySchema>

export interface DemoDistrict extends DemoDistrictReady {
  close(): Promise<void>
}

/**
 * Starts a real district record of the demo as a process of its own, which ends with this one. Throws `demo_failed`
 * where it doesn't get ready.
 */
export function startDemoDistrict(
  folder: string,
  program = districtProgram(),
): Promise<DemoDistrict> {
  const args = ['--demo', '--data', folder, '--port', '0', '--parent']
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  // What it tells its operator goes into a file: nobody reads it beside the demo.
  const log = openSync(join(folder, 'district.log'), 'a', 0o600)
  const child = spawn(process.execPath, [...process.execArgv, program, ...args], {
    stdio: ['pipe', 'pipe', log],
  })
  closeSync(log)
  return new Promise((resolve, reject) => {
    const fail = () => {
      clearTimeout(timer)
      child.kill()
      reject(new DoorRefusal('demo_failed'))
    }
    const timer = setTimeout(fail, readyMsMax)
    child.once('error', fail)
    child.once('exit', fail)
    if (child.stdout === null) return fail()
    createInterface({ input: child.stdout }).on('line', line => {
      const ready = readyIn(line)
      if (ready === undefined) return
      clearTimeout(timer)
      child.off('exit', fail)
      resolve({ ...ready, close: () => ended(child) })
    })
  })
}

/** The district's program: beside this room in the sources; in a bundle one or two folders up, as it was cut. */
const districtProgram = (): string => {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  const places = [`../../district/start.${extension}`, `../district/start.${extension}`]
  const paths = places.map(place => fileURLToPath(new URL(place, import.meta.url)))
  return paths.find(path => existsSync(path)) ?? ''
}

/** What a district's program says once it answers; `undefined` for any other line. */
export function readyIn(line: string): DemoDistrictReady | undefined {
  if (!line.startsWith('ready ')) return undefined
  const parsed = readySchema.safeParse(JSON.parse(line.slice('ready '.length)))
  return parsed.success ? parsed.data : undefined
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise(resolve => {
    // One that a signal ended has no exit code.
    if (child.exitCode !== null || child.signalCode !== null) return resolve()
    child.once('exit', () => resolve())
    // It ends when its parent's line does.
    child.stdin?.end()
  })
}
