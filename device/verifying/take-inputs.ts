import { rm } from 'node:fs/promises'
import { setImmediate as turn } from 'node:timers/promises'
import type { LeftOut, Taken } from '../../contract/device/verifying.ts'
import { verifyingLimits } from '../../contract/device/verifying.ts'
import { openBlob } from '../evidence/blob-reader.ts'
import { beginBlob } from '../evidence/blob-writer.ts'
import { addressesIn, isList, textOfList } from './addresses.ts'
import type { Arriving } from './coming.ts'
import { Taking } from './taking.ts'
import type { Verifying } from './verifying.ts'
import { isNothing, isZip, zipEntries } from './zip-entries.ts'

/** So many lines of a list are one change on disk; then whoever else waits has a turn. */
const linesAtOnce = 500
/** While a zip arrives, room is looked for each time so much of it has come (bytes). */
const roomEveryBytes = 8_388_608

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
  const taking = new Taking(verifying, batch, name)
  const parts = body[Symbol.asyncIterator]()
  verifying.coming.touch(batch)
  if (isNothing(name)) {
    await drained(parts)
    return taking.done()
  }
  const begun = await beginning(parts)
  if (begun.byteLength === 0) taking.leave({ name, code: 'file_empty', facts: {} })
  else if (isZip(begun))
    await arriving(verifying, batch, name, coming =>
      takeZip(verifying, taking, name, begun, parts, coming),
    )
  else await takeOne(verifying, batch, taking, name, begun, parts)
  verifying.coming.touch(batch)
  return taking.done()
}

/** Takes in what was pasted: addresses, one a line, or one badge. */
export async function takeText(verifying: Verifying, batch: string, text: string): Promise<Taken> {
  const taking = new Taking(verifying, batch, '')
  const trimmed = text.trim()
  if (trimmed === '') return taking.done()
  if (isList(trimmed)) await takeAddresses(verifying, batch, taking, '', trimmed)
  else await taking.take({ name: '', bytes: new TextEncoder().encode(trimmed) })
  return taking.done()
}

/** Something that comes bit by bit: until it is all there, the batch says so. */
async function arriving(
  verifying: Verifying,
  batch: string,
  name: string,
  work: (coming: Arriving) => Promise<void>,
): Promise<void> {
  const coming = verifying.coming.begin(batch, name)
  try {
    await work(coming)
  } catch (error) {
    coming.broken()
    throw error
  }
  if (coming.isStopped()) coming.broken()
  else coming.done()
}

function takeAddresses(
  verifying: Verifying,
  batch: string,
  taking: Taking,
  name: string,
  text: string,
): Promise<void> {
  return arriving(verifying, batch, name, async coming => {
    const lines = addressesIn(text)
    let hasAny = false
    const takeSome = () => {
      for (let count = 0; count < linesAtOnce; count += 1) {
        const next = lines.next()
        if (next.done === true) return true
        hasAny = true
        const line = next.value
        if ('address' in line) taking.takeNow({ name: line.address, address: line.address })
        else taking.leave({ name, code: 'not_an_address', facts: { line: line.noneIn } })
      }
      return false
    }
    while (!coming.isStopped() && !verifying.inputs.together(takeSome)) await turn()
    if (!hasAny) taking.leave({ name, code: 'no_address', facts: {} })
  })
}

async function takeOne(
  verifying: Verifying,
  batch: string,
  taking: Taking,
  name: string,
  begun: Uint8Array,
  parts: AsyncIterator<Uint8Array>,
): Promise<void> {
  const isTable = /\.(csv|tsv)$/i.test(name)
  const bytesMax = isTable ? verifyingLimits.csvBytesMax : verifyingLimits.badgeBytesMax
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
  const text = isTable || /\.txt$/i.test(name) ? textOfList(bytes) : undefined
  if (text !== undefined && (isTable || isList(text)))
    await takeAddresses(verifying, batch, taking, name, text)
  else await taking.take({ name, bytes })
}

async function takeZip(
  verifying: Verifying,
  taking: Taking,
  name: string,
  begun: Uint8Array,
  parts: AsyncIterator<Uint8Array>,
  coming: Arriving,
): Promise<void> {
  const { spool } = verifying
  const path = spool.path()
  try {
    const isSpooled = await spooled(verifying, taking, name, begun, parts, path)
    if (!isSpooled) return
    const zip = await openBlob(path, spool.key)
    try {
      // What it unpacks to is hardly ever less than it is.
      const lacking = await verifying.room.lacks(zip.sizeBytes)
      if (lacking !== undefined) {
        taking.leave({ name, ...lacking })
        return
      }
      for await (const entry of zipEntries(zip, name, verifyingLimits, () => taking.isFull)) {
        if (coming.isStopped()) return
        if (!('bytes' in entry)) taking.leave(entry)
        // Without room for one there is none for those that follow: the zip is told as broken off.
        else if (!(await taking.take(entry))) return coming.broken()
      }
    } finally {
      await zip.close()
    }
  } finally {
    await rm(path, { force: true })
  }
}

/** Keeps a zip beside while it arrives: it is read from its end. Returns whether it is all there. */
async function spooled(
  { spool, room }: Verifying,
  taking: Taking,
  name: string,
  begun: Uint8Array,
  parts: AsyncIterator<Uint8Array>,
  path: string,
): Promise<boolean> {
  const bytesMax = verifyingLimits.zipBytesMax
  const writer = await beginBlob(path, spool.key)
  let sizeBytes = begun.byteLength
  let unlookedBytes = roomEveryBytes
  let left: Pick<LeftOut, 'code' | 'facts'> | undefined
  try {
    await writer.write(begun)
    for (let next = await parts.next(); next.done !== true; next = await parts.next()) {
      sizeBytes += next.value.byteLength
      unlookedBytes += next.value.byteLength
      if (sizeBytes > bytesMax) left = { code: 'zip_too_large', facts: { bytesMax } }
      else if (unlookedBytes >= roomEveryBytes) {
        left = await room.lacks(unlookedBytes)
        unlookedBytes = 0
      }
      if (left !== undefined) break
      await writer.write(next.value)
    }
  } catch (error) {
    await writer.abandon()
    throw error
  }
  if (left === undefined) {
    await writer.end()
    return true
  }
  await writer.abandon()
  await drained(parts)
  taking.leave({ name, ...left })
  return false
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
