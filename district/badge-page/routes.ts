import type { HttpBindings } from '@hono/node-server'
import type { Hono } from 'hono'
import { districtPaths } from '../../contract/sync/version.ts'
import type { Badge } from '../../core/badge/record.ts'
import { BadgeRecord } from '../../core/badge/record.ts'
import { idInput } from '../../core/kit/input.ts'
import type { BadgePageWords } from '../../words/badge-page-words.ts'
import { publicAnswer } from '../door/headers.ts'
import type { Pace } from '../door/pace.ts'
import { sourceOf } from '../door/source.ts'
import { endorsementsOf } from '../endorsement/shown.ts'
import type { House } from '../house.ts'
import { file, shown } from './answers.ts'
import { asked } from './asked.ts'
import type { Judge } from './judge.ts'
import { icon, look } from './look.ts'
import { badgePage, noBadgePage } from './page.ts'
import { picturesIn } from './pictures.ts'
import { readCredential } from './read-credential.ts'
import { standingOf } from './standing.ts'
import { wantsPage } from './wanted.ts'

/** All that the page fetches. */
const pageFiles = {
  'page.css': { text: look, type: 'text/css; charset=utf-8' },
  'page.svg': { text: icon, type: 'image/svg+xml' },
} as const

/** How long the look of the page may be kept (s). */
const lookSeconds = 3_600

/**
 * The page of a badge and its files: for people, where a verifier gets the credential itself. `next` answers what asks
 * for no page.
 */
export function badgePageRoutes(
  app: Hono<{ Bindings: HttpBindings }>,
  house: House,
  pace: Pace,
  judge: Judge,
): void {
  const pictureOf = picturesIn(house.fontsFolders)
  const { badges } = districtPaths
  for (const [name, { text, type }] of Object.entries(pageFiles))
    app.get(`${badges}/${name}`, c => {
      pace.count(sourceOf(c.env.incoming, house))
      return new Response(text, {
        headers: {
          // The page has no origin of its own: its sandbox takes it away.
          ...publicAnswer,
          'content-type': type,
          'cache-control': `public, max-age=${lookSeconds}`,
        },
      })
    })
  app.get(`${badges}/:file{[a-z0-9-]{1,80}\\.(?:json|png)}`, async c => {
    pace.count(sourceOf(c.env.incoming, house))
    const [id = '', form = ''] = c.req.param('file').split('.')
    const { language, words } = await asked(c, house)
    const credential = (await badgeAt(id))?.credential
    if (credential === undefined) return nothing(language, words)
    const said = readCredential(credential)
    if (form === 'json')
      return file(Buffer.from(credential), 'application/vc+ld+json', `badge.json`)
    return file(await pictureOf(credential, said, words), 'image/png', 'badge.png')
  })
  app.get(`${badges}/:id`, async (c, next) => {
    if (!wantsPage(c.req.header('accept'))) return next()
    pace.count(sourceOf(c.env.incoming, house))
    const { language, words } = await asked(c, house)
    const id = c.req.param('id')
    const badge = await badgeAt(id)
    if (badge?.credential === undefined) return nothing(language, words)
    const { answers, at } = await judge(badge.credential)
    const page = badgePage({
      id,
      language,
      words,
      said: readCredential(badge.credential),
      standing: standingOf(badge, answers),
      newer: await newerOf(badge),
      endorsements: await endorsementsOf(house, id, badge),
      url: `${house.address}${badges}/${id}`,
      checkedAt: at,
      listAt: answers.status.asOf,
    })
    return shown(page, 200)
  })

  async function badgeAt(id: string): Promise<Badge | undefined> {
    // What is no id of ours is at none: a database need not be able to keep it.
    if (!idInput.safeParse(id).success) return undefined
    return (await house.store.seen().get(BadgeRecord, id))?.rec.body
  }

  /** The badge that took its place, once it is signed: before that nobody is told of it. */
  async function newerOf({ replacedBy }: Badge): Promise<string | undefined> {
    if (replacedBy === undefined) return undefined
    return (await badgeAt(replacedBy))?.credential === undefined ? undefined : replacedBy
  }
}

const nothing = (language: 'en' | 'es', words: BadgePageWords): Response =>
  shown(noBadgePage({ language, words }), 404)
