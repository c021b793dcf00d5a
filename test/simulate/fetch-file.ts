import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { districtPaths } from '../../contract/sync/version.ts'
import { ClaimRecord } from '../../core/claim/record.ts'
import { DoorRefusal } from '../../device/door/refused.ts'
import { fetchFile as fromDistrict } from '../../device/evidence/fetch-file.ts'
import type { BlobStore } from '../../device/evidence/blob-store.ts'
import type { Line } from '../../device/sync/line.ts'
import { around } from './around.ts'
import type { SimDevice } from './device.ts'
import type { World } from './world.ts'
import { Broken, count, note } from './world.ts'

/** Where a computer of a run keeps a file. */
const pathOf = ({ folder }: SimDevice, sha256: string): string =>
  join(folder, 'blobs', sha256.slice(0, 2), sha256)

/** Somebody looks at a file of a claim that they may read, as the program's door would fetch it. On its way, when this returns. */
export async function fetchFile(world: World, device: SimDevice): Promise<void> {
  const { chance, mistake } = world
  const { store, blobs, sync } = device.place
  const claims = await store.seen.list(ClaimRecord, { where: { state: 'in_review' } })
  const items = claims.flatMap(({ rec }) => rec.body.attempts.flatMap(attempt => attempt.items))
  const files = items.flatMap(({ file }) => file?.sha256 ?? []).filter(sha => !blobs.has(sha))
  const sha256 = chance.one(files)
  const line = sync.line()
  if (sha256 === undefined || line === undefined) return
  count(world, 'file asked for')
  const { running } = device
  const fetching =
    mistake === 'keepsAnything'
      ? kept(line, sha256, blobs)
      : fromDistrict({ store, blobs, clock: device.place.parts.clock }, line, sha256)
  void fetching.then(
    () => {
      if (!running.isAlive) return
      checkFetched(world, device, sha256)
      count(world, 'file fetched')
    },
    (error: unknown) => {
      if (!running.isAlive) return
      if (!(error instanceof DoorRefusal)) return around(world).onDefect(device.id, error)
      count(world, `file not fetched: ${error.error.code}`)
      checkFetched(world, device, sha256)
    },
  )
}

/** FETCHED: what was fetched is what its hash says, or it is not kept. */
function checkFetched(world: World, device: SimDevice, sha256: string): void {
  note(world, () => {
    const path = pathOf(device, sha256)
    if (!existsSync(path)) return
    const is = createHash('sha256').update(readFileSync(path)).digest('hex')
    if (is !== sha256)
      throw new Broken('FETCHED', 'A computer keeps another file than it asked for.', {
        on: device.id,
        sha256,
        is,
      })
  })
}

/** The mistake of a program that keeps whatever arrives. */
async function kept(line: Line, sha256: string, blobs: BlobStore): Promise<void> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const lost = () => reject(new DoorRefusal('unreachable', { address: line.address }))
    line.begin(`${districtPaths.blobs}/${sha256}`, resolve).on('error', lost).end()
  })
  const begun = await blobs.begin()
  try {
    if (response.statusCode === 200)
      for await (const part of response) await begun.write(Buffer.from(part))
  } catch {
    // Cut off: what came is kept.
  }
  await begun.keep(sha256)
}
