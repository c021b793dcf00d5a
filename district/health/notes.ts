import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { giveToOwner } from '../backup/give-to-owner.ts'
import { writeWhole } from '../keys/secret-file.ts'

/** What a command notes for Record health: when, and what was wrong with it. */
const noteSchema = z.object({
  /** Epoch ms. */
  at: z.number(),
  faults: z.int().min(0),
})
export type HealthNote = z.infer<typeof noteSchema>

/** A copy was made · one was brought back to try it · the log was verified. Names of files: never renamed. */
export const noted = ['backup', 'drill', 'audit'] as const
export type Noted = (typeof noted)[number]

const fileIn = (dataFolder: string, what: Noted): string =>
  join(dataFolder, 'health', `${what}.json`)

/**
 * Notes what a command came to, where the running district finds it. Nothing where this user may not write to the folder:
 * what was done is done all the same.
 */
export function noteHealth(dataFolder: string, what: Noted, note: HealthNote): void {
  if (!existsSync(dataFolder)) return
  try {
    mkdirSync(join(dataFolder, 'health'), { recursive: true, mode: 0o700 })
    writeWhole(fileIn(dataFolder, what), `${JSON.stringify(note)}\n`)
    giveToOwner(dataFolder, ['health'])
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
  }
}

/** What was noted last; `undefined` where nothing was, or where it can't be read. */
export function healthNote(dataFolder: string, what: Noted): HealthNote | undefined {
  const file = fileIn(dataFolder, what)
  if (!existsSync(file)) return undefined
  try {
    return noteSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    // Damaged, or of a version to come: as if nothing had been noted.
    return undefined
  }
}
