import { createHmac } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { House } from '../house.ts'
import { networkOf } from './network-of.ts'

/**
 * From where a request came, as it is counted and never as it is: a network under a key of the district. Behind a
 * proxy the last address in `X-Forwarded-For` counts, the one that the district's own proxy wrote.
 */
export function sourceOf(
  incoming: IncomingMessage,
  { isBehindProxy, secrets }: Pick<House, 'isBehindProxy' | 'secrets'>,
): string {
  const forwarded = incoming.headers['x-forwarded-for']
  const told = typeof forwarded === 'string' ? forwarded.split(',').at(-1)?.trim() : undefined
  const address = (isBehindProxy ? told : undefined) ?? incoming.socket.remoteAddress ?? ''
  return createHmac('sha256', secrets.pseudonym)
    .update(`source ${networkOf(address)}`)
    .digest('hex')
}
