import { openBundle } from 'open-badges-validator-core/bundle'
import { ed25519Multikey } from 'open-badges-validator-core/did'
import { publicKeyOf } from 'open-badges-validator-core/issue'
import type { TrustBundle } from 'open-badges-validator-core/verify'
import { fetchingJudge } from 'open-badges-validator-core/verify-online'
import { z } from 'zod'
import { trustBundleId, TrustBundleRecord } from '../../core/badge/trust-bundle.ts'
import { BadgeRecord } from '../../core/badge/record.ts'
import type { Endorsement } from '../../core/endorsement/record.ts'
import { EndorsementRecord } from '../../core/endorsement/record.ts'
import type { Rec } from '../../core/kit/record-type.ts'
import { achievementIdOf } from '../../core/micro-credential/achievement-id.ts'
import { all } from '../../db/query.ts'
import { bodyOf } from '../../db/records/kinds.ts'
import type { House } from '../house.ts'
import type { Reaction } from '../reaction/reaction.ts'
import type { Examined } from './examine.ts'
import { examine } from './examine.ts'
import { isLookDue } from './look-due.ts'

/** How long a verdict counts while its issuer can't be asked (ms). */
const unreachedMs = 7 * 24 * 3_600_000

/** Looks at what an officer read in, once: what can't be told yet is looked at again by `lookAgain`. */
export function endorsing(house: House): Reaction {
  return {
    name: 'endorse',
    kind: EndorsementRecord.kind,
    async react(id) {
      const there = (await house.store.seen().get(EndorsementRecord, id))?.rec
      if (there?.body.state !== 'offered' || there.body.verdict !== undefined) return
      await judge(house, there, `district:endorse:${id}`)
    },
  }
}

/** Looks again at what waits and at what is shown, each when it is due. */
export async function lookAgain(house: House): Promise<void> {
  const now = house.clock()
  for (const state of ['offered', 'accepted'] as const) {
    for (const row of await all({ seen: house.store.seen() }, EndorsementRecord, {
      where: { state },
    })) {
      if (!isLookDue(row.body, now)) continue
      try {
        await judge(house, row, `district:endorse:${row.id}:${now}`)
      } catch (error) {
        // The others are looked at all the same: one of them may have been revoked.
        house.tell.defect('look at endorsement', error)
      }
    }
  }
}

type There = Pick<Rec<Endorsement>, 'id' | 'body'>

async function judge(house: House, there: There, key: string): Promise<void> {
  const now = house.clock()
  const examined = await examinedNow(house, there)
  const { verdict: before } = there.body
  // A network that is down for a while says nothing about an endorsement.
  const isUnreached = examined.verdict.overall === 'indeterminate'
  const isFresh = before?.overall === 'verified' && now - before.at < unreachedMs
  if (isUnreached && isFresh) return
  const input = bodyOf({ endorsement: there.id, ...examined })
  const result = await house.perform('endorsement.judge', input, { key })
  if (result.status === 'wait') throw new Error('an endorsement waits')
  house.tell.worked('endorsement judged', { overall: examined.verdict.overall })
}

async function examinedNow(house: House, { id, body }: There): Promise<Examined> {
  const endorsed = await endorsedBy(house, body)
  if (endorsed === undefined)
    return { verdict: { overall: 'not-verified', code: 'ENDORSES_ANOTHER' } }
  const bundle = await known(house)
  const parts = {
    judge: fetchingJudge(bundle, { open: () => house.load() }),
    bundle,
    at: house.clock(),
  }
  const examined = await examine(body.text, endorsed, parts)
  const { said } = examined
  if (said === undefined || body.state !== 'offered') return examined
  // The same twice would stand twice on every page.
  const others = await all({ seen: house.store.seen() }, EndorsementRecord, {
    where: { subject: body.subject, state: 'accepted' },
  })
  const isThere = others.some(
    other =>
      other.id !== id &&
      other.body.said?.id === said.id &&
      other.body.said.issuer.id === said.issuer.id,
  )
  return isThere ? { verdict: { overall: 'not-verified', code: 'ENDORSED_ALREADY' } } : examined
}

const identified = z.object({ id: z.string() })

/** The id that it has to speak of. */
async function endorsedBy(
  house: House,
  { about, subject }: Endorsement,
): Promise<string | undefined> {
  if (about === 'micro-credential') return achievementIdOf(subject)
  const badge = await house.store.seen().get(BadgeRecord, subject)
  const { credential } = badge?.rec.body ?? {}
  return credential === undefined ? undefined : identified.parse(JSON.parse(credential)).id
}

const nothingKnown: TrustBundle = { name: '', documents: new Map(), issuers: [] }

/** What the district vouches for. */
async function known(house: House): Promise<TrustBundle> {
  const text = (await house.store.seen().get(TrustBundleRecord, trustBundleId))?.rec.body.text
  if (text === undefined) return nothingKnown
  const pinnedKey = ed25519Multikey(publicKeyOf(house.secrets.trust))
  const opened = openBundle(new TextEncoder().encode(text), { pinnedKey, newestSeen: null })
  return opened.ok ? opened.value.bundle : nothingKnown
}
