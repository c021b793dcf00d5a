import type { PageAsk } from './page.ts'

/**
 * Which computers have read in this life of a district, and since when each has all that there was (epoch ms): since it
 * asked on from the end of what it was told, for only then it had it. Kept while the program runs: forgotten, a refusal is
 * told later than it could be, and nothing else.
 */
export interface Readers {
  has(device: string): boolean
  /** `undefined`: what it does may still rest on what an earlier life told. */
  upToDateSince(device: string): number | undefined
  /** It was answered with a page; `isLast`: of its pull. */
  note(ask: Pick<PageAsk, 'device' | 'cursor' | 'now'>, isLast: boolean): void
  /** Another life has begun. */
  clear(): void
}

/** Nobody has read yet. */
export function noReaders(): Readers {
  const readers = new Map<string, 'reads' | 'was told all' | number>()
  return {
    has: device => readers.has(device),
    upToDateSince(device) {
      const reader = readers.get(device)
      return typeof reader === 'number' ? reader : undefined
    },
    note({ device, cursor, now }, isLast) {
      const before = readers.get(device) ?? 'reads'
      if (typeof before === 'number') return
      // One that begins anew has lost what it was told.
      if (before === 'was told all' && cursor !== '') readers.set(device, now)
      else readers.set(device, isLast ? 'was told all' : 'reads')
    },
    clear: () => readers.clear(),
  }
}
