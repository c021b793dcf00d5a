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
  /** The programs themselves tell of it as a defect. Of any other mistake that would only say that its bend no longer fits them. */
  readonly isDefect?: boolean
}

/** One text in place of another. */
const put =
  (what: string, by: string) =>
  (sql: string): string =>
    sql.replace(what, by)

/** A record of a kind as it would be read by who makes a mistake; `body`: what is read of it, in SQL. */
const readAs = (kind: string, body: string) =>
  put(
    'select key, v, rev, body, clocks from record where key in',
    `select key, v, rev, iif(key like '${kind}/%', ${body}, body) as body, clocks from record where key in`,
  )

/** An erasing that was called off as if two still wanted it. */
const called = `iif(body like '%"state":"called_off"%' and body like '%"agreedAt"%', json_set(body, '$.state', 'agreed', '$.dueAt', 0), body)`

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
  /** A computer keeps whatever comes when it asks for a file. */
  keepsAnything: { favours: 'flip' },
  /** The number of a stream is taken and not used (naive cursor). */
  gap: {
    record: put('stream.head + excluded.head', 'stream.head + excluded.head + 1'),
    isDefect: true,
  },
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
      'select *, null as revoked_at from device where device = ?',
    ),
    favours: 'end',
  },
  /** Nobody remembers which computer an invitation let in. */
  invitationUsedUp: {
    accounts: put(
      'select * from device where device = ?',
      "select *, '' as invitation from device where device = ?",
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
  noAfter: { computer: put('and o.n < ? and o.state in', 'and 0 and o.n < ? and o.state in') },
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
  /**
   * Two openings of a folder give the same keys, and a district does not look at what it knows under a key. (With that
   * look alone, it tells the computer of the fork, and nothing is lost.)
   */
  sameOpening: {
    record: put('select key, result, digest, stamp', 'select key, result, null as digest, stamp'),
    favours: 'put back',
  },
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
  /** Who coaches within a school is taken for a coach of the whole district. */
  grantIsEverywhere: {
    record: readAs(
      'person',
      `iif(body like '%"role":"coach"%', json_insert(body, '$.roles[#]', 'coach'), body)`,
    ),
    favours: 'role',
  },
  /** What somebody handed in stays where they worked before. */
  notSeated: { favours: 'role' },
  /** Who asks for an erasing is taken for another, so that they may agree to it themselves. */
  oneIsEnough: {
    record: readAs(
      'erasure',
      `json_set(body, '$.askedBy', iif(body like '%"askedBy":"ada"%', 'oona', 'ada'))`,
    ),
  },
  /** An erasing that was called off is carried out on its day. */
  calledOffGoesOn: {
    record: sql =>
      readAs(
        'erasure',
        called,
      )(sql).replaceAll(
        /"by_erasure"."state" = \?/g,
        '"by_erasure"."state" in (?, \'called_off\')',
      ),
  },
  /** An erasing is carried out on the day on which it is agreed to. */
  noWait: {
    record: readAs('erasure', `json_set(body, '$.dueAt', json_extract(body, '$.agreedAt'))`),
  },
  /** Nobody remembers who took a role from somebody, so that they give one alone the next moment. */
  noTook: {},
  /** A claim that is checked once more after a restore counts as let go to its reader then. */
  checkedNow: { favours: 'restore' },
  /** What was erased is written down nowhere but in the record. */
  noLedger: { favours: 'restore' },
  /** What is gone from a stream is not told (noRemove). */
  noRemove: { page: page => ({ ...page, ops: page.ops.filter(op => op.length > 3) }) },
  /** Results come with the push alone (noResultsInPull). */
  noResultsInPull: { page: page => ({ ...page, results: [] }) },
  /** Everybody is told what a view hides from them (noProjection). */
  noProjection: {
    page: page => ({
      ...page,
      ops: page.ops.map((op): Op => {
        if (op.length === 3) return op
        const [stream, kind, id, rev, v, body, clocks] = op
        const isHidden = stream === 'catalog' && kind === 'erasure'
        return isHidden ? [stream, kind, id, rev, v, { ...body, ground: 'left' }, clocks] : op
      }),
    }),
  },
  /** The file of a piece that was deleted for good stays in the district. */
  keepsDeleted: {
    record: put('from blob_unused where owner', 'from blob_unused where 0 and owner'),
  },
  /** A computer lets the file of a deleted piece go, whatever else names it. */
  losesNamed: { computer: sql => sql.replaceAll('instr(body, ?) > 0', 'instr(body, ?) < 0') },
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

/** Those that twelve seeds find, whichever they are: `npm test` has them caught each time. */
export const quick: readonly Mistake[] = [
  'ackBeforeCommit',
  'memoWait',
  'noAfter',
  'noArchive',
  'noBlobCheck',
  'revives',
  'sameOpening',
  'noIdem',
  'noHashCheck',
  'keepsAnything',
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
  'cursorFirst',
  'resyncDropsOutbox',
  'wallClock',
  'undoSent',
  'grantIsEverywhere',
  'invitationUsedUp',
  'oneIsEnough',
  'calledOffGoesOn',
  'noWait',
  'noTook',
  'noLedger',
  'checkedNow',
  'notSeated',
  'noRemove',
  'noResultsInPull',
  'noProjection',
  'keepsDeleted',
  'losesNamed',
  'indexNotKept',
]
