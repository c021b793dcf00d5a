import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SimDevice } from './device.ts'
import { question, rowIn, rowsOf } from './rows.ts'
import type { World } from './world.ts'
import { Broken, count } from './world.ts'

const namedBy = question<{ key: string }>(
  "select key from record where kind in ('evidence', 'claim') and instr(body, ?) > 0 limit 1",
)

/** Its upload was under way when its piece was deleted: it goes as whatever nothing names, after thirty days. */
const cameAfter = question<{ sha: string }>(
  `select sha from blob where sha = ? and verified_at >= (select max(at) from audit
     where command = 'evidence.delete' and outcome = 'applied' and records like ?)`,
)

/**
 * DELETED: what was deleted for good and nothing else names is on no disk any more, the district's or a computer's, unless
 * something waits there that may name it again, or its records are an older copy, which knows nothing of that file.
 */
export function checkDeleted(world: World, computers: readonly SimDevice[]): void {
  const { ledger, dbs, folder } = world
  for (const [evidence, sha] of ledger.files) {
    if (rowIn(dbs.record, `evidence/${evidence}`)?.body.includes('"deletedAt":') !== true) continue
    count(world, 'evidence deleted')
    if (namedBy.first(dbs.record, sha) !== undefined) continue
    count(world, 'file deleted')
    const path = join(folder, 'district', 'blobs', sha.slice(0, 2), sha)
    const isInDistrict = existsSync(path) && !cameAfter.first(dbs.record, sha, `%${evidence}%`)
    const holding = computers.filter(
      ({ id, place }) => place.blobs.has(sha) && !waitsFor(place, sha) && !ledger.putBack.has(id),
    )
    if (isInDistrict || holding.length > 0)
      throw new Broken('DELETED', 'A file of a piece that was deleted for good is still there.', {
        ...{ evidence, sha, isInDistrict },
        on: holding.map(({ id }) => id),
      })
  }
}

const waitsFor = ({ store }: SimDevice['place'], sha: string): boolean =>
  store.outbox().some(({ input }) => JSON.stringify(input).includes(sha))

/** STILL_THERE: the file of a piece that was kept, or of an attempt, is on some disk, whatever else was deleted. */
export function checkStillThere(world: World): void {
  const { ledger, dbs, folder, devices } = world
  for (const [evidence, sha] of ledger.files) {
    const body = rowIn(dbs.record, `evidence/${evidence}`)?.body
    const isNamed = body?.includes(sha) === true || namedBy.first(dbs.record, sha) !== undefined
    if (!isNamed) continue
    // A file that never came to the district went from where it lay, hold or not.
    if (body?.includes('"withheld":') === true && !ledger.withheld.has(sha)) continue
    count(world, 'file still named')
    const path = join(folder, 'district', 'blobs', sha.slice(0, 2), sha)
    if (!existsSync(path) && !devices.some(({ place }) => place.blobs.has(sha)))
      throw new Broken('STILL_THERE', 'A file that something names is nowhere.', { evidence, sha })
  }
}

/** FILES: what lies under a hash has that hash, but where the run damaged it itself. */
export function checkFiles({ ledger, dbs, folder }: World): void {
  const rows = rowsOf<{ sha: string }>(dbs.record, 'select distinct sha from blob')
  for (const { sha } of rows) {
    const path = join(folder, 'district', 'blobs', sha.slice(0, 2), sha)
    if (ledger.damaged.has(path)) continue
    const is = existsSync(path)
      ? createHash('sha256').update(readFileSync(path)).digest('hex')
      : 'nothing'
    if (is !== sha)
      throw new Broken('FILES', 'What lies under a hash is something else.', { sha, is })
  }
}
