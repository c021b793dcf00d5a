import { subscribe } from 'node:diagnostics_channel'
import { readFileSync } from 'node:fs'
import { Socket } from 'node:net'
import { setTimeout as after } from 'node:timers/promises'
import { joinDistrict } from '../../../device/person/join.ts'
import { openPlace } from '../../../device/place/place.ts'
import { GoalRecord } from '../../../core/plan/record.ts'
import type { Goal } from '../../../core/plan/record.ts'
import type { ListPlace } from '../../../db/index-table/list.ts'
import type { Listed } from '../../../db/seen.ts'
import { sentMark } from '../../../device/sync/sent-mark.ts'
import { piece } from '../../../device/trial/library.ts'
import { put } from '../upload/put.ts'
import type { Waiting } from '../upload/upload-trip.ts'
import type { Document } from './documents.ts'
import { contentHash } from './documents.ts'

// A person's computer without its screens: the folder, the store and the sync of the program, in a process of its own.

const [folder = ''] = process.argv.slice(2)
/** How often is looked whether all files have arrived (ms). */
const lookEveryMs = 2
/** An address at which nobody listens. */
const nobody = 'http://127.0.0.1:9'
const open = new Set<Socket>()
subscribe('net.client.socket', message => {
  if (typeof message !== 'object' || message === null || !('socket' in message)) return
  const { socket } = message
  if (!(socket instanceof Socket)) return
  open.add(socket)
  socket.once('close', () => open.delete(socket))
})
let looks: () => void = () => undefined
const opened = openPlace(folder, {
  clock: Date.now,
  random: Math.random,
  holdMs: () => undefined,
  onChanged: () => looks(),
  onSync: () => undefined,
  onDefect: error => console.error(error),
})
if ('failed' in opened) throw new Error(opened.failed)
const place = opened
const { store } = place

/** Resolves at the change that makes it so; looked at in the very turn in which the store was written. */
const until = (isSo: () => boolean) =>
  new Promise<number>(resolve => {
    looks = () => {
      if (!isSo()) return
      looks = () => undefined
      resolve(performance.now())
    }
    looks()
  })

const isWhole = () => {
  const { cursor, midPull, resyncing } = store.standing()
  return cursor !== '' && !midPull && !resyncing
}

interface Putting {
  readonly files: readonly Waiting[]
  readonly address: string
  readonly atOnce: number
}

const work = {
  /** Joins, and takes in all that is there. The clock runs from the press of the button. */
  async join({ address, code }: { readonly address: string; readonly code: string }) {
    const startedAt = performance.now()
    await joinDistrict(place, { address, code }, 'bench')
    return { ms: (await until(isWhole)) - startedAt }
  },
  /** The network is back: until all that changed is here. */
  async catchUp({ address }: { readonly address: string }) {
    const { cursor } = store.standing()
    const startedAt = performance.now()
    place.moveTo(address)
    return { ms: (await until(() => isWhole() && store.standing().cursor !== cursor)) - startedAt }
  },
  /** The network is back: until nothing waits here any more. */
  async push({ address }: { readonly address: string }) {
    const startedAt = performance.now()
    place.moveTo(address)
    return { ms: (await until(() => store.outboxStates().length === 0)) - startedAt }
  },
  /** Edits while there is no network, each a command of its own. */
  async edit({ edits }: { readonly edits: readonly { from: Document; to: Document }[] }) {
    const ids = new Map<number, string>()
    for (const { id, body } of await goals()) ids.set(body.addedAt, id)
    for (const { from, to } of edits) {
      const goal = ids.get(from.addedAt)
      const input = { goal, field: 'why', base: from.why, text: to.why }
      const performed = store.perform('goal.write', input, Date.now())
      if (performed.did !== 'applied') throw new Error(`an edit came to ${performed.did}`)
    }
    return store.outboxStates().length
  },
  /** The network is gone: what is open ends, and nobody answers. */
  async away() {
    place.moveTo(nobody)
    for (const socket of open) socket.destroy()
    while (place.sync.state().away === undefined) await after(20)
  },
  /** Takes files into the folder and the library, as evidence is. */
  async take({ files }: { readonly files: readonly Waiting[] }) {
    const owner = store.standing().actor.person
    const mediaType = 'image/jpeg'
    for (const { sha256, path, sizeBytes } of files) {
      const beginning = await place.blobs.begin()
      await beginning.write(readFileSync(path))
      await beginning.keep(sha256)
      store.noteBlob({ sha: sha256, owner, sizeBytes, mediaType, verifiedAt: Date.now() })
    }
    store.seed(
      files.map(({ sha256, sizeBytes }) => {
        const file = { sha256, sizeBytes, mediaType, name: 'photo.jpg' }
        return piece(owner, sha256, { file })
      }),
    )
  },
  /** Sends what waits, with what is kept of it, as the program does: until the last file is noted as sent. */
  async upload({ files }: { readonly files: readonly Waiting[] }) {
    const startedAt = performance.now()
    place.sync.nudge({ files: true })
    const mark = sentMark(store)
    for (const { sha256 } of files)
      while (store.meta(mark + sha256) !== '1') await after(lookEveryMs)
    return { ms: performance.now() - startedAt }
  },
  /** The same by plain PUTs, so many at once. */
  async put({ files, address, atOnce }: Putting) {
    const startedAt = performance.now()
    const left = files.values()
    const lane = async () => {
      for (const { sha256, path, sizeBytes } of left) await put(address, sha256, path, sizeBytes)
    }
    await Promise.all(Array.from({ length: atOnce }, lane))
    return { ms: performance.now() - startedAt }
  },
  async hash() {
    const found = await goals()
    return { count: found.length, hash: contentHash(found.map(({ body }) => body)) }
  },
  async found({ question }: { readonly question: string }) {
    const startedAt = performance.now()
    const { length } = store.search(question, ['goal'], 50)
    return { count: length, ms: performance.now() - startedAt }
  },
}

async function goals() {
  const all = []
  for (let after: ListPlace | undefined; ;) {
    const rows: readonly Listed<Goal>[] = await store.seen.list(
      GoalRecord,
      after === undefined ? {} : { after },
    )
    const last = rows.at(-1)
    if (last === undefined) return all
    after = last.place
    for (const { rec } of rows) all.push({ id: rec.id, body: rec.body })
  }
}

type Asked = { n: number; does: keyof typeof work } & Parameters<typeof work.join>[0] &
  Parameters<typeof work.edit>[0] &
  Parameters<typeof work.take>[0] &
  Putting &
  Parameters<typeof work.found>[0]

process.on('message', (asked: Asked) => {
  void work[asked.does](asked).then(value => process.send?.({ n: asked.n, value }))
})
process.once('disconnect', () => process.exit(0))
process.send?.({ ready: true })
