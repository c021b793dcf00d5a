import { streamsOf } from '../../core/access/streams.ts'
import type { Claim } from '../../core/claim/record.ts'
import { ClaimRecord } from '../../core/claim/record.ts'
import type { Actor } from '../../core/kit/command.ts'
import type { Rec } from '../../core/kit/record-type.ts'
import type { ListAsk } from '../../db/index-table/list.ts'
import { listRowsMax } from '../../db/index-table/list.ts'
import type { House } from '../house.ts'

/**
 * Whether a person may read a file: it is theirs, or it was handed over in an attempt of a claim that they read whole.
 * The office, which sees of a claim that somebody else reads it, gets its files when it is earned.
 * A claim only hands over files of its owner, so only the claims of those who keep these bytes are looked at.
 */
export async function mayReadFile(
  { store }: Pick<House, 'store'>,
  actor: Actor,
  sha256: string,
): Promise<boolean> {
  const owners = (await store.blobsWith(sha256)).map(blob => blob.owner)
  if (owners.includes(actor.person)) return true
  const streams = new Set(streamsOf(actor))
  const seen = store.seen([...streams])
  const isWhole = ({ id, body }: Pick<Rec<Claim>, 'id' | 'body'>) =>
    ClaimRecord.seats(id, body).some(({ stream, view }) => view === 'all' && streams.has(stream))
  for (const owner of owners) {
    let after: ListAsk['after']
    do {
      const claims = await seen.list(ClaimRecord, {
        where: { owner },
        limit: listRowsMax,
        ...(after === undefined ? {} : { after }),
      })
      const isThere = claims.some(
        ({ rec }) =>
          isWhole(rec) &&
          rec.body.attempts.some(attempt => attempt.items.some(i => i.file?.sha256 === sha256)),
      )
      if (isThere) return true
      after = claims.length < listRowsMax ? undefined : claims.at(-1)?.place
    } while (after !== undefined)
  }
  return false
}
