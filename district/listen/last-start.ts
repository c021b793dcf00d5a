import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { writeWhole } from '../keys/secret-file.ts'

const lastStartSchema = z.object({
  /** Epoch ms. */
  at: z.number(),
  listensAt: z.string(),
  publicUrl: z.string().nullable(),
  isBehindProxy: z.boolean(),
})

/** How a district was started last: what its commands look at when they are asked what is wrong with it. */
export type LastStart = z.infer<typeof lastStartSchema>

const fileIn = (dataFolder: string): string => join(dataFolder, 'last-start.json')

/** Keeps it, complete or not at all. */
export const keepLastStart = (dataFolder: string, start: LastStart): void =>
  writeWhole(fileIn(dataFolder), `${JSON.stringify(start)}\n`)

/** Reads it; `undefined` where it was not started since there is such a note, or where that can't be read. */
export function lastStartIn(dataFolder: string): LastStart | undefined {
  const file = fileIn(dataFolder)
  if (!existsSync(file)) return undefined
  try {
    return lastStartSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    // Somebody else's, or of a version to come: as if there was none.
    return undefined
  }
}
