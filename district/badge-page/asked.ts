import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import { districtId, DistrictRecord } from '../../core/person/district.ts'
import { badgePageWordsIn } from '../../words/badge-page-words.ts'
import type { House } from '../house.ts'
import { languageOf } from './wanted.ts'

/** The language in which a page is asked for, and its words, with days as they are where the district is. */
export async function asked(
  c: Context<{ Bindings: HttpBindings }>,
  { store }: Pick<House, 'store'>,
) {
  const language = languageOf(c.req.query('lang'), c.req.header('accept-language'))
  const district = (await store.seen().get(DistrictRecord, districtId))?.rec.body
  return { language, words: badgePageWordsIn(language, district?.timeZone ?? 'UTC') }
}
