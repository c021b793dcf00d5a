import PouchDB from 'pouchdb'

// The peer's computer: a PouchDB on LevelDB that replicates with the server.

const [folder, address] = process.argv.slice(2)
const kept = new PouchDB(folder)
const remote = `${address}/docs`

const timed = async replication => {
  const startedAt = performance.now()
  const told = await replication()
  return { ms: performance.now() - startedAt, wrote: told.docs_written }
}

const work = {
  pull: ({ batch }) => timed(() => PouchDB.replicate(remote, kept, { batch_size: batch })),
  push: ({ batch }) => timed(() => PouchDB.replicate(kept, remote, { batch_size: batch })),
  /** Edits while there is no network. */
  async edit({ docs }) {
    const known = await kept.allDocs({ keys: docs.map(doc => doc._id) })
    const revs = new Map(known.rows.map(row => [row.id, row.value.rev]))
    for (const doc of docs) await kept.put({ ...doc, _rev: revs.get(doc._id) })
  },
  async all() {
    const { rows } = await kept.allDocs({ include_docs: true })
    return rows.map(row => row.doc)
  },
}

process.once('disconnect', () => process.exit(0))
process.on('message', async ({ n, does, ...given }) => {
  process.send({ n, value: await work[does](given) })
})
await kept.info()
process.send({ ready: true })
