import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { lanesMax } from '../../../device/sync/lanes.ts'
import { startDistrict } from '../../walk/programs.ts'
import { doorOf } from '../door.ts'
import { addTeacher, invite, join as joinAs } from '../join.ts'
import type { Measured } from '../measured.ts'
import { ratioOf } from '../measured.ts'
import { run } from '../program.ts'
import { startAsked } from '../sync/process.ts'
import { inTurns } from '../sync/rounds.ts'

const mib = 1_048_576
const film = { name: 'a film of 128 MiB', sizesBytes: [128 * mib] }
const photosCount = 200
/** Between 300 kB and 900 kB, as phones make them for a screen. */
const photo = (n: number) => 300_000 + ((n * 7_919) % 600_000)
const photos = {
  name: `a folder of ${photosCount} photos`,
  sizesBytes: Array.from({ length: photosCount }, (_, n) => photo(n)),
}
/** How much of the plain way's speed is to be kept. */
const goal = 0.9
/** One plain PUT after the other; and, as our program sends photos, some at once. */
const trips = [
  { ...film, goal, atOnce: 1, beside: '' },
  { ...photos, goal, atOnce: 1, beside: '' },
  { ...photos, goal: undefined, atOnce: lanesMax, beside: `, ${lanesMax} at once` },
]

/** A file that waits to be sent. */
export interface Waiting {
  readonly sha256: string
  readonly path: string
  readonly sizeBytes: number
}

/** Our upload beside a plain PUT with the same hash and flush, in turns. What came is read through on both ends. */
export async function uploadTrip(folder: string, rounds: number): Promise<readonly Measured[]> {
  const data = join(folder, 'upload-district')
  const district = await startDistrict(data)
  const office = await run(join(folder, 'upload-office'))
  const administrator = await doorOf(office.ready)
  const { address, invitation = '' } = district.ready
  await joinAs(administrator, address, invitation)
  const code = await invite(administrator, await addTeacher(administrator))
  const computer = await startAsked(join(import.meta.dirname, '../sync/our-client.ts'), [
    join(folder, 'upload-computer'),
  ])
  await computer.ask('join', { address, code })
  const kept = join(folder, 'plain')
  mkdirSync(kept)
  const plain = await startAsked<number>(join(import.meta.dirname, 'plain-server.ts'), [kept])
  const plainAddress = `http://127.0.0.1:${plain.ready}`
  const all: Measured[] = []
  for (const { name, sizesBytes, goal, atOnce, beside } of trips) {
    let files: readonly Waiting[] = []
    const compared = await inTurns(
      rounds,
      async () => {
        files = sizesBytes.map(sizeBytes => newFile(folder, sizeBytes))
        await computer.ask('take', { files })
        const { ms } = await computer.ask<{ ms: number }>('upload', { files })
        assertCame(files, sha256 => join(data, 'blobs', sha256.slice(0, 2), sha256))
        return ms
      },
      async () => {
        const { ms } = await computer.ask<{ ms: number }>('put', {
          files,
          address: plainAddress,
          atOnce,
        })
        assertCame(files, sha256 => join(kept, sha256))
        return ms
      },
    )
    const totalMib = sizesBytes.reduce((sum, size) => sum + size, 0) / mib
    all.push(
      ratioOf(
        {
          name: `upload of ${name}, SHA-256 and flush: ours / plain PUT${beside}`,
          ...(goal === undefined ? {} : { goal }),
          note: 'the program’s own sending, tus to the district’s process; content compared on both ends',
        },
        compared,
        ms => `${Math.round(totalMib / (ms / 1_000))} MiB/s`,
      ),
    )
  }
  await computer.end()
  await plain.end()
  await office.end('SIGTERM')
  await district.stop()
  return all
}

function newFile(folder: string, sizeBytes: number): Waiting {
  const bytes = randomBytes(sizeBytes)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const path = join(folder, `upload-${sha256}`)
  writeFileSync(path, bytes)
  return { sha256, path, sizeBytes }
}

function assertCame(files: readonly Waiting[], pathOf: (sha256: string) => string): void {
  for (const { sha256 } of files) {
    const came = createHash('sha256')
      .update(readFileSync(pathOf(sha256)))
      .digest('hex')
    if (came !== sha256) throw new Error('what came is not what was sent')
  }
}
