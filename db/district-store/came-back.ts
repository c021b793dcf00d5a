import { z } from 'zod'
import { metaOf, setMeta } from '../meta/meta.ts'
import { int } from '../sql/row.ts'
import type { Sql, Steps } from '../sql/steps.ts'
import { query } from '../sql/steps.ts'

/** A district's last restore, while other computers may still bring again what the copy lacked. */
export interface CameBack {
  /** What was done before it may have been done before the restore (epoch ms). */
  readonly at: number
  /** What the copy holds is no later than this (epoch ms). */
  readonly copyAt: number
  /** How long others may still come (ms). */
  readonly leftMs: number
}

/** Follows how long ago the last restore was, whatever the clock says meanwhile. */
export interface CameBackClock {
  /** `undefined`: there was none, or others have had their time. */
  look(nowMs: number): Promise<CameBack | undefined>
  /** Begins anew with what `noteCameBack` has written. */
  begin(noted: Noted): void
}

const notedSchema = z.object({
  at: z.number(),
  copyAt: z.number(),
  /** How much of the time has passed (ms). */
  passedMs: z.number(),
  /** When that was last looked at (epoch ms). */
  seenAt: z.number(),
})
/** A restore as the database has it. */
export type Noted = z.infer<typeof notedSchema>

/** An earlier program noted the moment alone. */
const storedSchema = z.union([
  notedSchema,
  z.number().transform(at => ({ at, copyAt: at, passedMs: 0, seenAt: at })),
])

const name = 'came-back'

/**
 * The most that one look counts (ms). A clock that is put right jumps, forth or back, by a year perhaps; and while a
 * district stands nobody can come. So the time is added up from what passes between looks, which are a minute apart while
 * it runs, and is over once the district was there for so long.
 */
const lookMsMax = 3_600_000
/** What has passed is written down so often (ms). */
const writeEveryMs = 600_000

/**
 * Notes a restore. A clock that is behind does not date it before what the copy holds. Where others still come from an
 * earlier time that it came back, as after a start that was broken off, what was lost then may still be lost.
 */
export function* noteCameBack(nowMs: number, stillComesMs: number): Steps<Noted> {
  const [row] = yield* query('select coalesce(max(at), 0) as at from change')
  const lastAt = row ? int(row, 'at') : 0
  const before = yield* cameBackOf(nowMs, stillComesMs)
  const copyAt = Math.min(before?.copyAt ?? lastAt, lastAt)
  const noted = { at: Math.max(nowMs, lastAt), copyAt, passedMs: 0, seenAt: nowMs }
  yield* setMeta(name, JSON.stringify(noted))
  return noted
}

/** The last restore for who only looks, such as an operator's terminal: nothing is counted on. */
export function* cameBackOf(nowMs: number, stillComesMs: number): Steps<CameBack | undefined> {
  const noted = yield* notedOf()
  return noted && leftOf(countedOn(noted, nowMs), stillComesMs)
}

/** Follows it in a district that runs. */
export async function followCameBack(sql: Sql, stillComesMs: number): Promise<CameBackClock> {
  let noted = await sql.snapshot(notedOf)
  let writtenAt = noted?.seenAt ?? 0
  return {
    begin(anew) {
      noted = anew
      writtenAt = anew.seenAt
    },
    async look(nowMs) {
      if (noted === undefined || leftOf(noted, stillComesMs) === undefined) return undefined
      const counted = countedOn(noted, nowMs)
      noted = counted
      const left = leftOf(counted, stillComesMs)
      if (left === undefined || Math.abs(nowMs - writtenAt) >= writeEveryMs) {
        writtenAt = nowMs
        await sql
          .write(
            () => setMeta(name, JSON.stringify(counted)),
            () => true,
          )
          // On a disk without room: once started anew it counts on from what was written, and so for longer.
          .catch(() => undefined)
      }
      return left
    },
  }
}

/** After a look at `nowMs`. Where more passed than one look counts, nobody knows what was done when meanwhile. */
function countedOn({ at, copyAt, passedMs, seenAt }: Noted, nowMs: number): Noted {
  const sinceMs = nowMs - seenAt
  return {
    at: sinceMs > lookMsMax ? Math.max(at, nowMs) : at,
    copyAt,
    passedMs: passedMs + Math.min(Math.max(sinceMs, 0), lookMsMax),
    seenAt: nowMs,
  }
}

function leftOf({ at, copyAt, passedMs }: Noted, stillComesMs: number): CameBack | undefined {
  return passedMs < stillComesMs ? { at, copyAt, leftMs: stillComesMs - passedMs } : undefined
}

function* notedOf(): Steps<Noted | undefined> {
  const stored = yield* metaOf(name)
  return stored === undefined ? undefined : storedSchema.parse(JSON.parse(stored))
}
