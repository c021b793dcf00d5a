import { metasOf, setMeta } from '../meta/meta.ts'
import type { Steps } from '../sql/steps.ts'
import { query } from '../sql/steps.ts'
import type { PageAsk } from './page.ts'

/**
 * Which computers have read in this life of a district, and since when each has all that there was (epoch ms): since it
 * asked on from the end of what it was told, for only then it had it. Where that is forgotten, a refusal is told later than
 * it could be, and nothing else.
 */
export interface Readers {
  has(device: string): boolean
  /** `undefined`: what it does may still rest on what an earlier life told. */
  upToDateSince(device: string): number | undefined
  /** It was answered with a page; `isLast`: of its pull. Returns whether it has all of it since this very question. */
  note(ask: Pick<PageAsk, 'device' | 'cursor' | 'now'>, isLast: boolean): boolean
  /** Another life has begun. */
  clear(): void
}

const beginning = 'reader:'

/** As they are known in the database. */
export function* readersOf(): Steps<Readers> {
  const readers = new Map<string, 'reads' | 'was told all' | number>()
  for (const [name, since] of yield* metasOf(beginning))
    readers.set(name.slice(beginning.length), Number(since))
  return {
    has: device => readers.has(device),
    upToDateSince(device) {
      const reader = readers.get(device)
      return typeof reader === 'number' ? reader : undefined
    },
    note({ device, cursor, now }, isLast) {
      const before = readers.get(device) ?? 'reads'
      if (typeof before === 'number') return false
      // One that begins anew has lost what it was told.
      const hasAll = before === 'was told all' && cursor !== ''
      readers.set(device, hasAll ? now : isLast ? 'was told all' : 'reads')
      return hasAll
    },
    clear: () => readers.clear(),
  }
}

/** Keeps, for the next start, since when a computer has all of this life. */
export const keepReader = (device: string, since: number): Steps<void> =>
  setMeta(`${beginning}${device}`, String(since))

/** Another life begins, and nobody has read in it. */
export function* forgetReaders(): Steps<void> {
  yield* query('delete from meta where name like ?', `${beginning}%`)
}
