import { createHash } from 'node:crypto'
import type { Hash } from 'node:crypto'

/** Uploads whose hash is in the making; one that falls out is hashed from the disk when it is whole. */
const hashesMax = 1_000

/** Hashes of uploads that come in several parts, so that a film need not be read again once it is there. */
export interface Hashes {
  /**
   * The hash of the first `at` bytes of an upload, to be told what follows; `undefined` where not all of them came past
   * here. Nobody else has it until it is given back.
   */
  take(id: string, at: number): Hash | undefined
  /** Gives it back, after so many bytes. */
  keep(id: string, hash: Hash | undefined, at: number): void
  forget(id: string): void
}

/** Nothing has come yet. */
export function noHashes(): Hashes {
  const kept = new Map<string, { readonly hash: Hash; readonly at: number }>()
  return {
    take(id, at) {
      const known = kept.get(id)
      kept.delete(id)
      if (at === 0) return createHash('sha256')
      return known?.at === at ? known.hash : undefined
    },
    keep(id, hash, at) {
      if (hash === undefined) return
      kept.set(id, { hash, at })
      const [oldest] = kept.keys()
      if (kept.size > hashesMax && oldest !== undefined) kept.delete(oldest)
    },
    forget: id => void kept.delete(id),
  }
}
