import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { addGoal } from '../../../core/plan/add-goal.ts'
import type { Goal } from '../../../core/plan/record.ts'
import { GoalRecord } from '../../../core/plan/record.ts'
import type { AnyCommand } from '../../../core/kit/command.ts'
import { tick } from '../../../core/merge/clock.ts'
import { recordTypes } from '../../../core/records.ts'
import { openDistrict } from '../../../db/district-store/open.ts'
import type { DistrictStore } from '../../../db/district-store/open.ts'
import { execute } from '../../../db/engine/execute.ts'
import type { ListPlace } from '../../../db/index-table/list.ts'
import type { Listed } from '../../../db/seen.ts'
import { sqliteSql } from '../../../db/sql/sqlite.ts'
import { build } from '../../../district/database/build.ts'
import type { Document } from './documents.ts'
import { contentHash } from './documents.ts'
import type { Content } from './side.ts'

/** What a district keeps: prepared while it does not run, by its own engine and commands, and looked at. */
export interface OurRecord {
  add(documents: readonly Document[]): Promise<void>
  content(): Promise<Content>
  close(): Promise<void>
}

/** Opens a district's record beside it. What is prepared need not be flushed. */
export async function openOurRecord(folder: string, owner: string): Promise<OurRecord> {
  const db = new Database(join(folder, 'record.sqlite'))
  db.pragma('synchronous = off')
  const store = await openDistrict(sqliteSql(db), {
    types: recordTypes,
    build,
    cursorSecret: new Uint8Array(32),
    salt: () => randomBytes(16).toString('hex'),
  })
  const device = `bench-${randomBytes(8).toString('hex')}`
  let n = 0
  let stamp = ''
  const perform = async (command: AnyCommand, input: unknown, doneAt: number) => {
    const now = Date.now()
    stamp = tick(stamp, now, device)
    const actor = { person: owner, device, roles: ['educator' as const] }
    const call = { key: `${device}:${++n}:bench`, input, actor, doneAt, now, stamp }
    const { status } = await execute(store, command, call)
    if (status !== 'applied') throw new Error(`${command.name} came to ${status}`)
  }
  return {
    async add(documents) {
      for (const { title, why, addedAt } of documents)
        await perform(addGoal, { layer: 'personal', title, why }, addedAt)
    },
    async content() {
      const goals = await goalsOf(store, owner)
      return { count: goals.length, hash: contentHash(goals.map(({ body }) => body)) }
    },
    close: () => store.close(),
  }
}

async function goalsOf(
  store: DistrictStore,
  owner: string,
): Promise<readonly { readonly id: string; readonly body: Goal }[]> {
  const all = []
  const seen = store.seen()
  for (let after: ListPlace | undefined; ;) {
    const where = { owner }
    const rows: readonly Listed<Goal>[] = await seen.list(
      GoalRecord,
      after === undefined ? { where } : { where, after },
    )
    const last = rows.at(-1)
    if (last === undefined) return all
    after = last.place
    for (const { rec } of rows) all.push({ id: rec.id, body: rec.body })
  }
}
