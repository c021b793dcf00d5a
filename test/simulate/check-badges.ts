import { decodeStatusList, readBit } from 'open-badges-validator-core/status'
import { z } from 'zod'
import type { Badge } from '../../core/badge/record.ts'
import type { SimDevice } from './device.ts'
import type { World } from './world.ts'
import { Broken } from './world.ts'
import type { Row } from './rows.ts'
import { firstOf, rowsOf } from './rows.ts'

const entry = z.object({
  statusPurpose: z.string(),
  statusListIndex: z.coerce.number(),
  statusListCredential: z.string(),
})
const credential = z.object({
  credentialStatus: z.union([entry.transform(one => [one]), z.array(entry)]),
})
const list = z.object({ credentialSubject: z.object({ encodedList: z.string() }) })

/** SIGNED: what was approved is signed. REVOKED: what was ever revoked stands so in the list that all computers have. */
export function checkBadges({ ledger, dbs }: World, living: readonly SimDevice[]): void {
  const badges = rowsOf<Row>(dbs.record, "select * from record where kind = 'badge'")
  for (const { key, body } of badges) {
    const badge: Badge = JSON.parse(body)
    if (badge.state === 'approved')
      throw new Broken('SIGNED', 'A badge that was approved was never signed.', { key })
  }
  const lists = rowsOf<Row>(dbs.record, "select * from record where kind = 'status-list'").map(
    (row): { url: string; credential: string } => JSON.parse(row.body),
  )
  for (const text of ledger.revoked) {
    const status = credential.parse(JSON.parse(text)).credentialStatus
    const place = status.find(({ statusPurpose }) => statusPurpose === 'revocation')
    const signed = lists.find(({ url }) => url === place?.statusListCredential)
    const bits =
      signed &&
      decodeStatusList(list.parse(JSON.parse(signed.credential)).credentialSubject.encodedList)
    if (bits?.ok !== true || readBit(bits.value, place?.statusListIndex ?? -1) !== true)
      throw new Broken('REVOKED', 'A badge that was revoked is valid again.', { place })
  }
  for (const { id, db } of living) {
    const bundle = firstOf<{ body: string }>(
      db,
      "select body from mirror where key = 'trust-bundle/district'",
    )
    const { text }: { text: string } = JSON.parse(bundle?.body ?? '{"text":""}')
    const isTold = ({ credential: signed }: { readonly credential: string }) =>
      text.includes(Buffer.from(signed).toString('base64')) ||
      text.includes(JSON.stringify(signed).slice(1, -1))
    if (lists.length === 0 || !lists.every(isTold))
      throw new Broken('REVOKED', 'A computer has not got the newest status list.', { on: id })
  }
}
