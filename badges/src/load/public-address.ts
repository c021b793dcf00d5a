import { BlockList, isIP } from 'node:net'

/**
 * What is not the public internet (IANA special-purpose registries, RFC 6890): this network, private,
 * carrier-grade NAT, loopback, link-local (and the metadata address in it), protocol assignments,
 * documentation, benchmarks, multicast, reserved, broadcast.
 */
const special4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  // A public number that one cloud answers from inside the machine.
  ['168.63.129.16', 32],
] as const

/** Inside 2000::/3: protocol assignments with Teredo, documentation, 6to4 (which carries IPv4). */
const special6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const

const refused4 = new BlockList()
for (const [net, prefix] of special4) refused4.addSubnet(net, prefix, 'ipv4')
const refused6 = new BlockList()
for (const [net, prefix] of special6) refused6.addSubnet(net, prefix, 'ipv6')
const global6 = new BlockList()
global6.addSubnet('2000::', 3, 'ipv6')

/**
 * Whether an address is one of the public internet. IPv6 is allowed only in 2000::/3, so that
 * IPv4-mapped, NAT64, unique local, link-local, site-local and multicast addresses are out without a
 * list of them.
 *
 * @param address an IP address without brackets; anything else is not public.
 */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !refused4.check(address, 'ipv4')
  if (family !== 6 || address.includes('%')) return false
  return global6.check(address, 'ipv6') && !refused6.check(address, 'ipv6')
}
