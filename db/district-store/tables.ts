import { index, integer, primaryKey, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'

// The district's tables as its queries know them, under the names the columns have. One description serves both
// engines, as the migrations do: `integer` is PostgreSQL's bigint there. The migrations make them; a test compares.

export const record = sqliteTable(
  'record',
  {
    key: text().primaryKey(),
    kind: text().notNull(),
    v: integer().notNull(),
    rev: integer().notNull(),
    body: text().notNull(),
    clocks: text().notNull(),
  },
  t => [index('record_kind').on(t.kind)],
)

export const member = sqliteTable(
  'member',
  { key: text().notNull(), stream: text().notNull(), view: text().notNull(), sum: integer() },
  t => [primaryKey({ columns: [t.key, t.stream] }), index('member_stream').on(t.stream, t.key)],
)

export const stream = sqliteTable('stream', {
  name: text().primaryKey(),
  head: integer().notNull(),
  floor: integer().notNull().default(0),
  records: integer().notNull().default(0),
  sum: integer().notNull().default(0),
})

export const change = sqliteTable(
  'change',
  {
    stream: text().notNull(),
    seq: integer().notNull(),
    key: text().notNull(),
    at: integer().notNull(),
  },
  t => [primaryKey({ columns: [t.stream, t.seq] }), unique().on(t.stream, t.key)],
)

export const name = sqliteTable('name', { name: text().primaryKey(), key: text().notNull() }, t => [
  index('name_key').on(t.key),
])

export const result = sqliteTable('result', {
  key: text().primaryKey(),
  result: text().notNull(),
  digest: text(),
  stamp: text(),
})

export const audit = sqliteTable('audit', {
  n: integer().primaryKey({ autoIncrement: true }),
  at: integer().notNull(),
  command_key: text().notNull(),
  command: text().notNull(),
  person: text().notNull(),
  device: text(),
  outcome: text().notNull(),
  records: text().notNull(),
  commitments: text(),
})

export const auditSalt = sqliteTable('audit_salt', {
  n: integer().primaryKey(),
  salt: text().notNull(),
})

export const auditDue = sqliteTable('audit_due', { n: integer().primaryKey() })

export const auditLink = sqliteTable(
  'audit_link',
  { link: integer().primaryKey(), n: integer().notNull(), hash: text().notNull() },
  t => [unique().on(t.n)],
)

export const auditHead = sqliteTable('audit_head', {
  link: integer().primaryKey(),
  epoch: text().notNull(),
  hash: text().notNull(),
  at: integer().notNull(),
  signature: text().notNull(),
})

/** Of files, as both sides keep them. */
export const blobColumns = () => ({
  sha: text().notNull(),
  owner: text().notNull(),
  size_bytes: integer().notNull(),
  media_type: text().notNull(),
  verified_at: integer().notNull(),
})

export const blob = sqliteTable('blob', blobColumns(), t => [
  primaryKey({ columns: [t.sha, t.owner] }),
  index('blob_owner').on(t.owner),
])

export const blobUnused = sqliteTable(
  'blob_unused',
  { sha: text().notNull(), owner: text().notNull(), since: integer().notNull() },
  t => [primaryKey({ columns: [t.sha, t.owner] })],
)

export const meta = sqliteTable('meta', { name: text().primaryKey(), value: text().notNull() })
