import type { IncomingMessage } from 'node:http'
import { ed25519Multikey } from 'open-badges-validator-core/did'
import { publicKeyOf } from 'open-badges-validator-core/issue'
import type { JoinReply } from '../../contract/sync/join.ts'
import { PersonRecord } from '../../core/person/record.ts'
import { noteActor } from '../door/notes.ts'
import { RequestRefused } from '../door/refused.ts'
import { json } from '../door/reply.ts'
import type { House } from '../house.ts'
import type { LetIn } from './let-in.ts'
import { districtName } from './name.ts'
import { writeRegister } from './register.ts'
import { keyOf } from './signed.ts'

/** What a computer is answered that was let in; the register and its person's other computers know it by then. */
export async function joinAnswer(
  house: House,
  incoming: IncomingMessage,
  device: string,
  { person, waitsUntil }: Exclude<LetIn, { refused: unknown }>,
): Promise<Response> {
  await writeRegister(house)
  noteActor(incoming, person)
  const known = await house.store.seen().get(PersonRecord, person)
  if (known === undefined) throw new RequestRefused('not_allowed')
  const { name, roles } = known.rec.body
  const reply: JoinReply = {
    device,
    person,
    name,
    roles,
    district: await districtName(house.store),
    epoch: house.epoch(),
    now: house.clock(),
    trustKey: ed25519Multikey(publicKeyOf(house.secrets.trust)),
    ...(waitsUntil === undefined ? {} : { waitsUntil }),
  }
  return json(reply, { accept: undefined })
}

/** Whether a text is the public key of a computer. */
export function isKey(publicKey: string): boolean {
  try {
    keyOf(publicKey)
    return true
  } catch {
    // Not 32 bytes of base64url.
    return false
  }
}
