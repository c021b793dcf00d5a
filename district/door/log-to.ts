import type { DestinationStream } from 'pino'
import { pino } from 'pino'

/** What is kept of lines that could not be written, to be tried again (bytes); what is beyond that is lost. */
const keptBytesMax = 65_536

/** Where the log goes: a file descriptor. Lines that it does not take, on a full disk, are lost, and nothing else is. */
export function logTo(descriptor: number): DestinationStream {
  const destination = pino.destination({
    dest: descriptor,
    sync: true,
    maxLength: keptBytesMax,
  })
  destination.on('error', () => undefined)
  return destination
}
