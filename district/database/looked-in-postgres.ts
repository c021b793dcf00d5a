import type { Migration } from '../../db/open/migration.ts'
import type { Sql } from '../../db/sql/steps.ts'
import type { CommandWords, ProgramWords } from '../../words/shell-words.ts'
import { shownUrl } from './database-url.ts'

/** Of both languages' sentences those for a database that can't be looked at. */
export interface LookWords {
  readonly commands: Pick<CommandWords, 'noDistrict' | 'newer' | 'older'>
  readonly programs: Pick<ProgramWords['district'], 'file'>
}

/** A schema of a district's database, opened as it is: nothing is made and nothing changed. Else why not, in a sentence. */
export async function lookedInPostgres(
  what: {
    readonly url: string
    readonly schema: string
    readonly migrations: readonly Migration[]
  },
  { commands, programs }: LookWords,
): Promise<Sql | string> {
  const file = shownUrl(what.url)
  const { lookAtPostgres } = await import('../../db/open/postgres.ts')
  const looked = await lookAtPostgres(what)
  switch (looked.opened) {
    case 'ready':
      return looked.sql
    case 'newer':
      return commands.newer({ file })
    case 'older':
      return commands.older({ file })
    case 'absent':
      return commands.noDistrict({ folder: file })
    case 'failed':
      return programs.file[looked.code]({ file })
  }
}
