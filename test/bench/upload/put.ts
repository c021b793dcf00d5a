import { createReadStream } from 'node:fs'
import { request } from 'node:http'

/** Puts a file to a plain server and waits for its word. Throws for any but 201. */
export function put(
  address: string,
  sha256: string,
  path: string,
  sizeBytes: number,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request(`${address}/${sha256}`, {
      method: 'PUT',
      headers: { 'content-length': String(sizeBytes) },
    })
    sent.once('error', reject)
    sent.once('response', answer => {
      answer.resume()
      answer.once('end', () => {
        if (answer.statusCode === 201) resolve()
        else reject(new Error(`a plain server said ${answer.statusCode}`))
      })
    })
    createReadStream(path, { highWaterMark: 1_048_576 }).pipe(sent)
  })
}
