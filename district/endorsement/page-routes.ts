import type { HttpBindings } from '@hono/node-server'
import type { Hono } from 'hono'
import { districtPaths } from '../../contract/sync/version.ts'
import { GivenEndorsementRecord } from '../../core/endorsement/given.ts'
import { idInput } from '../../core/kit/input.ts'
import { file, shown } from '../badge-page/answers.ts'
import { asked } from '../badge-page/asked.ts'
import type { Judge } from '../badge-page/judge.ts'
import { wantsPage } from '../badge-page/wanted.ts'
import type { Pace } from '../door/pace.ts'
import { sourceOf } from '../door/source.ts'
import type { House } from '../house.ts'
import { givenPage, noGivenPage } from './given-page.ts'
import { endorsementAt } from './routes.ts'

/**
 * The page of the district's word about what others issue, and its file to keep: for people, where a verifier gets the
 * credential itself. `next` answers what asks for no page, and what is somebody else's word.
 */
export function givenPageRoutes(
  app: Hono<{ Bindings: HttpBindings }>,
  house: House,
  pace: Pace,
  judge: Judge,
): void {
  const { endorsements } = districtPaths
  app.get(`${endorsements}/:file{[a-z0-9-]{1,80}\\.json}`, async c => {
    pace.count(sourceOf(c.env.incoming, house))
    const id = c.req.param('file').slice(0, -'.json'.length)
    const credential = (await givenAt(id))?.credential
    if (credential === undefined) return shown(noGivenPage(await asked(c, house)), 404)
    return file(Buffer.from(credential), 'application/vc+ld+json', 'endorsement.json')
  })
  app.get(`${endorsements}/:id`, async (c, next) => {
    if (!wantsPage(c.req.header('accept'))) return next()
    pace.count(sourceOf(c.env.incoming, house))
    const id = c.req.param('id')
    const body = await givenAt(id)
    const { credential } = body ?? {}
    if (body === undefined || credential === undefined) {
      if ((await endorsementAt(house, id)) !== undefined) return next()
      return shown(noGivenPage(await asked(c, house)), 404)
    }
    const { answers, at } = await judge(credential)
    const url = `${house.address}${endorsements}/${id}`
    const { language, words } = await asked(c, house)
    const whole = { ...body, credential }
    return shown(givenPage({ id, language, words, body: whole, answers, url, checkedAt: at }), 200)
  })

  async function givenAt(id: string) {
    // What is no id of ours is at none: a database need not be able to keep it.
    if (!idInput.safeParse(id).success) return undefined
    return (await house.store.seen().get(GivenEndorsementRecord, id))?.rec.body
  }
}
