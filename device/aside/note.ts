import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { flushFolder } from '../../db/open/flush.ts'

/** What is written beside a place that was put aside. Of one behind a lock nothing is written that the lock hides. */
export const noteSchema = z.object({
  /** When it was put aside (epoch ms). */
  at: z.number(),
  name: z.string().optional(),
  district: z.string().optional(),
  /** Nobody had begun in it. */
  isNobodys: z.boolean().optional(),
})
export type Note = z.infer<typeof noteSchema>

const noteIn = (folder: string): string => join(folder, 'put-aside.json')

/** What stands in a folder; `undefined` where nothing does that can be read. */
export function readNote(folder: string): Note | undefined {
  return readJson(noteIn(folder), noteSchema)
}

export const writeNote = (folder: string, note: Note): void =>
  writeJson(folder, noteIn(folder), note)

export const removeNote = (folder: string): void => rmSync(noteIn(folder), { force: true })

/** A small file as a schema wants it; `undefined` where there is none, or something else stands there. */
export function readJson<T>(path: string, schema: z.ZodType<T>): T | undefined {
  if (!existsSync(path)) return undefined
  try {
    return schema.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** A small file in a folder, whole or not there, and on disk when it returns. */
export function writeJson(folder: string, path: string, value: object): void {
  const unfinished = `${path}.unfinished`
  writeFileSync(unfinished, JSON.stringify(value), { mode: 0o600, flush: true })
  renameSync(unfinished, path)
  flushFolder(folder)
}
