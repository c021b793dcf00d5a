import type { HttpBindings } from '@hono/node-server'
import type { Hono } from 'hono'
import type { HealthReply } from '../../contract/sync/health.ts'
import { districtPaths } from '../../contract/sync/version.ts'
import { holdsEverywhere } from '../../core/access/reach.ts'
import type { Finding } from '../../core/health/finding.ts'
import { askedBy } from '../door/asking.ts'
import { RequestRefused } from '../door/refused.ts'
import { json } from '../door/reply.ts'
import type { House } from '../house.ts'

/** Tells administrators how the record is; nobody else. */
export function healthRoute(
  app: Hono<{ Bindings: HttpBindings }>,
  house: House,
  health: () => Promise<readonly Finding[]>,
): void {
  app.get(districtPaths.health, async c => {
    const actor = await askedBy(house, c.env.incoming)
    if (!holdsEverywhere(actor, 'administrator')) throw new RequestRefused('not_allowed')
    const reply: HealthReply = { at: house.clock(), findings: [...(await health())] }
    return json(reply, { accept: c.req.header('accept-encoding') })
  })
}
