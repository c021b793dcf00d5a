import { index, integer, primaryKey, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import { blobColumns } from '../district-store/tables.ts'

// A device's tables as its queries know them, under the names the columns have. The migrations make them; a test
// compares. Not here: `search`, which is a virtual table, and the index tables, which are made from the record types.

// Values of one's own are kept as in a district.
export { meta } from '../district-store/tables.ts'

export const blob = sqliteTable('blob', blobColumns(), t => [
  primaryKey({ columns: [t.sha, t.owner] }),
])

export const mirror = sqliteTable(
  'mirror',
  {
    stream: text().notNull(),
    key: text().notNull(),
    v: integer().notNull(),
    rev: integer().notNull(),
    body: text().notNull(),
    clocks: text().notNull(),
    generation: integer().notNull(),
    told: integer(),
  },
  t => [primaryKey({ columns: [t.key, t.stream] }), index('mirror_stream').on(t.stream)],
)

export const copied = sqliteTable('copied', {
  stream: text().primaryKey(),
  records: integer().notNull(),
  sum: integer().notNull(),
})

export const pending = sqliteTable('pending', {
  key: text().primaryKey(),
  v: integer().notNull(),
  rev: integer().notNull(),
  body: text(),
  clocks: text().notNull(),
})

export const outbox = sqliteTable(
  'outbox',
  {
    n: integer().primaryKey(),
    key: text().notNull(),
    name: text().notNull(),
    input: text().notNull(),
    stamp: text().notNull(),
    done_at: integer().notNull(),
    state: text().notNull(),
    sight: text().notNull(),
    wait_on: text(),
    refusal: text(),
    settled: integer().notNull().default(0),
    goes_at: integer(),
    goes_with: text(),
    held_from: integer(),
  },
  t => [unique().on(t.key), index('outbox_state').on(t.state, t.n)],
)

export const touch = sqliteTable(
  'touch',
  {
    n: integer()
      .notNull()
      .references(() => outbox.n, { onDelete: 'cascade' }),
    key: text().notNull(),
    wrote: integer().notNull(),
  },
  t => [primaryKey({ columns: [t.n, t.key] }), index('touch_key').on(t.key, t.n, t.wrote)],
)

export const archive = sqliteTable('archive', {
  n: integer().primaryKey(),
  key: text().notNull(),
  name: text().notNull(),
  input: text().notNull(),
  stamp: text().notNull(),
  done_at: integer().notNull(),
  touches: text().notNull(),
})

export const dirty = sqliteTable('dirty', { key: text().primaryKey() })

export const firstSight = sqliteTable('first_sight', {
  key: text().primaryKey(),
  body: text().notNull(),
  seen_at: integer().notNull(),
})

export const name = sqliteTable('name', { name: text().notNull(), key: text().notNull() }, t => [
  primaryKey({ columns: [t.name, t.key] }),
  index('name_key').on(t.key),
])

export const searched = sqliteTable(
  'searched',
  { n: integer().primaryKey(), key: text().notNull() },
  t => [unique().on(t.key)],
)

export const searchDue = sqliteTable('search_due', {
  n: integer().primaryKey(),
  key: text().notNull(),
})
