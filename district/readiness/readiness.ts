import { statfs } from 'node:fs/promises'
import { query } from '../../db/sql/steps.ts'
import type { House } from '../house.ts'
import type { Running } from '../reaction/run.ts'

/** What keeps a district from its work; said in its log and to nobody who asks over the network. */
export type Ailment = 'database' | 'disk' | 'reactions' | 'ending'

/** Below so many free bytes a command may find no room: the database writes each one twice. */
export const freeBytesLeast = 64 * 1024 ** 2
/** How long a database may take to answer the smallest question (ms). */
export const databaseMsMax = 5_000
/** A reaction that has not come round for so long (ms) is stuck: reading the largest films takes minutes. */
export const reactionMsMax = 900_000
/** What was found holds so long (ms): whoever asks without end costs one look. */
const rememberedMs = 1_000

/** How the district is. */
export interface Readiness {
  /** What is wrong now; nothing: it is ready. */
  ailments(): Promise<readonly Ailment[]>
}

interface Parts {
  readonly house: Pick<House, 'store' | 'accounts' | 'nonces' | 'isEnding'> & {
    readonly tell: Pick<House['tell'], 'worked'>
  }
  readonly dataFolder: string
  readonly reactions: Pick<Running, 'roundAt'>
  /** Time that only goes forward (ms). */
  now?(): number
  freeBytes?(): Promise<number>
}

/** Looks after a district. A change is told in its log, by what is wrong. */
export function readinessOf({
  house,
  dataFolder,
  reactions,
  now = () => performance.now(),
  freeBytes = () => freeBytesIn(dataFolder),
}: Parts): Readiness {
  let looked: { readonly at: number; readonly found: Promise<readonly Ailment[]> } | undefined
  let told = ''
  const look = async (): Promise<readonly Ailment[]> => {
    const found: Ailment[] = []
    if (house.isEnding()) found.push('ending')
    if (!(await answers(house))) found.push('database')
    if (!((await freeBytes()) >= freeBytesLeast)) found.push('disk')
    if (now() - reactions.roundAt() > reactionMsMax) found.push('reactions')
    const said = found.join(' ')
    if (said !== told) house.tell.worked('health', { wrong: said === '' ? 'nothing' : said })
    told = said
    return found
  }
  return {
    ailments() {
      // What ends is told at once: a proxy should send nobody here any more.
      if (looked === undefined || now() - looked.at > rememberedMs || house.isEnding())
        looked = { at: now(), found: look() }
      return looked.found
    },
  }
}

/** Whether all three databases answer, in time. */
async function answers({ store, accounts, nonces }: Parts['house']): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>(resolve => {
    timer = setTimeout(() => resolve(false), databaseMsMax)
  })
  const asked = Promise.all([
    store.meta('id'),
    accounts.snapshot(() => oneDevice()),
    nonces.snapshot(() => oneNonce()),
  ]).then(
    () => true,
    // Why is told by those who do work in it.
    () => false,
  )
  const is = await Promise.race([asked, late])
  clearTimeout(timer)
  return is
}

function* oneDevice() {
  yield* query('select device from device limit 1')
}

function* oneNonce() {
  yield* query('select device from newest limit 1')
}

/** Free bytes where a folder lies; none where it can't be asked. */
async function freeBytesIn(folder: string): Promise<number> {
  try {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize
  } catch {
    // A folder that is gone has no room.
    return 0
  }
}
