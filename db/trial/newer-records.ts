import { z } from 'zod'
import type { AnyRecordType } from '../../core/kit/record-type.ts'
import { recordType } from '../../core/kit/record-type.ts'
import type { DistrictStore } from '../district-store/open.ts'
import { Goal, toyTypes } from './toy-records.ts'

const t0 = 1_700_000_000_000

/** A goal as a newer program has it. */
export const NewerGoal = recordType({
  kind: 'goal',
  schema: Goal.schema.and(z.object({ mood: z.string() })),
  version: 3,
  migrations: { ...Goal.migrations, 2: old => (isObject(old) ? { mood: 'calm', ...old } : old) },
  seats: (id, body) => Goal.seats(id, body),
  columns: Goal.columns,
  rows: (id, body) => Goal.rows(id, body),
})
/** A kind that only a newer program knows. */
export const Song = recordType({
  kind: 'song',
  schema: z.object({ owner: z.string(), verse: z.string() }),
  version: 1,
  seats: (_id, body) => [{ stream: `user:${body.owner}`, view: 'own' }],
  columns: { verse: 'text' },
  rows: (_id, body) => [{ verse: body.verse }],
})
export const newerTypes: readonly AnyRecordType[] = [
  ...toyTypes.map(type => (type.kind === 'goal' ? NewerGoal : type)),
  Song,
]
const isObject = (value: unknown): value is Record<string, never> =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

/** Puts a record in as a command of that newer district would. */
export async function put(store: DistrictStore, kind: string, id: string, v: number, body: object) {
  await store.commit({
    reads: new Map(),
    freeNames: new Set(),
    writes: [
      {
        key: `${kind}/${id}`,
        before: 0,
        rec: { kind, id, v, rev: 1, body: JSON.parse(JSON.stringify(body)), clocks: {} },
      },
    ],
    side: { key: `put:${id}`, command: 'put', person: 'ana', device: undefined, now: t0 },
  })
}

export const goalOf3 = {
  owner: 'ana',
  title: 'three',
  lines: '',
  marks: {},
  isShared: false,
  mood: 'glad',
}
export const songOf1 = { owner: 'ana', verse: 'la' }
