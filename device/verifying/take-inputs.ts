import { rm } from 'node:fs/promises'
import type { LeftOut, Taken } from '../../contract/device/verifying.ts'
import { verifyingLimits } from '../../contract/device/verifying.ts'
import { openBlob } from '../evidence/blob-reader.ts'
import { beginBlob } from '../evidence/blob-writer.ts'
import { addressesIn, isAddress } from './addresses.ts'
import type { Verifying } from './verifying.ts'
import { isNothing, isZip, zipEntries } from './zip-entries.ts'

/** So many things that were left out are kept and told by name; of all it is told how many. */
export const leftOutKeptMax = 200

/** Takes inputs into a batch, and tells what it left out. */
class Taking {
  readonly #verifying: Verifying
  readonly #batch: string
  #taken = 0
  readonly #left: LeftOut[] = []
  /** Set once the batch is full: nothing more is asked of what comes. */
  isFull = false
  constructor(verifying: Verifying, batch: string) {
    this.#verifying = verifying
    this.#batch = batch
  }
  take(input: { readonly name: string; readonly bytes?: Uint8Array; readonly address?: string }) {
    const max = verifyingLimits.inputsMax
    const n = this.isFull ? undefined : this.#verifying.inputs.add(this.#batch, input, max)
    if (n === undefined) {
      this.isFull = true
      this.leave({ name: input.name, code: 'batch_full', facts: { max } })
      return
    }
    this.#taken += 1
    this.#verifying.nudge()
  }
  leave(left: LeftOut) {
    const { name, code, facts } = left
    const kept = { name, code, facts: JSON.stringify(facts) }
    this.#verifying.batches.leaveOut(this.#batch, kept, leftOutKeptMax)
    if (this.#left.length < leftOutKeptMax) this.#left.push(left)
  }
  done(): Taken {
    return { taken: this.#taken, leftOut: this.#left }
  }
}

/**
 * Takes in one file as it comes: a zip is kept beside while it is read, a list is read, anything else is one input.
 * Memory never holds more than one badge of it.
 */
export async function takeFileIn(
  verifying: Verifying,
  batch: string,
  name: string,
  body: AsyncIterable<Uint8Array>,
): Promise<Taken> {
  const taking = new Taking(verifying, batch)
  if (isNothing(name)) {
    await drained(body[Symbol.asyncIterator]())
    return taking.done()
  }
  const parts = body[Symbol.asyncIterator]()
  const begun = await beginning(parts)
  if (begun.byteLength === 0) taking.leave({ name, code: 'file_empty', facts: {} })
  else if (isZip(begun)) await takeZip(verifying, taking, name, begun, parts)
  else await takeOne(taking, name, begun, parts)
  return taking.done()
}

/** Takes in what was pasted: addresses, one a line, or one badge. */
export function takeText(verifying: Verifying, batch: string, text: string): Taken {
  const taking = new Taking(verifying, batch)
  const trimmed = text.trim()
  if (trimmed === '') return taking.done()
  if (isAddress(trimmed.split(/\s/, 1)[0] ?? '')) takeAddresses(taking, '', trimmed)
  else taking.take({ name: '', bytes: new TextEncoder().encode(trimmed) })
  return taking.done()
}

function takeAddresses(taking: Taking, name: string, text: string): void {
  for (const line of addressesIn(text)) {
    if ('address' in line) taking.take({ name: line.address, address: line.address })
    else taking.leave({ name, code: 'not_an_address', facts: { line: line.noneIn } })
  }
}

async function takeOne(
  taking: Taking,
  name: string,
  begun: Uint8Array,
  parts: AsyncIterator<Uint8Array>,
): Promise<void> {
  const isList = /\.csv$/i.test(name)
  const bytesMax = isList ? verifyingLimits.csvBytesMax : verifyingLimits.badgeBytesMax
  const held = [begun]
  let sizeBytes = begun.byteLength
  for (let next = await parts.next(); next.done !== true; next = await parts.next()) {
    sizeBytes += next.value.byteLength
    if (sizeBytes > bytesMax) {
      // A browser reads an answer only after it has sent everything.
      await drained(parts)
      taking.leave({ name, code: 'too_large', facts: { bytesMax } })
      return
    }
    held.push(next.value)
  }
  const bytes = Buffer.concat(held)
  if (isList) takeAddresses(taking, name, new TextDecoder().decode(bytes))
  else taking.take({ name, bytes })
}

async function takeZip(
  verifying: Verifying,
  taking: Taking,
  name: string,
  begun: Uint8Array,
  parts: AsyncIterator<Uint8Array>,
): Promise<void> {
  const { spool } = verifying
  const path = spool.path()
  const bytesMax = verifyingLimits.zipBytesMax
  try {
    const writer = await beginBlob(path, spool.key)
    let sizeBytes = begun.byteLength
    try {
      await writer.write(begun)
      for (let next = await parts.next(); next.done !== true; next = await parts.next()) {
        sizeBytes += next.value.byteLength
        if (sizeBytes > bytesMax) break
        await writer.write(next.value)
      }
    } catch (error) {
      await writer.abandon()
      throw error
    }
    await writer.end()
    if (sizeBytes > bytesMax) {
      await drained(parts)
      taking.leave({ name, code: 'zip_too_large', facts: { bytesMax } })
      return
    }
    const zip = await openBlob(path, spool.key)
    try {
      for await (const entry of zipEntries(zip, name)) {
        if ('bytes' in entry) taking.take(entry)
        else taking.leave(entry)
        if (taking.isFull) break
      }
    } finally {
      await zip.close()
    }
  } finally {
    await rm(path, { force: true })
  }
}

/** Enough bytes to tell a zip, or all there are. */
async function beginning(parts: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
  let begun = new Uint8Array(0)
  while (begun.byteLength < 4) {
    const next = await parts.next()
    if (next.done === true) break
    begun = new Uint8Array(Buffer.concat([begun, next.value]))
  }
  return begun
}

async function drained(parts: AsyncIterator<Uint8Array>): Promise<void> {
  for (let next = await parts.next(); next.done !== true; next = await parts.next());
}
