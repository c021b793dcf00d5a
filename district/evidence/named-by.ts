import { ClaimRecord } from '../../core/claim/record.ts'
import { EvidenceRecord } from '../../core/evidence/record.ts'
import type { RecordType } from '../../core/kit/record-type.ts'
import type { ListAsk } from '../../db/index-table/list.ts'
import { listRowsMax } from '../../db/index-table/list.ts'
import type { House } from '../house.ts'

/**
 * SHA-256 of every file that a person's records name: their evidence, also in the trash, until it is deleted for good and
 * nothing of it is withheld, and
 * all that an attempt of a claim ever handed over, whatever became of it.
 */
export async function namedBy(
  { store }: { readonly store: Pick<House['store'], 'seen'> },
  owner: string,
): Promise<Set<string>> {
  const named = new Set<string>()
  const seen = store.seen()
  const each = async <B>(
    type: RecordType<B>,
    shasIn: (body: B) => readonly (string | undefined)[],
  ) => {
    let after: ListAsk['after']
    do {
      const rows = await seen.list(type, {
        where: { owner },
        limit: listRowsMax,
        ...(after === undefined ? {} : { after }),
      })
      for (const { rec } of rows)
        for (const sha of shasIn(rec.body)) if (sha !== undefined) named.add(sha)
      after = rows.length < listRowsMax ? undefined : rows.at(-1)?.place
    } while (after !== undefined)
  }
  await each(EvidenceRecord, ({ file, withheld }) => [file?.sha256, withheld?.file?.sha256])
  await each(ClaimRecord, ({ attempts }) =>
    attempts.flatMap(({ items }) => items.map(({ file }) => file?.sha256)),
  )
  return named
}
