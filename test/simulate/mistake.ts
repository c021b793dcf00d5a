import type { Op, Page } from '../../db/wire.ts'

/** Kinds of faults that a mistake needs to be seen, so that they happen more often. */
export type Favoured =
  | ('restore' | 'put back' | 'role' | 'end' | 'kill' | 'clock' | 'damage')
  // And what is no fault of its own: bits that flip on the way, what is taken back, an index that is made anew.
  | ('flip' | 'take back' | 'rebuild')

/**
 * A mistake that a programmer could have made, bent into the programs from outside: into what they ask of their
 * databases, what they are given from around, or what they answer. The programs themselves stay as they are.
 */
export interface Bend {
  /** A statement of the district's record as the mistake would have it. */
  readonly record?: (sql: string) => string
  /** The same of its accounts. */
  readonly accounts?: (sql: string) => string
  /** The same of the requests it has seen. */
  readonly nonces?: (sql: string) => string
  /** The same of a computer's records. */
  readonly computer?: (sql: string) => string
  /** A page as it is answered. */
  readonly page?: (page: Page) => Page
  readonly favours?: Favoured
}

/** One text in place of another. */
const put =
  (what: string, by: string) =>
  (sql: string): string =>
    sql.replace(what, by)

const results = 'select key, result, digest, stamp from result where '
const standing = 'select value from meta where name = ?'

/** Planted mistakes: each must be caught within a few seeds (`mistakes.ts`). Those without a bend are bent where they are named. */
export const mistakes = {
  /** A command that comes again is done again (sync.md §4 noIdem). */
  noIdem: {
    record: sql =>
      sql
        .replace(results, `${results} 0 and `)
        .replace('insert into result', 'insert or replace into result')
        .replace(/on conflict do nothing returning key$/, 'returning key'),
  },
  /** A claim is taken before its files are there (submitNoBlobs, noBlobCheck). */
  noBlobCheck: {
    record: sql =>
      sql.startsWith('select sha from blob where sha in')
        ? `select value as sha from json_each(?)${sql.includes('owner') ? ' where ? is not null' : ''}`
        : sql,
  },
  /** A file is what it says it is (noHashCheck). */
  noHashCheck: { favours: 'flip' },
  /** The number of a stream is taken and not used (naive cursor). */
  gap: { record: put('stream.head + excluded.head', 'stream.head + excluded.head + 1') },
  /** Names that one record may hold are not looked at. */
  noNames: {
    record: sql =>
      sql
        .replace('select name, key from name where ', 'select name, key from name where 0 and ')
        .replace('select name from name where ', 'select name from name where 0 and ')
        .replace(
          'on conflict do nothing returning name',
          'on conflict (name) do update set key = excluded.key returning name',
        ),
  },
  /** Entries of the audit never get their place. */
  auditUnlinked: {
    record: put(
      'insert into audit_due (n) values (?)',
      'insert into audit_due (n) select ? where 0',
    ),
  },
  /** Somebody changes an entry of the audit. */
  auditChanged: { favours: 'kill' },
  /** Somebody changes a record behind the audit's back. */
  recordChanged: { favours: 'kill' },
  /** A request that was caught counts again. */
  replays: {
    nonces: put(
      'on conflict do nothing returning',
      'on conflict (device, nonce) do update set created = excluded.created returning',
    ),
  },
  /** A computer whose right was ended is answered. */
  revokedAnswered: {
    accounts: put(
      'select * from device where device = ?',
      'select device, person, name, public_key, invitation, joined_at, null as revoked_at, waits_until from device where device = ?',
    ),
    favours: 'end',
  },
  /** A district that was restored begins no life of its own. */
  sameEpoch: { favours: 'restore' },
  /** Stamps are taken as they are sent (noClamp). */
  noClamp: {},
  /** "Done" is said before it is kept (ackBeforeCommit). */
  ackBeforeCommit: {},
  /** What waits is kept as refused (memoRetryable). */
  memoWait: {},
  /** A backup revives what was revoked. */
  revives: { favours: 'restore' },
  /** The list of a revoked badge is signed without it. */
  listWithoutRevoked: {
    record: sql =>
      /"by_badge"[^]*"status" [<>]=/.test(sql) ? sql.replace(' where ', ' where 0 and ') : sql,
  },
  /** A command is gone from the computer as soon as it is sent (dropOnSend, forgetOnSend). */
  dropOnSend: {
    computer: put("update outbox set state = 'sent' where n ", 'delete from outbox where n '),
  },
  /** What is on its way is typed on (foldSent). */
  foldSent: {
    computer: put(
      "update outbox set state = 'sent' where n ",
      "update outbox set state = 'queued' where n ",
    ),
  },
  /** Commands do not wait for those before them (noAfter). */
  noAfter: { computer: put('where t.key = ? and t.n < ?', 'where 0 and t.key = ? and t.n < ?') },
  /** The cursor is kept before its page (cursorFirst). */
  cursorFirst: {},
  /** What was acknowledged is not kept for a district that is restored. */
  noArchive: {
    computer: sql =>
      sql.startsWith('insert into archive')
        ? sql.replace('where o.settled = 1', 'where 0 and o.settled = 1')
        : sql,
    favours: 'restore',
  },
  /** A pull from the beginning empties the outbox. */
  resyncDropsOutbox: {
    computer: put(
      "update outbox set state = 'sent', settled = 0 where state = 'applied'",
      'delete from outbox',
    ),
    favours: 'restore',
  },
  /** Stamps follow the clock of the wall (wallClock). */
  wallClock: {
    computer: sql =>
      sql === standing
        ? "select case when name = 'standing' then json_set(value, '$.clock', '') else value end as value from meta where name = ?"
        : sql,
    favours: 'clock',
  },
  /** Two openings of a folder give the same keys. */
  sameOpening: { favours: 'put back' },
  /** What has left is taken back all the same. */
  undoSent: { favours: 'take back' },
  /** A stream that is lost leaves its records (noScopeTombstone). */
  noDrop: {
    computer: put(
      'delete from mirror where stream = ? returning key',
      'delete from mirror where stream = ? and 0 returning key',
    ),
    favours: 'role',
  },
  /** What is gone from a stream is not told (noRemove). */
  noRemove: { page: page => ({ ...page, ops: page.ops.filter(op => op.length > 3) }) },
  /** Results come with the push alone (noResultsInPull). */
  noResultsInPull: { page: page => ({ ...page, results: [] }) },
  /** The office is told what a view hides from it (noProjection). */
  noProjection: {
    page: page => ({
      ...page,
      ops: page.ops.map((op): Op => {
        if (op.length === 3) return op
        const [stream, kind, id, rev, v, body, clocks] = op
        const isHidden = stream === 'office' && kind === 'claim' && body['state'] === 'in_review'
        return isHidden ? [stream, kind, id, rev, v, { ...body, masks: {} }, clocks] : op
      }),
    }),
  },
  /** What an index held of a record is left in it. */
  indexNotKept: {
    computer: sql => (sql.startsWith('delete from "by_claim"') ? `${sql} and 0` : sql),
    favours: 'rebuild',
  },
} as const satisfies Record<string, Bend>

export type Mistake = keyof typeof mistakes

/** How the programs of a run are bent; not at all without a mistake. */
export const bendOf = (mistake: Mistake | undefined): Bend =>
  mistake === undefined ? {} : mistakes[mistake]

/** Those that a seed or two find: `npm test` has them caught each time. */
export const quick: readonly Mistake[] = [
  'noIdem',
  'noHashCheck',
  'gap',
  'auditUnlinked',
  'auditChanged',
  'recordChanged',
  'replays',
  'revokedAnswered',
  'sameEpoch',
  'noClamp',
  'listWithoutRevoked',
  'dropOnSend',
  'foldSent',
  'noAfter',
  'cursorFirst',
  'resyncDropsOutbox',
  'wallClock',
  'undoSent',
  'noDrop',
  'noRemove',
  'noResultsInPull',
  'noProjection',
  'indexNotKept',
]
