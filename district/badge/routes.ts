import type { HttpBindings } from '@hono/node-server'
import type { Context, Hono } from 'hono'
import { districtPaths } from '../../contract/sync/version.ts'
import { BadgeRecord } from '../../core/badge/record.ts'
import { IssuerRecord, StatusListRecord } from '../../core/badge/trust.ts'
import { trustBundleId, TrustBundleRecord } from '../../core/badge/trust-bundle.ts'
import { idInput } from '../../core/kit/input.ts'
import type { Published } from '../door/published.ts'
import { preflight, publishedAnswer } from '../door/published.ts'
import { paceOf, paces } from '../door/pace.ts'
import { RequestRefused } from '../door/refused.ts'
import { sourceOf } from '../door/source.ts'
import { judgeOf } from '../badge-page/judge.ts'
import { badgePageRoutes } from '../badge-page/routes.ts'
import { givenPageRoutes } from '../endorsement/page-routes.ts'
import { endorsementAt, endorsementPath } from '../endorsement/routes.ts'
import type { House } from '../house.ts'
import type { Issuer } from './issuer.ts'
import { listNamed } from './status-lists.ts'
import { idOfUrl } from './uuid.ts'

type Ask = Context<{ Bindings: HttpBindings }>

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
  const open = (path: string, find: (c: Ask) => Promise<Published | undefined>) => {
    app.options(path, () => new Response(null, { status: 204, headers: preflight }))
    app.get(path, async c => {
      pace.count(sourceOf(c.env.incoming, house))
      const found = await find(c)
      if (found === undefined) throw new RequestRefused('not_found')
      return publishedAnswer(
        {
          ifNoneMatch: c.req.header('if-none-match'),
          ifModifiedSince: c.req.header('if-modified-since'),
        },
        found,
      )
    })
  }
  const judge = judgeOf(house)
  badgePageRoutes(app, house, pace, judge)
  givenPageRoutes(app, house, pace, judge)
  open(`${districtPaths.badges}/:id`, async c => {
    const id = idInput.safeParse(c.req.param('id'))
    if (!id.success) return undefined
    const badge = await house.store.seen().get(BadgeRecord, id.data)
    const { credential: text, signedAt, resignedAt } = badge?.rec.body ?? {}
    const changedAt = resignedAt ?? signedAt
    const type = 'application/vc+ld+json'
    // A page stands at the same address.
    return text === undefined ? undefined : { text, type, changedAt, vary: 'accept' }
  })
  open(endorsementPath, c => endorsementAt(house, c.req.param('id')))
  open(`${districtPaths.status}/:n`, async c => {
    const url = await listNamed(house, c.req.param('n') ?? '')
    if (url === undefined) return undefined
    const there = await house.store.seen().get(StatusListRecord, idOfUrl(url))
    if (there === undefined) return undefined
    const { credential: text, publishedAt: changedAt } = there.rec.body
    return { text, type: 'application/vc+ld+json', changedAt }
  })
  open(districtPaths.trust, async () => {
    const there = await house.store.seen().get(TrustBundleRecord, trustBundleId)
    if (there === undefined) return undefined
    const { text, createdAt: changedAt } = there.rec.body
    return { text, type: 'application/json', changedAt }
  })
  open(districtPaths.did, async () => {
    if (issuer.url === undefined) return undefined
    const there = await house.store.seen().get(IssuerRecord, idOfUrl(issuer.did))
    return {
      text: JSON.stringify(issuer.document),
      type: 'application/did+json',
      changedAt: there?.rec.body.fetchedAt,
    }
  })
}
