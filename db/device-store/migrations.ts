import type { Migration } from '../open/migration.ts'

/** How large sums grow before they begin anew (2^48). */
const sumsAll = 281_474_976_710_656

/** Kept in the database, so that no way of changing the mirror can forget to count. */
const countingTriggers = [
  `create trigger mirror_came after insert on mirror begin
     insert into copied (stream, records, sum) values (new.stream, 1, coalesce(new.told, 0))
       on conflict (stream) do update set records = records + 1, sum = (sum + excluded.sum) % ${sumsAll};
   end`,
  `create trigger mirror_changed after update of told on mirror begin
     update copied set sum = (sum + coalesce(new.told, 0) - coalesce(old.told, 0) + ${sumsAll}) % ${sumsAll}
       where stream = new.stream;
   end`,
  `create trigger mirror_went after delete on mirror begin
     update copied set records = records - 1, sum = (sum - coalesce(old.told, 0) + ${sumsAll}) % ${sumsAll}
       where stream = old.stream;
   end`,
]

/** A device's tables. Index tables are not here: they are made from the record types. */
export const deviceMigrations: readonly Migration[] = [
  {
    number: 1,
    statements: ({ text, int, strict }) => [
      // The district's word, and the streams `here` and `shipped`. Commands of this device never touch it.
      `create table mirror (stream ${text} not null, key ${text} not null, v ${int} not null,
         rev ${int} not null, body ${text} not null, clocks ${text} not null,
         generation ${int} not null, primary key (stream, key))${strict}`,
      'create index mirror_key on mirror (key)',
      // The view on top, of keys alone that pending commands change. No body: taken away.
      `create table pending (key ${text} primary key, v ${int} not null, rev ${int} not null,
         body ${text}, clocks ${text} not null)${strict}`,
      `create table outbox (n ${int} primary key, key ${text} not null unique, name ${text} not null,
         input ${text} not null, stamp ${text} not null, done_at ${int} not null, state ${text} not null,
         sight ${text} not null, wait_on ${text}, refusal ${text}, settled ${int} not null default 0)${strict}`,
      'create index outbox_state on outbox (state, n)',
      `create table touch (n ${int} not null references outbox (n) on delete cascade,
         key ${text} not null, wrote ${int} not null, primary key (n, key))${strict}`,
      'create index touch_key on touch (key, n, wrote)',
      // What the district acknowledged, to be sent again should it lose it.
      `create table archive (n ${int} primary key, key ${text} not null, name ${text} not null,
         input ${text} not null, stamp ${text} not null, done_at ${int} not null,
         touches ${text} not null)${strict}`,
      // Touched keys that a page changed while the next page was still to come.
      `create table dirty (key ${text} primary key)${strict}`,
      // Several may hold a name here for a while: the district's word is taken in as it comes.
      `create table name (name ${text} not null, key ${text} not null, primary key (name, key))${strict}`,
      'create index name_key on name (key)',
      `create table blob (sha ${text} not null, owner ${text} not null, size_bytes ${int} not null,
         media_type ${text} not null, verified_at ${int} not null, primary key (sha, owner))${strict}`,
      `create table meta (name ${text} primary key, value ${text} not null)${strict}`,
      `create table searched (n integer primary key, key ${text} not null unique)${strict}`,
      `create virtual table search using fts5 (title, text, tokenize = 'unicode61 remove_diacritics 2')`,
    ],
  },
  {
    number: 2,
    statements: ({ text, int }) => [
      // Until when a command stays here and may be taken back (epoch ms, by this clock), and with which others.
      `alter table outbox add column goes_at ${int}`,
      `alter table outbox add column goes_with ${text}`,
    ],
  },
  {
    number: 3,
    statements: ({ int }) => [
      // From when a command stays here, by this clock as it was; `done_at` is put right by the district's.
      `alter table outbox add column held_from ${int}`,
      'update outbox set held_from = done_at where goes_with is not null',
    ],
  },
  {
    number: 4,
    statements: ({ text, int, strict }) => [
      // What a computer first saw of records that it holds the district to; never emptied. When: epoch ms, by this clock.
      `create table first_sight (key ${text} primary key, body ${text} not null,
         seen_at ${int} not null)${strict}`,
    ],
  },
  {
    number: 5,
    statements: ({ text, int, strict }) => [
      // What a row adds to the sum of its stream, as the district told it; null: of before this was counted.
      `alter table mirror add column told ${int}`,
      `create table copied (stream ${text} primary key, records ${int} not null, sum ${int} not null)${strict}`,
      'insert into copied (stream, records, sum) select stream, count(*), 0 from mirror group by stream',
      ...countingTriggers,
    ],
  },
  {
    number: 6,
    statements: ({ text, int, strict }) => [
      // Records whose words the search has yet to learn; one may stand here twice.
      `create table search_due (n ${int} primary key, key ${text} not null)${strict}`,
    ],
  },
  {
    number: 7,
    statements: ({ text, int, strict }) => [
      // One index by key where there were two, and one by stream that grows at its end: a record that comes is a third less to write.
      `create table mirror_kept (stream ${text} not null, key ${text} not null, v ${int} not null,
         rev ${int} not null, body ${text} not null, clocks ${text} not null,
         generation ${int} not null, told ${int}, primary key (key, stream))${strict}`,
      `insert into mirror_kept (stream, key, v, rev, body, clocks, generation, told)
         select stream, key, v, rev, body, clocks, generation, told from mirror`,
      'drop table mirror',
      'alter table mirror_kept rename to mirror',
      'create index mirror_stream on mirror (stream)',
      ...countingTriggers,
    ],
  },
]
