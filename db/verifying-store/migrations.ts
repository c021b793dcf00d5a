import type { Migration } from '../open/migration.ts'

/** Tables of Verify: on this computer alone, in a file of their own, which no backup copies. */
export const verifyingMigrations: readonly Migration[] = [
  {
    number: 1,
    statements: ({ text, int, strict }) => [
      `create table batch (id ${text} primary key, name ${text} not null, begun_at ${int} not null,
         checked_at ${int}, took_ms ${int} not null default 0, next_n ${int} not null default 1,
         left_out ${int} not null default 0)${strict}`,
      `create table left_out (batch ${text} not null references batch (id) on delete cascade,
         n ${int} not null, name ${text} not null, code ${text} not null, facts ${text} not null,
         primary key (batch, n))${strict}`,
      // `place`: what is worst has the smallest number; what is not checked comes last.
      `create table input (batch ${text} not null references batch (id) on delete cascade,
         n ${int} not null, name ${text} not null, address ${text}, state ${text} not null,
         place ${int} not null, grp ${text} not null, summary ${text}, size_bytes ${int} not null,
         primary key (batch, n))${strict}`,
      'create index input_place on input (batch, place, grp, n)',
      'create index input_state on input (state, batch, n)',
      // Apart from the rows that lists read.
      `create table content (batch ${text} not null, n ${int} not null, bytes blob not null,
         primary key (batch, n), foreign key (batch, n) references input (batch, n) on delete cascade)${strict}`,
      `create table answer (batch ${text} not null, n ${int} not null, packed blob not null,
         primary key (batch, n), foreign key (batch, n) references input (batch, n) on delete cascade)${strict}`,
    ],
  },
  {
    number: 2,
    statements: ({ text, int, strict }) => [
      // What the bytes of a batch take, so that it is told without reading them.
      `alter table batch add column size_bytes ${int} not null default 0`,
      `update batch set size_bytes =
         (select coalesce(sum(size_bytes), 0) from input where input.batch = batch.id)`,
      // What waited for another answer had lost its place: the one it had is of no use any more.
      'update input set summary = null where place = 9',
      // What is on its way into a batch: a row that outlives the program was broken off.
      `create table coming (id ${text} primary key,
         batch ${text} not null references batch (id) on delete cascade,
         name ${text} not null)${strict}`,
    ],
  },
  {
    number: 3,
    changesRowsOf: ['answer'],
    statements: ({ text, int, strict }) => [
      // What was known when an answer was given.
      `create table knowledge (digest ${text} primary key, said ${text} not null)${strict}`,
      `alter table input add column checked_at ${int}`,
      `alter table input add column knowledge ${text}`,
      // Earlier answers don't say it, nor what is inside a record: each is given again.
      // What lies at an address and was not kept is asked for again by a person: nothing goes out unasked.
      `update input set state = iif(
         exists (select 1 from content where content.batch = input.batch and content.n = input.n),
         'waiting', 'stopped') where state = 'checked'`,
      "update input set summary = null, place = 9, grp = ''",
      'delete from answer',
    ],
  },
  {
    number: 4,
    statements: ({ int }) => [
      // Whether a person had the network asked for what wasn't known here.
      `alter table input add column asks_network ${int} not null default 0`,
    ],
  },
]
