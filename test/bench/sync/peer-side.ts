import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { peersFolder } from '../peers/installed.ts'
import type { Document } from './documents.ts'
import { contentHash } from './documents.ts'
import type { Asked } from './process.ts'
import { startAsked } from './process.ts'
import type { Edit, Side } from './side.ts'

const port = 45_132
/** Of the sizes that were tried (500 to 4,000) those with which the peer is fastest or within noise of it. */
const batch = { pull: 1_000, push: 1_000 } as const
const putAtOnce = 1_000

/** PouchDB with its server, LevelDB on both ends. */
export async function peerSide(folder: string, documents: readonly Document[]): Promise<Side> {
  const kept = join(folder, 'peer-server')
  mkdirSync(kept)
  const server = await startAsked(join(peersFolder, 'server.js'), [kept, String(port)])
  const address = `http://127.0.0.1:${port}`
  for (let n = 0; n < documents.length; n += putAtOnce) {
    const some = documents.slice(n, n + putAtOnce).map((one, at) => named(n + at, one))
    await server.ask('put', { docs: some })
  }
  let computer: Asked | undefined
  let count = 0
  const ask = async (does: 'pull' | 'push', wrote: number): Promise<number> => {
    if (computer === undefined) throw new Error('no computer is there')
    const told = await computer.ask<{ ms: number; wrote: number }>(does, { batch: batch[does] })
    if (told.wrote !== wrote) throw new Error(`the peer wrote ${told.wrote} of ${wrote}`)
    return told.ms
  }
  return {
    async first() {
      await computer?.end()
      computer = await startAsked(join(peersFolder, 'client.js'), [
        join(folder, `peer-computer-${++count}`),
        address,
      ])
      const ms = await ask('pull', documents.length)
      // The way there begins at the same place: what came from the server is not looked through again.
      await ask('push', 0)
      return ms
    },
    async catchUp(edits) {
      await server.ask('put', { docs: edited(edits) })
      const ms = await ask('pull', edits.length)
      await ask('push', 0)
      return ms
    },
    async push(edits) {
      await computer?.ask('edit', { docs: edited(edits) })
      const ms = await ask('push', edits.length)
      await ask('pull', 0)
      return ms
    },
    async contents() {
      const all = async (end: Asked | undefined) => {
        const docs = (await end?.ask<readonly object[]>('all')) ?? []
        return { count: docs.length, hash: contentHash(docs.map(unnamed)) }
      }
      return { server: await all(server), computer: await all(computer) }
    },
    async end() {
      await computer?.end()
      await server.end()
    },
  }
}

const named = (n: number, document: Document) => ({
  _id: `goal/${String(n).padStart(6, '0')}`,
  ...document,
})
const edited = (edits: readonly Edit[]) => edits.map(({ n, to }) => named(n, to))
const unnamed = (doc: object) =>
  Object.fromEntries(Object.entries(doc).filter(([field]) => !field.startsWith('_')))
