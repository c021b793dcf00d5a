import { ClaimRecord } from '../../core/claim/record.ts'
import { EvidenceRecord } from '../../core/evidence/record.ts'
import type { RecordType } from '../../core/kit/record-type.ts'
import type { ListAsk } from '../../db/index-table/list.ts'
import { listRowsMax } from '../../db/index-table/list.ts'
import { all } from '../../db/query.ts'
import type { Seen } from '../../db/seen.ts'
import type { House } from '../house.ts'

interface Store {
  readonly store: Pick<House['store'], 'seen'>
}

/**
 * SHA-256 of every file that a person's records name: their evidence, also in the trash, until it is deleted for good and
 * nothing of it is withheld, and all that an attempt of a claim ever handed over, whatever became of it.
 */
export async function namedBy({ store }: Store, owner: string): Promise<Set<string>> {
  const seen = store.seen()
  return new Set([...(await namedIn(seen, owner)), ...(await withheldIn(seen, owner))])
}

/** SHA-256 of the files of an owner that are only withheld, and that they themselves know to be gone. */
export async function onlyWithheld({ store }: Store, owner: string): Promise<Set<string>> {
  const seen = store.seen()
  const withheld = await withheldIn(seen, owner)
  if (withheld.size === 0) return withheld
  const named = await namedIn(seen, owner)
  return new Set([...withheld].filter(sha => !named.has(sha)))
}

async function withheldIn(seen: Seen, owner: string): Promise<Set<string>> {
  const pieces = await all({ seen }, EvidenceRecord, { where: { owner, trashed: 3 } })
  return new Set(pieces.flatMap(({ body }) => body.withheld?.file?.sha256 ?? []))
}

async function namedIn(seen: Seen, owner: string): Promise<Set<string>> {
  const named = new Set<string>()
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
  await each(EvidenceRecord, ({ file }) => [file?.sha256])
  await each(ClaimRecord, ({ attempts }) =>
    attempts.flatMap(({ items }) => items.map(({ file }) => file?.sha256)),
  )
  return named
}
