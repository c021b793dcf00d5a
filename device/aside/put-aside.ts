import { existsSync, readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { PutAside } from '../../contract/device/aside.ts'
import { databaseIn } from '../place/records.ts'
import { asideIn, asideName } from './moving.ts'
import type { Note } from './note.ts'
import { readNote } from './note.ts'

/** Places that were put aside in a data folder and can be opened again, the newest first. */
export function putAsideIn(folder: string): readonly PutAside[] {
  const places = asideIn(folder)
  if (statSync(places, { throwIfNoEntry: false })?.isDirectory() !== true) return []
  return readdirSync(places)
    .filter(name => asideName.test(name) && existsSync(databaseIn(join(places, name))))
    .flatMap(name => {
      const path = join(places, name)
      const { isNobodys = false, ...note }: Partial<Note> = readNote(path) ?? {}
      return isNobodys ? [] : [{ id: name, path: resolve(path), ...note }]
    })
    .toSorted((a, b) => (b.at ?? 0) - (a.at ?? 0))
}

/** A name that is free: the day (as this computer has it), with a number from the second on. */
export function freeAsideName(folder: string, now: number): string {
  const day = dayOf(new Date(now))
  const places = asideIn(folder)
  for (let n = 1; ; n++) {
    const name = n === 1 ? day : `${day}-${n}`
    if (!existsSync(join(places, name))) return name
  }
}

const dayOf = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map(part => String(part).padStart(2, '0'))
    .join('-')
