import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { addressesTriedMax } from '../limits.ts'
import { notLoaded, type LoadRefusal } from '../online/load-result.ts'

/** Answers a host name with its addresses; throws or answers none where there is no such host. */
export type Resolve = (host: string) => Promise<readonly string[]>

/** The resolver of the operating system. */
export const systemResolve: Resolve = async host => {
  const answers = await lookup(host, { all: true, verbatim: true })
  return answers.map(answer => answer.address)
}

type Checked =
  | { readonly ok: true; readonly addresses: readonly string[] }
  | { readonly ok: false; readonly refusal: LoadRefusal }

/**
 * Resolves a host once and checks every answer: one address that is not allowed refuses the host,
 * because a name that answers both public and private is how a guard is led round. The connection is
 * then made to these addresses and to nothing the name says later (DNS rebinding).
 *
 * @param hostname of a parsed URL: lower case, an IPv6 literal in brackets.
 * @returns the addresses to try in order, IPv4 first.
 */
export async function checkedAddresses(
  hostname: string,
  resolve: Resolve,
  isAllowed: (address: string) => boolean,
): Promise<Checked> {
  const literal = hostname.replace(/^\[|\]$/g, '')
  let addresses: readonly string[]
  try {
    addresses = isIP(literal) === 0 ? await resolve(hostname) : [literal]
  } catch (error) {
    const reason = error instanceof Error ? error.message.slice(0, 200) : 'unknown'
    return notLoaded('HOST_NOT_FOUND', { host: hostname, reason })
  }
  if (addresses.length === 0) return notLoaded('HOST_NOT_FOUND', { host: hostname })
  const bad = addresses.find(address => !isAllowed(address))
  if (bad !== undefined) return notLoaded('ADDRESS_REFUSED', { host: hostname, address: bad })
  const inOrder = [...addresses].sort((one, other) => isIP(one) - isIP(other))
  return { ok: true, addresses: inOrder.slice(0, addressesTriedMax) }
}
