import type { IncomingMessage } from 'node:http'

const actors = new WeakMap<IncomingMessage, string>()

/** Remembers who asked, for the line in the log. */
export function noteActor(incoming: IncomingMessage, person: string): void {
  actors.set(incoming, person)
}

/** Who asked, where that is known. */
export const actorIn = (incoming: IncomingMessage): string | undefined => actors.get(incoming)
