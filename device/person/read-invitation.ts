import { isThisComputer } from '../../contract/sync/this-computer.ts'
import { DoorRefusal } from '../door/refused.ts'

/**
 * The district's origin and the code, from what a person typed: an address and a code, or an invitation link with
 * the code in its fragment. Anything but this very computer is asked over TLS.
 */
export function readInvitation(given: { readonly address: string; readonly code: string }): {
  readonly address: string
  readonly code: string
} {
  const url = readAddress(given.address)
  const inLink = url.hash.slice(1).replace(/^code=/, '')
  const code = (given.code.trim() || inLink).replaceAll(/[\s-]/g, '').toUpperCase()
  if (code.length < 10) throw new DoorRefusal('invitation_unknown')
  return { address: url.origin, code }
}

/** A district's address as a person typed it. Throws `unreachable` for text that is none. */
export function readAddress(address: string): URL {
  const typed = address.trim()
  const isWhole = /^https?:\/\//i.test(typed)
  const url = parsed(isWhole ? typed : `https://${typed}`)
  if (url === undefined || url.hostname === '') throw new DoorRefusal('unreachable', { address })
  // A district on this very computer says http of itself, and whoever types its address leaves that out.
  if (!isThisComputer(url.hostname)) url.protocol = 'https:'
  else if (!isWhole) url.protocol = 'http:'
  return url
}

function parsed(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined
}
