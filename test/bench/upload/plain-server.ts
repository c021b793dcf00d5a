import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'

/** The least that an upload can be: one PUT, written and hashed as it comes, flushed, and compared with its name. */
const [folder = ''] = process.argv.slice(2)
const server = createServer((request, answer) => {
  const sha256 = (request.url ?? '').slice(1)
  const keep = async () => {
    const hash = createHash('sha256')
    const file = await open(join(folder, sha256), 'w')
    try {
      for await (const part of request) {
        const bytes: Uint8Array = part
        hash.update(bytes)
        await file.write(bytes)
      }
      await file.sync()
    } finally {
      await file.close()
    }
    answer.statusCode = hash.digest('hex') === sha256 ? 201 : 422
    answer.end()
  }
  void keep()
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.send?.({ ready: typeof address === 'object' ? address?.port : undefined })
})
process.once('disconnect', () => process.exit(0))
