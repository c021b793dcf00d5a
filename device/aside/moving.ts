import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { flushFolder } from '../../db/open/flush.ts'
import { noteSchema, readJson, removeNote, writeJson, writeNote } from './note.ts'
import { ownNamesIn } from './own-names.ts'

/** A name that a place is put aside under: a date, and a number where there is more than one of a day. */
export const asideName = /^\d{4}-\d{2}-\d{2}(?:-\d{1,3})?$/

/**
 * A place that leaves a data folder, and one that comes in its stead where there is one. Everything goes by another name
 * alone: what may be many gigabytes is never copied, and nothing is removed.
 */
const movingSchema = z.object({
  /** Where what is there goes. */
  to: z.string().regex(asideName),
  note: noteSchema,
  /** Where comes from what takes its place; absent: a new one begins. */
  from: z.string().regex(asideName).optional(),
  /** `out` until all of the first has left; only then the other comes `in`. */
  step: z.enum(['out', 'in']),
})
export type Moving = Omit<z.infer<typeof movingSchema>, 'step'>

/** Where places lie that were put aside. */
export const asideIn = (folder: string): string => join(folder, 'put-aside')

const markIn = (folder: string): string => join(folder, 'moving.json')

/** Whether a place is between two folders: nothing may be opened before that is over. */
export const isMoving = (folder: string): boolean => existsSync(markIn(folder))

/** Writes down what is to be done, whole, before anything is touched; from then on it is finished, or taken back. */
export function beginMoving(folder: string, moving: Moving): void {
  mkdirSync(asideIn(folder), { recursive: true, mode: 0o700 })
  mark(folder, { ...moving, step: 'out' })
}

/** Does what is written down, from wherever a program that ended had come to; nothing where nothing is. */
export function finishMoving(folder: string): void {
  const moving = readMoving(folder)
  if (moving === undefined) return
  const to = join(asideIn(folder), moving.to)
  if (moving.step === 'out') {
    mkdirSync(to, { recursive: true, mode: 0o700 })
    writeNote(to, moving.note)
    moveOwn(folder, to)
    if (moving.from !== undefined) mark(folder, { ...moving, step: 'in' })
  }
  if (moving.from !== undefined) {
    const from = join(asideIn(folder), moving.from)
    if (existsSync(from)) {
      moveOwn(from, folder)
      removeEmptied(from)
    }
  }
  flushFolder(asideIn(folder))
  unmark(folder)
}

/** Takes back what is written down: everything is where it was. */
export function takeBackMoving(folder: string): void {
  const moving = readMoving(folder)
  if (moving === undefined) return
  const { from, ...rest } = moving
  if (moving.step === 'in' && from !== undefined) {
    moveOwn(folder, join(asideIn(folder), from))
    mark(folder, { ...rest, from, step: 'out' })
  }
  const to = join(asideIn(folder), moving.to)
  if (existsSync(to)) {
    moveOwn(to, folder)
    removeEmptied(to)
  }
  unmark(folder)
}

type Marked = z.infer<typeof movingSchema>

function mark(folder: string, moving: Marked): void {
  writeJson(folder, markIn(folder), moving)
}

function unmark(folder: string): void {
  rmSync(markIn(folder), { force: true })
  flushFolder(folder)
}

function readMoving(folder: string): Marked | undefined {
  if (!isMoving(folder)) return undefined
  const moving = readJson(markIn(folder), movingSchema)
  // Guessing what goes where could mix two people's things.
  if (moving === undefined) throw new Error('what is being moved can’t be read')
  return moving
}

/** Moves what is there by now; what went in an earlier try is there no more. */
function moveOwn(from: string, to: string): void {
  for (const name of ownNamesIn(from)) renameSync(join(from, name), freePath(to, name))
  flushFolder(from)
  flushFolder(to)
}

/** Should something of the name be there, whatever wrote it: neither takes the other's place. */
function freePath(folder: string, name: string): string {
  for (let n = 1; ; n++) {
    const path = join(folder, n === 1 ? name : `${name}-${n}`)
    if (!existsSync(path)) return path
  }
}

/** A folder that a place has left; whatever somebody else put there stays. */
function removeEmptied(folder: string): void {
  try {
    removeNote(folder)
    if (readdirSync(folder).length === 0) rmdirSync(folder)
  } catch {
    // Another program is in it, or it leads elsewhere: it stays, and all that was to be moved has left it.
  }
}
