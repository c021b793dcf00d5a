import type { HttpBindings } from '@hono/node-server'
import type { Hono } from 'hono'
import { RequestRefused } from '../door/refused.ts'
import { json } from '../door/reply.ts'
import type { Readiness } from './readiness.ts'
import { readinessPaths } from './paths.ts'

/**
 * Whether the process answers, and whether it can do its work: for anyone, since a proxy signs nothing. What is wrong
 * is not told here.
 */
export function readinessRoutes(app: Hono<{ Bindings: HttpBindings }>, readiness: Readiness): void {
  app.get(readinessPaths.alive, () => json({ alive: true }, { accept: undefined }))
  app.get(readinessPaths.ready, async () => {
    if ((await readiness.ailments()).length > 0) throw new RequestRefused('busy')
    return json({ ready: true }, { accept: undefined })
  })
}
