import type { HttpBindings } from '@hono/node-server'
import type { Hono } from 'hono'
import { districtPaths } from '../../contract/sync/version.ts'
import { joinPageWords } from '../../words/join-page-words.ts'
import { languageOf } from '../badge-page/wanted.ts'
import { pageAnswer } from '../door/headers.ts'
import type { Pace } from '../door/pace.ts'
import { sourceOf } from '../door/source.ts'
import type { House } from '../house.ts'
import { districtName } from '../person/name.ts'
import { joinPage } from './page.ts'

/** As the page of a badge, but without a sandbox, which keeps browsers from opening the app from a link. */
const policy =
  "default-src 'none'; img-src 'self'; style-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"

/** The page to which an invitation link leads in a browser. It looks at no code and keeps nothing: there is no cookie. */
export function joinPageRoute(
  app: Hono<{ Bindings: HttpBindings }>,
  house: House,
  pace: Pace,
): void {
  app.get(districtPaths.joinPage, async c => {
    pace.count(sourceOf(c.env.incoming, house))
    const language = languageOf(undefined, c.req.header('accept-language'))
    const other = language === 'en' ? 'es' : 'en'
    const page = joinPage({
      district: await districtName(house.store),
      address: house.address,
      inLanguages: ([language, other] as const).map(one => [one, joinPageWords[one]] as const),
    })
    return new Response(page, {
      headers: {
        ...pageAnswer,
        'content-security-policy': policy,
        'cross-origin-opener-policy': 'same-origin',
        'content-type': 'text/html; charset=utf-8',
      },
    })
  })
}
