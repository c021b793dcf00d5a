import type { AboutReply } from '../../contract/sync/join.ts'
import { aboutReply } from '../../contract/sync/join.ts'
import { districtPaths } from '../../contract/sync/version.ts'
import type { Connect } from './exchange.ts'
import { exchange } from './exchange.ts'
import { readReply } from './line.ts'

/** What a district tells anyone about itself. Throws `Away`. */
export async function askAbout(
  address: string,
  connect: Connect | undefined,
  signal?: AbortSignal,
): Promise<AboutReply> {
  const url = new URL(districtPaths.about, address)
  const outgoing = { method: 'GET' as const, url, headers: {}, connect }
  const answer = await exchange(signal === undefined ? outgoing : { ...outgoing, signal })
  return readReply(answer, aboutReply)
}
