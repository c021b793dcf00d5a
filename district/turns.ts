import { isBackupDue } from './backup/backup-due.ts'
import type { Issuer } from './badge/issuer.ts'
import { resignBadges } from './badge/resign.ts'
import { freshenLists } from './badge/status-lists.ts'
import type { Databases } from './database/databases.ts'
import { lookAgain } from './endorsement/look.ts'
import type { Uploads } from './evidence/uploads.ts'
import type { House } from './house.ts'
import { hourly } from './upkeep/hourly.ts'

const backedUpAt = 'backed-up-at'

interface Parts {
  readonly house: House
  readonly issuer: Issuer
  readonly uploads: Uploads
  readonly databases: Pick<Databases, 'backUp'>
}

/** What the district does each hour, whatever happens. */
export interface Turns {
  /** Begins no more of them, and waits for the signing that was begun at the start. */
  close(): Promise<void>
}

/** Starts what is done each hour. Badges that have to be signed again are begun with at once, beside everything else: there may be many. */
export function startTurns({ house, issuer, uploads, databases }: Parts): Turns {
  const { store, tell, clock, timers } = house
  const resign = async () => void (await resignBadges(house, issuer))
  const backUp = async () => {
    const last = Number((await store.meta(backedUpAt)) ?? '0')
    const now = clock()
    if (!isBackupDue(last, now)) return
    const copies = await databases.backUp(now)
    for (const copy of copies) tell.worked('backup', copy)
    // What could not be copied is tried again in an hour.
    if (copies.every(({ backup }) => backup === 'made'))
      await store.setMeta(backedUpAt, String(now))
  }
  const resigning = resign().catch((error: unknown) => tell.defect('sign again', error))
  const each: Readonly<Record<string, () => Promise<void>>> = {
    'clear uploads': () => uploads.clear(),
    'freshen lists': () => freshenLists(house, issuer),
    'sign again': resign,
    'look at endorsements': () => lookAgain(house),
    backup: backUp,
  }
  const ends = Object.entries(each).map(([what, work]) =>
    hourly(timers, work, error => tell.defect(what, error)),
  )
  return {
    async close() {
      for (const end of ends) end()
      await resigning
    },
  }
}
