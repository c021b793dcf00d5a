import type { Badge } from '../../core/badge/record.ts'
import { BadgeRecord } from '../../core/badge/record.ts'
import { StatusListRecord } from '../../core/badge/trust.ts'
import type { GivenEndorsement } from '../../core/endorsement/given.ts'
import { GivenEndorsementRecord } from '../../core/endorsement/given.ts'
import type { Rec, RecordType } from '../../core/kit/record-type.ts'
import type { ListAsk } from '../../db/index-table/list.ts'
import { listRowsMax } from '../../db/index-table/list.ts'
import type { Seen } from '../../db/seen.ts'
import { signedWith } from '../badge/signed-with.ts'
import type { IssuerKeyEntry } from './register.ts'

/** What the keys signed of what stands in the record now, by their ids. */
export interface SignedBy {
  readonly badges: ReadonlyMap<string, readonly Rec<Badge>[]>
  readonly lists: ReadonlyMap<string, number>
}

/**
 * The key behind a verification method of the district's: a did:key has the key in its name, a did:web the key's id.
 * `undefined` for a stranger's.
 */
export function keyBehind<K extends Pick<IssuerKeyEntry, 'id' | 'publicKey'>>(
  method: string,
  keys: readonly K[],
): K | undefined {
  const [did = '', fragment] = method.split('#', 2)
  return keys.find(({ id, publicKey }) =>
    did.startsWith('did:key:') ? did === `did:key:${publicKey}` : fragment === id,
  )
}

/** Looks through all badges and lists of a record. */
export async function signedBy(
  seen: Pick<Seen, 'list'>,
  keys: readonly IssuerKeyEntry[],
): Promise<SignedBy> {
  const badges = await byKey(seen, BadgeRecord, keys)
  const lists = new Map<string, number>()
  for (const { rec } of await seen.list(StatusListRecord, {})) {
    const key = keyBehind(signedWith(rec.body.credential) ?? '', keys)
    if (key !== undefined) lists.set(key.id, (lists.get(key.id) ?? 0) + 1)
  }
  return { badges, lists }
}

/** The district's words about others that a key signed. */
export async function endorsementsSignedBy(
  seen: Pick<Seen, 'list'>,
  keys: readonly IssuerKeyEntry[],
  id: string,
): Promise<readonly Rec<GivenEndorsement>[]> {
  return (await byKey(seen, GivenEndorsementRecord, keys)).get(id) ?? []
}

/** All records of a kind by the id of the key that signed them. */
async function byKey<B extends { credential?: string | undefined }>(
  seen: Pick<Seen, 'list'>,
  type: RecordType<B>,
  keys: readonly IssuerKeyEntry[],
): Promise<ReadonlyMap<string, readonly Rec<B>[]>> {
  const signed = new Map<string, Rec<B>[]>()
  let after: ListAsk['after']
  do {
    const rows = await seen.list(type, {
      limit: listRowsMax,
      ...(after === undefined ? {} : { after }),
    })
    for (const { rec } of rows) {
      const key = keyBehind(signedWith(rec.body.credential ?? '') ?? '', keys)
      if (key === undefined) continue
      const found = signed.get(key.id) ?? []
      found.push(rec)
      signed.set(key.id, found)
    }
    after = rows.length < listRowsMax ? undefined : rows.at(-1)?.place
  } while (after !== undefined)
  return signed
}
