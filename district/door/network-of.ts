import { isIP } from 'node:net'

/** An address as some proxies write it: in brackets, with a port behind, with the name of a network card. */
const inBrackets = /^\[([^\]]*)\](?::\d+)?$/
const withPort = /^(\d+(?:\.\d+){3}):\d+$/

const groupsOfAll = 8
const groupsOfNetwork = 4

/**
 * The network that an address stands for when it is counted. Of IPv6 the first 64 bits: one household or one rented
 * machine has all the others to itself, and would be a new one with each request. IPv4 stands for itself, also where it
 * is written as IPv6. What is no address stands for itself.
 */
export function networkOf(told: string): string {
  const bare = (inBrackets.exec(told)?.[1] ?? withPort.exec(told)?.[1] ?? told).split('%', 1)[0]
  if (bare === undefined || isIP(bare) !== 6) return bare ?? told
  const groups = groupsOf(bare)
  const [high = 0, low = 0] = groups.slice(-2)
  const isMapped = groups.slice(0, 5).every(group => group === 0) && groups[5] === 0xffff
  if (isMapped) return [high >> 8, high & 255, low >> 8, low & 255].join('.')
  const network = groups.slice(0, groupsOfNetwork).map(group => group.toString(16))
  return `${network.join(':')}::/64`
}

/** The eight groups of an IPv6 address. */
function groupsOf(address: string): readonly number[] {
  // Every way to write one comes out as one, in hex throughout (WHATWG URL).
  const plain = new URL(`http://[${address}]`).hostname.slice(1, -1)
  const [front = '', back] = plain.split('::')
  const numbers = (part: string) =>
    part === '' ? [] : part.split(':').map(group => Number.parseInt(group, 16))
  const [first, last] = [numbers(front), numbers(back ?? '')]
  const between = groupsOfAll - first.length - last.length
  return [...first, ...Array.from({ length: between }, () => 0), ...last]
}
