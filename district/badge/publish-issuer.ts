import { createHash } from 'node:crypto'
import { didWebToUrl } from 'open-badges-validator-core/did'
import { IssuerRecord } from '../../core/badge/trust.ts'
import { DistrictRecord } from '../../core/person/district.ts'
import { bodyOf } from '../../db/records/kinds.ts'
import type { House } from '../house.ts'
import { districtName } from '../person/name.ts'
import type { Reaction } from '../reaction/reaction.ts'
import type { Issuer } from './issuer.ts'
import { didWebDocumentOf } from './issuer.ts'
import { statusLists } from './status-lists.ts'
import { idOfUrl } from './uuid.ts'

/** Tells every device under which name the district signs from now on, when it was called otherwise. */
export function renaming(house: House, issuer: Issuer): Reaction {
  return {
    name: 'rename',
    kind: DistrictRecord.kind,
    react: () => publishIssuers(house, issuer),
  }
}

/**
 * Tells every device who signs, under which name and with which keys, and which keys there are now under an address that
 * the district had before; nothing where that is known already.
 */
export async function publishIssuers(house: House, issuer: Issuer): Promise<void> {
  await publishIssuer(house, issuer)
  const earlier = new Set((await statusLists(house)).map(list => list.did))
  for (const did of earlier) {
    const url = didWebToUrl(did)
    if (did === issuer.did || !url.ok) continue
    const document = didWebDocumentOf(did, house.secrets.issuer)
    await publishIssuer(house, { did, document, url: url.value })
  }
}

async function publishIssuer(
  house: House,
  issuer: Pick<Issuer, 'did' | 'document' | 'url'>,
): Promise<void> {
  const id = idOfUrl(issuer.did)
  const name = await districtName(house.store)
  const document = JSON.stringify(issuer.document)
  const there = await house.store.seen().get(IssuerRecord, id)
  if (there?.rec.body.document === document && there.rec.body.name === name) return
  const fetchedAt = house.clock()
  const { did, url } = issuer
  const body = { did, name, document, fetchedAt, ...(url === undefined ? {} : { url }) }
  const content = createHash('sha256').update(`${name}\n${document}\n${fetchedAt}`).digest('hex')
  const key = `district:issuer:${content}`
  await house.perform('issuer.publish', bodyOf({ id, issuer: body }), { key })
}
