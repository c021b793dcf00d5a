import { publicKeyOfMultikey } from 'open-badges-validator-core/did'
import { z } from 'zod'
import type { AuditSeen } from '../../contract/device/session.ts'
import type { AuditHead } from '../../core/audit/head.ts'
import { auditHeadSchema, isHeadSigned } from '../../core/audit/head.ts'
import { headDoubt } from '../../core/audit/seen.ts'
import type { DeviceStore } from '../../db/device-store/open.ts'
import { readAbout } from '../place/about.ts'

type Store = Pick<DeviceStore, 'meta' | 'setMeta'>

const seenSchema = z.object({
  /** The newest end that nothing speaks against. */
  held: auditHeadSchema.optional(),
  /** The first that something did, with when it came (epoch ms). */
  doubt: z
    .object({
      code: z.enum(['shorter', 'rewritten', 'unsigned']),
      since: z.number(),
      told: auditHeadSchema,
    })
    .optional(),
})
type Seen = z.infer<typeof seenSchema>

const place = 'audit-seen'

const read = (store: Store): Seen => {
  const kept = store.meta(place)
  return kept === undefined ? {} : seenSchema.parse(JSON.parse(kept))
}

/**
 * Holds on to the end of the district's audit as it was told. One that the district did not sign, or that says less or
 * something else than an earlier one, is never put in its place: both stay, as what can be shown later.
 */
export function takeHead(store: Store, told: AuditHead, now: number): void {
  const seen = read(store)
  const trustKey = readAbout(store).district?.trustKey
  // A folder of before there was such a key: it is pinned when the district first vouches for something.
  if (trustKey === undefined || told.hash === seen.held?.hash) return
  // Once something spoke against it, only another life of the district is believed.
  if (seen.doubt !== undefined && seen.held?.epoch === told.epoch) return
  const code = isBy(told, trustKey) ? headDoubt(seen.held, told) : 'unsigned'
  if (code === undefined) write(store, { ...seen, held: told })
  else if (seen.doubt === undefined) write(store, { ...seen, doubt: { code, since: now, told } })
}

/** What this computer holds of the audit, for a screen. */
export function auditSeen(store: Store): AuditSeen | undefined {
  const { held, doubt } = read(store)
  if (held === undefined) return undefined
  const { link, hash, at } = held
  if (doubt === undefined) return { link, hash, at }
  return { link, hash, at, doubt: { code: doubt.code, since: doubt.since } }
}

const write = (store: Store, seen: Seen) => store.setMeta(place, JSON.stringify(seen))

function isBy(head: AuditHead, trustKey: string): boolean {
  const key = publicKeyOfMultikey(trustKey)
  return key !== null && isHeadSigned(head, Buffer.from(key.bytes).toString('hex'))
}
