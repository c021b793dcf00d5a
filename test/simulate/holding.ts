import type { Holding } from '../../core/kit/command.ts'
import { rowIn } from './rows.ts'
import type { Grounds } from './world.ts'

/** What the district's directory says just now that somebody may be, in the whole district and within schools and teams. */
export function holdingOf({ dbs }: Pick<Grounds, 'dbs'>, person: string): Holding {
  const row = rowIn(dbs.record, `person/${person}`)
  const { roles = [], grants }: Partial<Holding> = JSON.parse(row?.body ?? '{}')
  return { roles, grants }
}
