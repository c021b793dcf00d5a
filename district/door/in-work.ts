import type { IncomingMessage } from 'node:http'
import { RequestRefused } from './refused.ts'

/** Requests of one computer that may be in work at once: held pulls, a push, a film in parts, and room. */
export const inWorkMax = 24
/** When it may try again (s). */
const waitSeconds = 1

/** Who has how much in work, so that one computer can't take all of the district. */
export interface InWork {
  /**
   * A request of a computer begins. Throws `too_many_tries` where it has too many, and `malformed` where its asker has left
   * already: nothing would end it any more.
   */
  begin(device: string, incoming: IncomingMessage): void
  /** A request was answered, or its asker is gone. */
  end(incoming: IncomingMessage): void
}

/** Nothing is in work yet. */
export function inWorkOf(): InWork {
  const counts = new Map<string, number>()
  const devices = new WeakMap<IncomingMessage, string>()
  return {
    begin(device, incoming) {
      if (incoming.socket.destroyed) throw new RequestRefused('malformed', { where: 'connection' })
      const count = counts.get(device) ?? 0
      if (count >= inWorkMax) throw new RequestRefused('too_many_tries', { waitSeconds })
      counts.set(device, count + 1)
      devices.set(incoming, device)
    },
    end(incoming) {
      const device = devices.get(incoming)
      if (device === undefined) return
      devices.delete(incoming)
      const left = (counts.get(device) ?? 1) - 1
      if (left === 0) counts.delete(device)
      else counts.set(device, left)
    },
  }
}
