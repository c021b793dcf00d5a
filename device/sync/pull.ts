import { PersonRecord } from '../../core/person/record.ts'
import type { Holding } from '../../core/kit/command.ts'
import type { PullReply as ToldReply } from '../../contract/sync/pull.ts'
import type { Page as TakenPage, PullReply as TakenReply } from '../../db/wire.ts'
import type { DeviceStore } from '../../db/device-store/open.ts'
import type { Standing } from '../../db/device-store/standing.ts'
import { noteWait } from '../person/wait.ts'
import { answersOf } from './answers.ts'
import { takeHead } from './audit-seen.ts'
import type { Line } from './line.ts'
import { resultOf } from './push.ts'
import { forgetSent } from './sent-mark.ts'
import { isTimely } from './timely.ts'

interface Parts {
  readonly store: DeviceStore
  clock(): number
}

interface Pulled {
  /** Records that may look different. */
  readonly changed: readonly string[]
  /** Whether evidence or claims are among them. */
  readonly files: boolean
  /** Records that a pull from the beginning would take away, held back until the person agrees. */
  readonly held: number
}

/**
 * Takes in the district's word to its end: page after page, each in one transaction. An answer is held by the
 * district until there is something to tell, or for a while. Throws `Away`.
 */
export async function pullOnce(
  { store, clock }: Parts,
  line: Line,
  signal: AbortSignal,
  onPage: (sums: TakenPage['sums']) => void,
  /** It begins or ceases to wait for a yes. */
  onWait: () => void,
): Promise<Pulled> {
  const changed = new Set<string>()
  let held = 0
  let began = false
  for await (const { told, link, anew, askedAt } of answersOf({ store, clock }, line, signal)) {
    if (isNewLife(told, store.standing())) forgetSent(store)
    const now = clock()
    const taken = store.takePage(replyOf(told), now, anew, isTimely(askedAt, now))
    if (taken.took === 'resync') began = true
    if ('head' in told && told.head !== undefined) {
      const { head, stands: hash } = told
      const stands = link === undefined || hash === undefined ? undefined : { link, hash }
      takeHead(store, head, clock(), stands)
    }
    if (!('resync' in told) && noteWait(store, told.waitsUntil)) onWait()
    onPage('sums' in told ? told.sums : undefined)
    if (taken.took === 'page') {
      for (const key of taken.changed) changed.add(key)
      held = taken.held
    }
    const isMore = taken.took === 'resync' || (taken.took === 'page' && taken.more)
    if (!isMore) break
  }
  await followRoles(store)
  const files =
    began || [...changed].some(key => key.startsWith('evidence/') || key.startsWith('claim/'))
  return { changed: [...changed], files, held }
}

/** What the directory says about oneself decides what may be done. */
async function followRoles(store: DeviceStore): Promise<void> {
  const { actor } = store.standing()
  const person = await store.seen.get(PersonRecord, actor.person)
  if (person === undefined) return
  const { roles, grants } = person.rec.body
  if (!isSame({ roles, grants }, actor)) store.setActor({ ...actor, roles, grants })
}

const isSame = (one: Holding, other: Holding): boolean => named(one) === named(other)

/** What somebody holds, in one order. */
const named = ({ roles, grants = [] }: Holding): string =>
  [...roles, ...grants.map(({ role, within }) => `${role} ${within}`)].toSorted().join()

/** Whether the district was restored from a copy: it may lack files that it had. */
function isNewLife(told: ToldReply, { cursor, life }: Standing): boolean {
  if (told.from !== cursor) return false
  if ('resync' in told) return told.resync === 'epoch'
  return told.life !== undefined && life !== undefined && told.life.epoch !== life.epoch
}

function replyOf(told: ToldReply): TakenReply {
  if ('resync' in told) return told
  return { ...told, results: told.results.map(([key, result]) => [key, resultOf(result)]) }
}
