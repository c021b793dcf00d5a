import { didWebToUrl } from '../did/did-web.ts'
import { found } from '../refusal.ts'

/**
 * The host of an issuer's address or did:web: what to show beside a name, which anybody can write. Signs
 * that are not ASCII are punycode (`xn--…`), so that look-alikes don't look alike.
 *
 * @returns the host, with its port where it has one, or null where an id names none.
 */
export function issuerHost(id: string): string | null {
  const address = id.startsWith('did:web:') ? didWebToUrl(id) : found(id)
  if (!address.ok || !URL.canParse(address.value)) return null
  const { protocol, host } = new URL(address.value)
  return /^https?:$/.test(protocol) && host !== '' ? host : null
}
