import { createHash } from 'node:crypto'
import { IssuerRecord } from '../../core/badge/trust.ts'
import { bodyOf } from '../../db/records/kinds.ts'
import type { House } from '../house.ts'
import { districtName } from '../person/name.ts'
import type { Issuer } from './issuer.ts'
import { idOfUrl } from './uuid.ts'

/** Tells every device who signs, under which name and with which keys; nothing where that is known already. */
export async function publishIssuer(house: House, issuer: Issuer): Promise<void> {
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
