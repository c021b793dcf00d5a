import type { HttpBindings } from '@hono/node-server'
import { getRequestListener, RequestError } from '@hono/node-server'
import { Hono } from 'hono'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { districtPaths, wireLimits } from '../../contract/sync/version.ts'
import type { Issuer } from '../badge/issuer.ts'
import { badgeRoutes } from '../badge/routes.ts'
import { roomRoute } from '../evidence/room.ts'
import { evidenceRoutes } from '../evidence/routes.ts'
import type { Uploads } from '../evidence/uploads.ts'
import type { Finding } from '../../core/health/finding.ts'
import { beingReadRoute } from '../claim/being-read.ts'
import { healthRoute } from '../health/routes.ts'
import { readinessPaths } from '../readiness/paths.ts'
import type { Readiness } from '../readiness/readiness.ts'
import { readinessRoutes } from '../readiness/routes.ts'
import type { House } from '../house.ts'
import { personRoutes } from '../person/routes.ts'
import { accountRoutes } from '../sign-in/account-routes.ts'
import { resetRoute } from '../sign-in/reset.ts'
import { signInRoute } from '../sign-in/sign-in.ts'
import { pullRoute } from '../sync/pull.ts'
import { pushRoute } from '../sync/push.ts'
import { setHeaders } from './headers.ts'
import { actorIn } from './notes.ts'
import { RequestRefused } from './refused.ts'
import { routePattern } from './route-pattern.ts'

interface Parts {
  readonly house: House
  readonly issuer: Issuer
  readonly uploads: Uploads
  readonly readiness: Readiness
  /** How the record is. */
  health(): Promise<readonly Finding[]>
}

/**
 * Everything that the district answers over HTTP. Files in arrival go to tus on the bare request, before the
 * framework: it has no say over bodies that are streamed.
 */
export function doorOf({ house, issuer, uploads, readiness, health }: Parts): RequestListener {
  const app = routesOf({ house, issuer, health })
  readinessRoutes(app, readiness)
  app.notFound(() => answerOf(new RequestRefused('not_found')))
  app.onError((error, c) => {
    const { incoming, outgoing } = c.env
    // What else comes of this request is not read.
    if (!incoming.complete) outgoing.setHeader('connection', 'close')
    return answerOf(refusedBy(house, error, incoming))
  })
  const framework = getRequestListener((request, bindings) => app.fetch(request, bindings), {
    overrideGlobalObjects: false,
    // A host or a path that no address can be made of.
    errorHandler: error =>
      answerOf(
        error instanceof RequestError
          ? new RequestRefused('malformed', { where: 'address' })
          : refusedBy(house, error, undefined),
      ),
  })
  const isHttps = house.address.startsWith('https:')
  return (incoming, outgoing) => {
    setHeaders(outgoing, isHttps)
    noteAnswer(house, incoming, outgoing)
    endWithAnswer(incoming, outgoing)
    const target = incoming.url ?? ''
    if (Buffer.byteLength(target) > wireLimits.urlBytesMax)
      return write(outgoing, new RequestRefused('too_large', { where: 'url' }))
    if (house.isEnding() && target !== readinessPaths.alive)
      return write(outgoing, new RequestRefused('busy'))
    const { files } = districtPaths
    if (target === files || target.startsWith(`${files}/`)) {
      uploads.handle(incoming, outgoing).catch((error: unknown) => {
        const refused = refusedBy(house, error, incoming)
        if (outgoing.headersSent) outgoing.destroy()
        else write(outgoing, refused)
      })
      return
    }
    void framework(incoming, outgoing)
  }
}

/** What is told of an error: its code where it is a refusal, else only that it did not work. */
function refusedBy(
  house: House,
  error: unknown,
  incoming: IncomingMessage | undefined,
): RequestRefused {
  if (error instanceof RequestRefused) return error
  house.tell.defect(routePattern(incoming?.url ?? ''), error)
  return new RequestRefused('busy')
}

/** Every route but those of files in arrival. Who is answered on each, `who-is-answered.test.ts` says. */
export function routesOf({
  house,
  issuer,
  health,
}: Pick<Parts, 'house' | 'issuer' | 'health'>): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>()
  personRoutes(app, house)
  signInRoute(app, house)
  accountRoutes(app, house)
  resetRoute(app, house)
  pushRoute(app, house)
  pullRoute(app, house)
  evidenceRoutes(app, house)
  roomRoute(app, house)
  badgeRoutes(app, house, issuer)
  healthRoute(app, house, health)
  beingReadRoute(app, house)
  return app
}

const jsonType = { 'content-type': 'application/json; charset=utf-8' }

function answerOf(refused: RequestRefused): Response {
  return Response.json(refused.said(), { status: refused.status, headers: jsonType })
}

function write(outgoing: ServerResponse, refused: RequestRefused): void {
  // What else comes of this request is not read.
  outgoing.writeHead(refused.status, { ...jsonType, connection: 'close' })
  outgoing.end(JSON.stringify(refused.said()))
}

/** How long the rest of a request is passed over once it was answered (ms), so that its sender comes to read the answer. */
const lingerMs = 500

/** A request that was answered before it was all there is read no further: its connection ends. */
function endWithAnswer(incoming: IncomingMessage, outgoing: ServerResponse): void {
  outgoing.once('finish', () => {
    if (incoming.complete) return
    incoming.resume()
    setTimeout(() => incoming.socket.destroySoon(), lingerMs).unref()
  })
}

function noteAnswer(house: House, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const began = performance.now()
  const { socket, method = '' } = incoming
  const before = socket.bytesWritten
  outgoing.once('close', () => {
    house.inWork.end(incoming)
    if (isProbe(incoming) && outgoing.statusCode === 200) return
    const person = actorIn(incoming)
    house.tell.answered({
      route: routePattern(incoming.url ?? ''),
      method,
      status: outgoing.statusCode,
      ms: Math.round(performance.now() - began),
      bytes: socket.bytesWritten - before,
      actor: person === undefined ? undefined : house.tell.actorOf(person),
    })
  })
}

/** Asked every few seconds for years: only what is wrong is worth a line. */
const isProbe = ({ url }: IncomingMessage): boolean =>
  url === readinessPaths.alive || url === readinessPaths.ready
