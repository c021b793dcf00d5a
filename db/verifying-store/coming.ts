import type Database from 'better-sqlite3'

/** Something that is on its way into a batch: a zip, a list, a folder of files. */
export interface ComingRow {
  readonly id: string
  readonly batch: string
  /** As it was handed in; only ever shown. */
  readonly name: string
}

/** What is on its way; kept, so that a program that was ended meanwhile can tell that something is missing. */
export interface ComingRows {
  begin(coming: ComingRow): void
  end(id: string): void
  /** In the order they came. */
  all(): readonly ComingRow[]
}

/** What is on its way, in the file of Verify. */
export function comingIn(db: Database.Database): ComingRows {
  const insert = db.prepare(
    'insert into coming (id, batch, name) select ?, id, ? from batch where id = ?',
  )
  const remove = db.prepare('delete from coming where id = ?')
  const all = db.prepare<[], ComingRow>('select id, batch, name from coming order by rowid')
  return {
    begin: ({ id, batch, name }) => void insert.run(id, name, batch),
    end: id => void remove.run(id),
    all: () => all.all(),
  }
}
