import type { HttpBindings } from '@hono/node-server'
import { createHash } from 'node:crypto'
import type { Context, Hono } from 'hono'
import { districtPaths } from '../../contract/sync/version.ts'
import { BadgeRecord } from '../../core/badge/record.ts'
import { StatusListRecord } from '../../core/badge/trust.ts'
import { trustBundleId, TrustBundleRecord } from '../../core/badge/trust-bundle.ts'
import { idInput } from '../../core/kit/input.ts'
import { publicAnswer } from '../door/headers.ts'
import { paceOf, paces } from '../door/pace.ts'
import { RequestRefused } from '../door/refused.ts'
import { sourceOf } from '../door/source.ts'
import { badgePageRoutes } from '../badge-page/routes.ts'
import type { House } from '../house.ts'
import type { Issuer } from './issuer.ts'
import { listNamed } from './status-lists.ts'
import { idOfUrl } from './uuid.ts'

type Ask = Context<{ Bindings: HttpBindings }>

/** How long a copy of a public document may be used without asking again (s). */
const copySeconds = 300

/**
 * What anyone anywhere may read: a badge by its id, which nobody can guess, and its page; status lists; the district's
 * keys, and what it vouches for. A revoked badge is served as it was signed: that it is revoked is the list's word.
 */
export function badgeRoutes(
  app: Hono<{ Bindings: HttpBindings }>,
  house: House,
  issuer: Issuer,
): void {
  const pace = paceOf(paces.public, house.clock)
  const open = (path: string, find: (c: Ask) => Promise<Found | undefined>) => {
    app.options(path, () => new Response(null, { status: 204, headers: preflight }))
    app.get(path, async c => {
      pace.count(sourceOf(c.env.incoming, house))
      const found = await find(c)
      if (found === undefined) throw new RequestRefused('not_found')
      return published(c, found)
    })
  }
  badgePageRoutes(app, house, pace)
  open(`${districtPaths.badges}/:id`, async c => {
    const id = idInput.safeParse(c.req.param('id'))
    if (!id.success) return undefined
    const badge = await house.store.seen().get(BadgeRecord, id.data)
    const text = badge?.rec.body.credential
    // A page stands at the same address.
    return text === undefined ? undefined : { text, type: 'application/vc+ld+json', vary: 'accept' }
  })
  open(`${districtPaths.status}/:n`, async c => {
    const url = await listNamed(house, c.req.param('n') ?? '')
    if (url === undefined) return undefined
    const there = await house.store.seen().get(StatusListRecord, idOfUrl(url))
    return there && { text: there.rec.body.credential, type: 'application/vc+ld+json' }
  })
  open(districtPaths.trust, async () => {
    const there = await house.store.seen().get(TrustBundleRecord, trustBundleId)
    return there && { text: there.rec.body.text, type: 'application/json' }
  })
  open(districtPaths.did, async () =>
    issuer.url === undefined
      ? undefined
      : { text: JSON.stringify(issuer.document), type: 'application/did+json' },
  )
}

interface Found {
  readonly text: string
  readonly type: string
  /** What the answer depends on beside the address. */
  readonly vary?: string
}

const preflight = {
  ...publicAnswer,
  'access-control-allow-methods': 'GET, HEAD',
  'access-control-max-age': '86400',
}

function published(c: Ask, { text, type, vary }: Found): Response {
  const etag = `"${createHash('sha256').update(text).digest('base64url')}"`
  const headers = {
    ...publicAnswer,
    etag,
    'cache-control': `public, max-age=${copySeconds}`,
    'access-control-expose-headers': 'etag',
    ...(vary === undefined ? {} : { vary }),
  }
  const isKnown = (c.req.header('if-none-match') ?? '').split(/,\s*/).includes(etag)
  if (isKnown) return new Response(null, { status: 304, headers })
  return new Response(text, { headers: { ...headers, 'content-type': type } })
}
