import Database from 'better-sqlite3'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

/** A build takes seconds; who waits longer for another's (ms) is told that it is locked. */
const waitMostMs = 180_000

/**
 * Does work in a folder of what is built while no other program does: who starts twice at once waits for the first one's
 * build and then finds it. The system ends the hold however a program ends. Throws where another one never gets done.
 */
export async function buildingAlone(folder: string, work: () => Promise<void>): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const hold = new Database(join(folder, 'building.db'), { timeout: waitMostMs })
  try {
    hold.exec('begin exclusive')
    await work()
  } finally {
    hold.close()
  }
}
