import { isDeepStrictEqual } from 'node:util'
import { streamsOf } from '../../core/access/streams.ts'
import { recordTypes } from '../../core/records.ts'
import { recOf } from '../../db/district-store/rec-row.ts'
import type { StoredRec } from '../../db/records/kinds.ts'
import { kindsOf } from '../../db/records/kinds.ts'
import { projected } from '../../db/records/projection.ts'
import type { SimDevice } from './device.ts'
import { holdingOf } from './holding.ts'
import type { Row } from './rows.ts'
import { rowsOf } from './rows.ts'
import type { World } from './world.ts'
import { Broken } from './world.ts'

const kinds = kindsOf(recordTypes)

/** CONVERGE and SCOPE: a computer holds what its person may see of the record, no more and no less. */
export function checkConverged(world: World, device: SimDevice, all: readonly InDistrict[]): void {
  const { person } = device
  const streams = new Set(streamsOf({ person, ...holdingOf(world, person) }))
  const rows = rowsOf<Row & { stream: string }>(
    device.db,
    "select * from mirror where stream <> 'shipped'",
  )
  const found = new Map(rows.map(row => [`${row.stream} ${row.key}`, row]))
  for (const { key, rec, row, seats } of all)
    for (const stream of seats) {
      if (!streams.has(stream)) continue
      const type = kinds.get(rec.kind)
      const shown = type && projected(rec, type, name => name === stream)
      const mirrored = found.get(`${stream} ${key}`)
      found.delete(`${stream} ${key}`)
      if (shown === undefined) throw new Error('seated and not shown')
      // Mostly it is whole, and the same text.
      if (mirrored?.rev === row.rev && mirrored.body === row.body && mirrored.clocks === row.clocks)
        continue
      const is = mirrored && [mirrored.rev, JSON.parse(mirrored.body), JSON.parse(mirrored.clocks)]
      const be = JSON.parse(JSON.stringify([shown.rev, shown.body, shown.clocks]))
      if (!isDeepStrictEqual(is, be))
        throw new Broken('CONVERGE', 'A computer holds something else than its person may see.', {
          on: device.id,
          at: `${stream} ${key}`,
          is: is ?? null,
          be,
        })
    }
  const [more] = found.keys()
  if (more !== undefined)
    throw new Broken('CONVERGE', 'A computer holds more than its person may see.', {
      on: device.id,
      more,
    })
}

/** A record as the district has it, and the streams that it is in. */
export interface InDistrict {
  readonly key: string
  readonly row: Row
  readonly rec: StoredRec
  readonly seats: ReadonlySet<string>
}

/** All records of the district. */
export const inDistrict = ({ dbs }: World): readonly InDistrict[] =>
  rowsOf<Row & Record<string, unknown>>(dbs.record, 'select * from record').map(row => {
    const { key, rec } = recOf(row, kinds)
    const seats = kinds.get(rec.kind)?.seats(rec.id, rec.body) ?? []
    return { key, row, rec, seats: new Set(seats.map(seat => seat.stream)) }
  })
