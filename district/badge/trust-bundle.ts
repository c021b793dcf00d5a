import { buildBundle } from 'open-badges-validator-core/bundle/build'
import type { BundleEntry } from 'open-badges-validator-core/bundle/build'
import type { Issuer } from '../../core/badge/trust.ts'
import { IssuerRecord, StatusListRecord } from '../../core/badge/trust.ts'
import { trustBundleId, TrustBundleRecord } from '../../core/badge/trust-bundle.ts'
import { all } from '../../db/query.ts'
import { bodyOf } from '../../db/records/kinds.ts'
import type { House } from '../house.ts'
import { keptKeys } from './kept-keys.ts'
import { districtName } from '../person/name.ts'
import type { Reaction } from '../reaction/reaction.ts'

/** Tells every device anew whom the district trusts, when a status list was published. */
export function vouching(house: House): Reaction {
  return { name: 'vouch', kind: StatusListRecord.kind, react: () => publishTrustBundle(house) }
}

/**
 * Signs what the district vouches for, its issuers' keys and its status lists, and publishes it; nothing where all of
 * it is known already, unless it is to be told anew (`isAnew`). Called by one caller at a time: at the start, then by
 * the reaction.
 */
export async function publishTrustBundle(house: House, { isAnew = false } = {}): Promise<void> {
  const seen = house.store.seen()
  const issuers = await all({ seen }, IssuerRecord, {})
  const lists = await all({ seen }, StatusListRecord, {})
  const source = await districtName(house.store)
  const signedAt = (createdAt: number): string => {
    const file = {
      name: source,
      createdAt,
      entries: [
        ...issuers.flatMap(({ body }) => issuerEntries(body, source)),
        ...lists.map(({ body }) => ({
          url: body.url,
          kind: 'status-list' as const,
          bytes: utf8.encode(body.credential),
          fetchedAt: body.publishedAt,
          source,
          httpStatus: 200,
        })),
      ],
      keys: keptKeys(house.secrets, source),
      issuers: issuers.map(({ body }) => ({
        id: body.did,
        name: body.name,
        fetchedAt: body.fetchedAt,
        source,
      })),
    }
    return new TextDecoder().decode(buildBundle(file, house.secrets.trust))
  }
  const there = (await seen.get(TrustBundleRecord, trustBundleId))?.rec.body
  // The same knowledge at the same time gives the same bytes: signed again as it was, it shows whether anything is new.
  if (!isAnew && there !== undefined && signedAt(there.createdAt) === there.text) return
  const createdAt = Math.max(house.clock(), (there?.createdAt ?? 0) + 1)
  const input = bodyOf({ text: signedAt(createdAt), createdAt })
  const key = `district:trust-bundle:${createdAt}`
  const result = await house.perform('trust-bundle.publish', input, { key })
  if (result.status !== 'applied') throw new Error(`trust bundle not kept: ${result.status}`)
}

const utf8 = new TextEncoder()

/** An issuer's document under its DID, and under its address where it has one. */
function issuerEntries(
  { did, url, document, fetchedAt }: Issuer,
  source: string,
): readonly BundleEntry[] {
  const entry = { kind: 'did-document' as const, fetchedAt, source, httpStatus: 200 }
  const bytes = utf8.encode(document)
  return [did, ...(url === undefined ? [] : [url])].map(at => ({ ...entry, url: at, bytes }))
}
