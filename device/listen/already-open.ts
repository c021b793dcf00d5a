import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { doorPaths, secretHeader } from '../../contract/device/door.ts'

const doorSchema = z.object({ address: z.url(), viewerOrigin: z.url() })
type Door = z.infer<typeof doorSchema>

const answerMs = 2_000

/** Writes where the running program answers, for a second copy on the same data. */
export function writeDoor(folder: string, door: Door): void {
  writeFileSync(join(folder, 'door.json'), JSON.stringify(door), { mode: 0o600 })
}

export const removeDoor = (folder: string): void =>
  rmSync(join(folder, 'door.json'), { force: true })

/** The running program of a folder with a fresh way in, if it answers; asked with the folder's own secret. */
export async function runningDoor(
  folder: string,
): Promise<(Door & { readonly startLink: string }) | undefined> {
  try {
    const path = join(folder, 'door.json')
    if (!existsSync(path)) return undefined
    const door = doorSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
    const answer = await fetch(new URL(doorPaths.link, door.address), {
      method: 'POST',
      headers: {
        [secretHeader]: readFileSync(join(folder, 'secret'), 'utf8').trim(),
        'sec-fetch-site': 'same-origin',
      },
      signal: AbortSignal.timeout(answerMs),
    })
    const { startLink } = z.object({ startLink: z.string() }).parse(await answer.json())
    return { ...door, startLink }
  } catch {
    // It doesn't answer, or not as it should: the person is told that it is open, without an address.
    return undefined
  }
}
