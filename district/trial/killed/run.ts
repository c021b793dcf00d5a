import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { trialDatabase } from '../trial-database.ts'
import { holdsAll } from './checks.ts'
import type { Killed } from './kills.ts'
import { killing } from './kills.ts'
import { claiming, keepingFiles, looking, nothingAnswered, typing } from './lives.ts'
import { worldOf } from './world.ts'

/** What a run came to. */
export interface Ran {
  readonly killed: Killed
  readonly goals: number
  readonly strokes: number
  readonly files: number
  readonly badges: number
}

/**
 * Kills district and laptop again and again, by a seed, while people type, keep files and hand claims over; then waits
 * until all is quiet, and looks at everything. Throws where a promise did not hold.
 */
export async function killedAgainAndAgain(seed: number, kills: number): Promise<Ran> {
  const folder = mkdtempSync(join(tmpdir(), 'meritfolio-killed-'))
  const world = await worldOf({ folder, seed, databaseUrl: await trialDatabase() })
  const answered = nothingAnswered()
  const stop = new AbortController()
  let failed: unknown
  const lives = [typing, keepingFiles, claiming, looking].map(live =>
    live(world, answered, stop.signal).catch((error: unknown) => {
      failed ??= error
    }),
  )
  try {
    const killed = await killing(world, kills, new Set(), () => failed !== undefined)
    stop.abort()
    await Promise.all(lives)
    if (failed !== undefined) throw failed
    await holdsAll(world, answered)
    const { goals, files, wholes } = answered
    return {
      killed,
      goals: goals.length,
      strokes: goals.reduce((sum, { text }) => sum + text.split(' ').length - 1, 0),
      files: files.length,
      badges: wholes.length,
    }
  } finally {
    stop.abort()
    await world.laptop.kill()
    await world.district.kill()
    await Promise.all(lives)
    rmSync(folder, { recursive: true, force: true })
  }
}
