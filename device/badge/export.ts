import { bake } from 'open-badges-validator-core/bake'
import { BadgeRecord } from '../../core/badge/record.ts'
import type { Badge } from '../../core/badge/record.ts'
import { MicroCredentialRecord } from '../../core/micro-credential/record.ts'
import { PersonRecord } from '../../core/person/record.ts'
import type { Slip } from '../../content/slip/slip.ts'
import { slipPng } from '../../content/slip/slip.ts'
import { sayIn } from '../../words/say.ts'
import { DoorRefusal } from '../door/refused.ts'
import { readAbout } from '../place/about.ts'
import type { Place } from '../place/place.ts'

const shape = /^\/([\w-]{1,80})\.(json|png)$/

/** A badge as a file: the credential's own bytes, or those baked into a picture of the badge. */
export async function badgeFile(
  place: Place,
  path: string,
  { fontsFolder, language }: { readonly fontsFolder: string; readonly language: 'en' | 'es' },
): Promise<Response> {
  const [, id, form] = shape.exec(path) ?? []
  const seen = id === undefined ? undefined : await place.store.seen.get(BadgeRecord, id)
  const credential = seen?.rec.body.credential
  if (seen === undefined || credential === undefined) throw new DoorRefusal('not_found')
  const name = `badge-${id}.${form}`
  if (form === 'json') return file(Buffer.from(credential), 'application/ld+json', name)
  const picture = await slipPng(await slipOf(place, seen.rec.body, language), [fontsFolder])
  return file(bake(picture, credential), 'image/png', name)
}

async function slipOf(place: Place, badge: Badge, language: 'en' | 'es'): Promise<Slip> {
  const { store } = place
  const person = await store.seen.get(PersonRecord, badge.owner)
  const micro = await store.seen.get(MicroCredentialRecord, badge.microCredential)
  const signedAt = badge.signedAt ?? badge.approvedAt
  const say = sayIn(language === 'es' ? 'es-419' : 'en-US', () => 0)
  return {
    title: badge.title,
    shown: micro?.rec.body.competency ?? '',
    facts: [
      person?.rec.body.name ?? '',
      readAbout(store).district?.name ?? '',
      say.dayAt(signedAt),
    ],
  }
}

const file = (bytes: Uint8Array, type: string, name: string): Response =>
  new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': type,
      'content-security-policy': "default-src 'none'",
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  })
