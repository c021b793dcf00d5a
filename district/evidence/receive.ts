import type { Hash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import type { Readable } from 'node:stream'

/** What came and is not written yet (bytes); beyond it the sender waits. */
const heldBytesMax = 1_048_576

interface Receiving {
  /** Where the first byte goes. */
  readonly from: number
  /** The most that may come (bytes). */
  readonly bytesMax: number
  /** Is told every byte in its order. */
  readonly hash: Hash | undefined
  /** Aborted: somebody else goes on with the file, and nothing more of this is taken. */
  readonly cut: AbortSignal
}

/** How a body ended: by itself; its sender went away, or was cut off; it brought more than it may. */
export type Ended = 'whole' | 'cut' | 'more'

/**
 * Writes what comes into a file, hashed while the part before is being written. Whatever the end, all that was taken is
 * in the file once this resolves, and `at` is where the next byte goes. Throws what the disk says; then nobody knows how
 * much of the last parts is there.
 */
export function receive(
  coming: Readable,
  file: FileHandle,
  { from, bytesMax, hash, cut }: Receiving,
): Promise<{ readonly at: number; readonly ended: Ended }> {
  let at = from
  let left = bytesMax
  let held: Buffer[] = []
  let heldBytes = 0
  let ended: Ended | undefined
  let isWriting = false
  return new Promise((resolve, reject) => {
    const quiet = () => {
      coming.off('data', take).off('end', whole).off('error', gone).off('close', gone)
      coming.pause()
      cut.removeEventListener('abort', gone)
    }
    const end = (how: Ended) => {
      if (ended !== undefined) return
      ended = how
      quiet()
      if (!isWriting) void write()
    }
    const whole = () => end('whole')
    const gone = () => end('cut')
    const take = (part: Buffer) => {
      const taken = part.length > left ? part.subarray(0, left) : part
      left -= taken.length
      hash?.update(taken)
      held.push(taken)
      heldBytes += taken.length
      if (taken !== part) return end('more')
      if (heldBytes >= heldBytesMax) coming.pause()
      if (!isWriting) void write()
    }
    const write = async () => {
      isWriting = true
      try {
        while (heldBytes > 0) {
          const [parts, bytes] = [held, heldBytes]
          held = []
          heldBytes = 0
          if (ended === undefined) coming.resume()
          const { bytesWritten } = await file.writev(parts, at)
          at += bytesWritten
          if (bytesWritten !== bytes) throw new Error('a part was not written whole')
        }
        if (ended !== undefined) resolve({ at, ended })
      } catch (error) {
        quiet()
        reject(error)
      }
      isWriting = false
    }
    // One that breaks off may say so once more, when nobody listens any longer.
    coming.on('error', () => undefined)
    coming.on('data', take).on('end', whole).on('error', gone).on('close', gone)
    cut.addEventListener('abort', gone)
    if (coming.destroyed || cut.aborted) gone()
  })
}
