import Database from 'better-sqlite3'
import type { Actor, AnyCommand } from '../../core/kit/command.ts'
import type { Base } from '../device-store/base.ts'
import { deviceMigrations } from '../device-store/migrations.ts'
import type { DeviceStore } from '../device-store/open.ts'
import { openDevice } from '../device-store/open.ts'
import type { DistrictStore } from '../district-store/open.ts'
import { receive } from '../district-store/receive.ts'
import { migrate } from '../open/migrate.ts'
import { trialCommands } from './district.ts'
import { toyCommands } from './toy-commands.ts'
import { toyTypes } from './toy-records.ts'

export const trialLimits = { rowsMax: 200, bytesMax: 1_000_000 }

/** What the toy records are found by. */
export const toySearchText: Base['searchText'] = rec =>
  rec.kind === 'goal'
    ? { title: String(rec.body['title']), text: String(rec.body['lines'] ?? '') }
    : undefined

export interface TrialDevice {
  readonly db: Database.Database
  readonly store: DeviceStore
}

/** How long the simulator's devices keep what leaves the house (ms of the world's time). */
export const trialHoldMs: Readonly<Record<string, number>> = {
  'claim.submit': 1_200_000,
  'badge.approve': 3_600_000,
}

let openings = 0

/** A device of the toy records in memory, or on an open database. It holds nothing unless it is told what. */
export function trialDevice(
  first: Actor,
  onto?: Database.Database,
  holdMs: Readonly<Record<string, number>> = {},
  opening = `o${++openings}`,
  commands: readonly AnyCommand[] = toyCommands,
): TrialDevice {
  const db = onto ?? new Database(':memory:')
  migrate(db, deviceMigrations)
  const store = openDevice(db, {
    types: toyTypes,
    commands,
    build: 'trial',
    opening,
    first,
    searchText: toySearchText,
    holdMs: command => holdMs[command],
    onDefect: error => {
      throw error
    },
  })
  return { db, store }
}

/** The streams that a toy person reads. */
export function trialStreams(actor: Actor): string[] {
  return [
    `user:${actor.person}`,
    ...(actor.roles.includes('coach') ? ['coaches'] : []),
    ...(actor.roles.includes('officer') ? ['office'] : []),
  ]
}

/** Pushes what there is. */
export async function pushed(
  device: DeviceStore,
  district: DistrictStore,
  now: number,
): Promise<void> {
  const push = device.nextPush(trialLimits, now)
  if (!push || !device.leave(push)) return
  const { actor } = device.standing()
  const reply = await receive(district, push, {
    commands: trialCommands,
    actor,
    now,
    onBefore: keys => district.tellAgain(actor.device, keys, now),
    onDefect: error => {
      throw error
    },
  })
  device.notePushReply(reply, now)
}

/** Pulls until everything is here. */
export async function pulled(
  device: DeviceStore,
  district: DistrictStore,
  now: number,
  limitRows = 2_000,
): Promise<void> {
  for (;;) {
    const { actor, cursor, anew = [] } = device.standing()
    const { person, device: name } = actor
    const streams = trialStreams(actor)
    const ask = { person, device: name, streams, cursor, limitRows, now, anew }
    const reply = await district.page({ ...ask, knowsAnew: true, knowsWithout: true })
    const taken = device.takePage(reply, now)
    if (taken.took === 'nothing') throw new Error('page not taken')
    if (taken.took === 'page' && !taken.more) return
  }
}
