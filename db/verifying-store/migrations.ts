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
]
