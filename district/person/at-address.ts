import { sign } from 'node:crypto'
import type { AboutReply, AtAddressAsked } from '../../contract/sync/join.ts'
import { atAddressAsked, atAddressText } from '../../contract/sync/join.ts'
import { isThisComputer } from '../../contract/sync/this-computer.ts'
import { textToSign } from '../../core/kit/signed.ts'
import type { House } from '../house.ts'
import { ed25519KeyOf } from '../keys/ed25519-key.ts'

type Needs = Pick<House, 'address' | 'epoch'> & {
  readonly secrets: Pick<House['secrets'], 'trust'>
}

/**
 * The district's word that it answers at the address at which it was asked; none where nobody asked for it. Nor for an
 * address that it does not know as its own: whoever passes questions on to it from there would get its word too.
 */
export function shownAtAddress(
  house: Needs,
  query: Readonly<Record<string, string>>,
): Pick<AboutReply, 'proof'> {
  const asked = atAddressAsked.safeParse(query)
  if (!asked.success || !isOwn(house, asked.data)) return {}
  const text = textToSign('at-address', atAddressText(asked.data, house.epoch()))
  const key = ed25519KeyOf(house.secrets.trust)
  return { proof: sign(null, Buffer.from(text), key).toString('hex') }
}

/**
 * A district that others reach has one address. One on this very computer has another port now and then, and whoever could
 * answer in its place there is on that computer with it; elsewhere that would be a program of whoever else uses a computer.
 */
const isOwn = ({ address }: Needs, { origin }: AtAddressAsked): boolean =>
  origin === address || [origin, address].every(isHere)

const isHere = (origin: string): boolean =>
  URL.canParse(origin) && isThisComputer(new URL(origin).hostname)
