import type Database from 'better-sqlite3'

/** When the newest status list was made that was ever seen at each address (epoch ms). It never goes back. */
export interface NewestLists {
  all(): ReadonlyMap<string, number>
  note(lists: Iterable<readonly [url: string, madeAt: number]>): void
}

/** Addresses kept; beyond, the one whose list is oldest is forgotten. */
const listsMax = 10_000

export function newestListsIn(db: Database.Database): NewestLists {
  const all = db.prepare<[], { url: string; madeAt: number }>(
    'select url, made_at as madeAt from newest_list',
  )
  const note = db.prepare(
    `insert into newest_list (url, made_at) values (?, ?)
       on conflict (url) do update set made_at = max(made_at, excluded.made_at)`,
  )
  const trim = db.prepare(
    `delete from newest_list where url in
       (select url from newest_list order by made_at desc limit -1 offset ${listsMax})`,
  )
  return {
    all: () => new Map(all.all().map(({ url, madeAt }) => [url, madeAt])),
    note: db.transaction(lists => {
      for (const [url, madeAt] of lists) note.run(url, madeAt)
      trim.run()
    }),
  }
}
