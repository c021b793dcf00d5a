import { createServer } from 'node:http'
import type { ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { flushedTable } from './peer-trip.ts'

/** The peer's district: keeps what is pushed, and answers the held request with it. */
const insert = flushedTable(process.argv[2] ?? '')
const rows: string[] = []
let held: { readonly after: number; readonly answer: ServerResponse } | undefined

const tell = () => {
  const row = held === undefined ? undefined : rows[held.after]
  if (row === undefined) return
  held?.answer.end(row)
  held = undefined
}

const server = createServer((request, answer) => {
  const url = new URL(request.url ?? '/', 'http://peer')
  if (url.pathname === '/pull') {
    held = { after: Number(url.searchParams.get('after')), answer }
    tell()
    return
  }
  void text(request).then(body => {
    insert(body)
    rows.push(body)
    answer.end()
    tell()
  })
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.send?.(typeof address === 'object' ? address?.port : undefined)
})
