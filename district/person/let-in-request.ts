import type { IncomingMessage } from 'node:http'
import type { ZodType } from 'zod'
import type { NewComputer } from '../../contract/sync/join.ts'
import { protocolOldest } from '../../contract/sync/version.ts'
import { readJson, readRaw } from '../door/body.ts'
import type { Pace } from '../door/pace.ts'
import { RequestRefused } from '../door/refused.ts'
import { sourceOf } from '../door/source.ts'
import type { House } from '../house.ts'
import { isKey } from './join-answer.ts'

/** What joining says is short, and nobody has signed it yet (bytes). */
const bytesMax = 16_384

/**
 * What a computer says that asks to be let in, and from where; nothing signs it, since nobody knows its key yet. Throws
 * `too_many_tries`, `malformed`, and `upgrade` for one that is too old.
 */
export async function letInRequest<T extends NewComputer>(
  house: House,
  incoming: IncomingMessage,
  schema: ZodType<T>,
  pace: Pace,
): Promise<{ readonly request: T; readonly source: string }> {
  const source = sourceOf(incoming, house)
  pace.count(source)
  const raw = await readRaw(incoming, { bytesMax })
  const request = readJson(raw, incoming.headers['content-encoding'], schema)
  if (request.protocol < protocolOldest) throw new RequestRefused('upgrade', { protocolOldest })
  if (!isKey(request.publicKey)) throw new RequestRefused('malformed', { where: 'publicKey' })
  return { request, source }
}
