import type { HttpBindings } from '@hono/node-server'
import type { Hono } from 'hono'
import { RequestRefused } from '../door/refused.ts'
import { json } from '../door/reply.ts'
import type { Health } from './health.ts'
import { healthPaths } from './paths.ts'

/**
 * Whether the process answers, and whether it can do its work: for anyone, since a proxy signs nothing. What is wrong
 * is not told here.
 */
export function healthRoutes(app: Hono<{ Bindings: HttpBindings }>, health: Health): void {
  app.get(healthPaths.alive, () => json({ alive: true }, { accept: undefined }))
  app.get(healthPaths.ready, async () => {
    if ((await health.ailments()).length > 0) throw new RequestRefused('busy')
    return json({ ready: true }, { accept: undefined })
  })
}
