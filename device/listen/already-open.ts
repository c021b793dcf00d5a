import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { doorPaths } from '../../contract/device/door.ts'
import { isProof, proofOfAnswer, proofOfAsking } from '../door/way-in.ts'

const doorSchema = z.object({ address: z.url(), viewerOrigin: z.url() })
type Door = z.infer<typeof doorSchema>

const answerMs = 2_000
const challengeBytes = 32
const answerSchema = z.object({ startLink: z.string().max(1_000), proof: z.string().max(100) })

/** Writes where the running program answers, for a second copy on the same data. */
export function writeDoor(folder: string, door: Door): void {
  writeFileSync(join(folder, 'door.json'), JSON.stringify(door), { mode: 0o600 })
}

/** Takes it away: at the end, and at a start before it is known where this program will answer. */
export const removeDoor = (folder: string): void =>
  rmSync(join(folder, 'door.json'), { force: true })

/** The running program of a folder with a fresh way in, if it is that program which answers. */
export async function runningDoor(
  folder: string,
): Promise<(Door & { readonly startLink: string }) | undefined> {
  try {
    const path = join(folder, 'door.json')
    if (!existsSync(path)) return undefined
    const door = doorSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
    const secret = readFileSync(join(folder, 'secret'), 'utf8').trim()
    const startLink = await wayIn(door.address, secret)
    return startLink === undefined ? undefined : { ...door, startLink }
  } catch {
    // It doesn't answer, or not as it should: the person is told that it is open, without an address.
    return undefined
  }
}

/** A fresh start link of the program that answers at an address; `undefined` where that is another than ours. */
export async function wayIn(address: string, secret: string): Promise<string | undefined> {
  const challenge = randomBytes(challengeBytes).toString('base64url')
  const answer = await fetch(new URL(doorPaths.link, address), {
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify({ challenge, proof: proofOfAsking(secret, address, challenge) }),
    redirect: 'error',
    signal: AbortSignal.timeout(answerMs),
  })
  const { startLink, proof } = answerSchema.parse(await answer.json())
  const isOurs = isProof(proof, proofOfAnswer(secret, address, challenge, startLink))
  return isOurs && new URL(startLink).origin === address ? startLink : undefined
}
