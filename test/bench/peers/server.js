import express from 'express'
import serving from 'express-pouchdb'
import PouchDB from 'pouchdb'

// The peer's district: PouchDB's own server on LevelDB, with only what its replication asks for.

const [folder, port] = process.argv.slice(2)
const Kept = PouchDB.defaults({ prefix: `${folder}/` })
const app = express()
app.use(serving(Kept, { mode: 'minimumForPouchDB', inMemoryConfig: true, logPath: '/dev/null' }))
const kept = new Kept('docs')

const work = {
  /** Keeps new documents, or new content of known ones. */
  async put({ docs }) {
    const known = await kept.allDocs({ keys: docs.map(doc => doc._id) })
    const revs = new Map(known.rows.map(row => [row.id, row.value?.rev]))
    const told = await kept.bulkDocs(docs.map(doc => ({ ...doc, _rev: revs.get(doc._id) })))
    if (told.some(one => one.error)) throw new Error('the peer refused a document')
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
app.listen(Number(port), '127.0.0.1', () => process.send({ ready: true }))
