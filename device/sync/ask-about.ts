import type { AboutReply, AtAddressAsked } from '../../contract/sync/join.ts'
import { aboutReply } from '../../contract/sync/join.ts'
import { districtPaths } from '../../contract/sync/version.ts'
import type { Connect } from './exchange.ts'
import { exchange } from './exchange.ts'
import { readReply } from './line.ts'

/** What a district tells anyone about itself; `shown`: also that it answers at this address. Throws `Away`. */
export async function askAbout(
  address: string,
  connect: Connect | undefined,
  signal?: AbortSignal,
  shown?: AtAddressAsked,
): Promise<AboutReply> {
  const url = new URL(districtPaths.about, address)
  if (shown !== undefined) url.search = new URLSearchParams(shown).toString()
  const outgoing = { method: 'GET' as const, url, headers: {}, connect }
  const answer = await exchange(signal === undefined ? outgoing : { ...outgoing, signal })
  return readReply(answer, aboutReply)
}
