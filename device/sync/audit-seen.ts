import { publicKeyOfMultikey } from 'open-badges-validator-core/did'
import { z } from 'zod'
import type { AuditSeal, AuditSeen } from '../../contract/device/session.ts'
import type { AuditHead } from '../../core/audit/head.ts'
import { auditHeadSchema, isHeadSigned } from '../../core/audit/head.ts'
import type { Standing } from '../../core/audit/seen.ts'
import { headDoubt } from '../../core/audit/seen.ts'
import type { DeviceStore } from '../../db/device-store/open.ts'
import { readAbout } from '../place/about.ts'

type Store = Pick<DeviceStore, 'meta' | 'setMeta'>

const doubtSchema = z.object({
  code: z.enum(['shorter', 'rewritten', 'unsigned']),
  since: z.number(),
  told: auditHeadSchema,
})
const seenSchema = z.object({
  /** The newest end that nothing speaks against. */
  held: auditHeadSchema.optional(),
  /** The first that something did in this life of the district, with when it came (epoch ms). */
  doubt: doubtSchema.optional(),
  /** The same of earlier lives, the oldest first, with when they ended for this computer. */
  before: z
    .array(z.object({ held: auditHeadSchema, doubt: doubtSchema.optional(), until: z.number() }))
    .optional(),
})
type Seen = z.infer<typeof seenSchema>

const place = 'audit-seen'

const read = (store: Store): Seen => {
  const kept = store.meta(place)
  return kept === undefined ? {} : seenSchema.parse(JSON.parse(kept))
}

/** Lives that are kept. The first ones, so that whoever begins many pushes none out. */
const livesMax = 20

/**
 * Holds on to the end of the district's audit as it was told. One that the district did not sign, or that says less or
 * something else than an earlier one, is never put in its place: both stay, as what can be shown later. When the district
 * begins another life (a backup came back), what was held before is kept beside it. `stands`: what the district says
 * stands now at the place that is held.
 */
export function takeHead(store: Store, told: AuditHead, now: number, stands?: Standing): void {
  const seen = read(store)
  const { held, doubt, before = [] } = seen
  const trustKey = readAbout(store).district?.trustKey
  // A folder of before there was such a key: it is pinned when the district first vouches for something.
  if (trustKey === undefined) return
  if (doubt === undefined && held?.epoch === told.epoch && held.hash === told.hash) return
  const isOurs = isBy(told, trustKey)
  if (isOurs && held !== undefined && held.epoch !== told.epoch) {
    const ended = { held, until: now, ...(doubt && { doubt }) }
    write(store, { held: told, before: [...before, ended].slice(0, livesMax) })
    return
  }
  // Once something spoke against it, only another life of the district is believed.
  if (doubt !== undefined && held !== undefined) return
  const code = isOurs ? headDoubt(held, told, stands) : 'unsigned'
  if (code !== undefined) {
    if (doubt === undefined) write(store, { ...seen, doubt: { code, since: now, told } })
  } else write(store, { ...seen, held: told })
}

/** What this computer holds of the audit, for a screen. */
export function auditSeen(store: Store): AuditSeen | undefined {
  const { held, doubt, before } = read(store)
  if (held === undefined && doubt === undefined) return undefined
  return {
    ...(held && { held: sealOf(held) }),
    ...(before && { before: before.map(life => ({ ...sealOf(life.held), until: life.until })) }),
    ...(doubt && { doubt: { code: doubt.code, since: doubt.since } }),
  }
}

const sealOf = ({ link, hash, at }: AuditHead): AuditSeal => ({ link, hash, at })

const write = (store: Store, seen: Seen) => store.setMeta(place, JSON.stringify(seen))

function isBy(head: AuditHead, trustKey: string): boolean {
  const key = publicKeyOfMultikey(trustKey)
  return key !== null && isHeadSigned(head, Buffer.from(key.bytes).toString('hex'))
}
