import type { Migration } from '../open/migration.ts'

/** The district's tables, on both engines. Index tables are not here: they are made from the record types. */
export const districtMigrations: readonly Migration[] = [
  {
    number: 1,
    statements: ({ text, int, serial, strict }) => [
      `create table record (key ${text} primary key, kind ${text} not null, v ${int} not null,
         rev ${int} not null, body ${text} not null, clocks ${text} not null)${strict}`,
      'create index record_kind on record (kind)',
      // Where a record was put, so that it is taken from there even when newer code would put it elsewhere.
      `create table member (key ${text} not null, stream ${text} not null, view ${text} not null,
         primary key (key, stream))${strict}`,
      'create index member_stream on member (stream, key)',
      `create table stream (name ${text} primary key, head ${int} not null)${strict}`,
      // Keys only: bodies are read and projected when they are pulled.
      `create table change (stream ${text} not null, seq ${int} not null, key ${text} not null,
         primary key (stream, seq))${strict}`,
      `create table name (name ${text} primary key, key ${text} not null)${strict}`,
      'create index name_key on name (key)',
      `create table result (key ${text} primary key, result ${text} not null)${strict}`,
      `create table audit (n ${serial}, at ${int} not null, command_key ${text} not null,
         command ${text} not null, person ${text} not null, device ${text}, outcome ${text} not null,
         records ${text} not null)${strict}`,
      `create table blob (sha ${text} not null, owner ${text} not null, size_bytes ${int} not null,
         media_type ${text} not null, verified_at ${int} not null, primary key (sha, owner))${strict}`,
      `create table meta (name ${text} primary key, value ${text} not null)${strict}`,
    ],
  },
  {
    number: 2,
    statements: ({ text }) => [
      // What was sent under the key, so that something else under it is noticed.
      `alter table result add column digest ${text}`,
      `alter table result add column stamp ${text}`,
    ],
  },
  {
    number: 3,
    statements: ({ text, int, strict }) => [
      `alter table audit add column commitments ${text}`,
      // By itself, so that what was written can be made unprovable without touching its entry.
      `create table audit_salt (n ${int} primary key, salt ${text} not null)${strict}`,
      // Entries that wait for their place in the chain.
      `create table audit_due (n ${int} primary key)${strict}`,
      `create table audit_link (link ${int} primary key, n ${int} not null unique, hash ${text} not null)${strict}`,
      // The end of the chain as the district signed it, once an hour.
      `create table audit_head (link ${int} primary key, epoch ${text} not null, hash ${text} not null,
         at ${int} not null, signature ${text} not null)${strict}`,
      'insert into audit_due (n) select n from audit',
    ],
  },
  {
    number: 4,
    changesRowsOf: ['change'],
    statements: ({ text, int, strict }) => [
      // One row for each record of a stream, at its last number: what was before says nothing any more. `at`: epoch ms.
      `create table change_kept (stream ${text} not null, seq ${int} not null, key ${text} not null,
         at ${int} not null, primary key (stream, seq), unique (stream, key))${strict}`,
      `insert into change_kept (stream, seq, key, at)
         select stream, max(seq), key, coalesce((select max(at) from audit), 0)
         from change group by stream, key`,
      'drop table change',
      'alter table change_kept rename to change',
      // Below this number, what left the stream is forgotten.
      `alter table stream add column floor ${int} not null default 0`,
      // How many records a stream shows, and the sum of them.
      `alter table stream add column records ${int} not null default 0`,
      `alter table stream add column sum ${int} not null default 0`,
      // What a record adds to it; null: not counted yet.
      `alter table member add column sum ${int}`,
    ],
  },
  {
    number: 5,
    statements: ({ text, int, strict }) => [
      'create index blob_owner on blob (owner)',
      // Files that nothing names, since when (epoch ms).
      `create table blob_unused (sha ${text} not null, owner ${text} not null, since ${int} not null,
         primary key (sha, owner))${strict}`,
    ],
  },
]
