import type { DoorEvent } from '../../contract/device/door.ts'
import { ask } from './door.ts'

const channelName = 'meritfolio.events'
const lockName = 'meritfolio.event-stream'
const retryMs = 1_000

/**
 * The one stream of events, for all tabs of this origin: one tab holds it (a Web Lock) and passes each line on,
 * because a browser allows six connections and every tab would take one. Returns how to stop listening.
 */
export function listen(onEvent: (event: DoorEvent | { event: 'lost' }) => void): () => void {
  const channel = new BroadcastChannel(channelName)
  const stop = new AbortController()
  channel.addEventListener('message', (message: MessageEvent<DoorEvent | { event: 'lost' }>) =>
    onEvent(message.data),
  )
  const holdStream = async () => {
    while (!stop.signal.aborted) {
      await readStream(stop.signal, event => {
        onEvent(event)
        channel.postMessage(event)
      })
      if (stop.signal.aborted) return
      onEvent({ event: 'lost' })
      channel.postMessage({ event: 'lost' })
      await new Promise(resolve => setTimeout(resolve, retryMs))
    }
  }
  navigator.locks
    .request(lockName, { signal: stop.signal }, holdStream)
    .catch((reason: unknown) => {
      // Stopped while waiting for the lock: that is what stopping means.
      if (!stop.signal.aborted) throw reason
    })
  return () => {
    stop.abort()
    channel.close()
  }
}

async function readStream(signal: AbortSignal, onEvent: (event: DoorEvent) => void): Promise<void> {
  const answer = await ask('/api/events', { signal }).catch(() => undefined)
  const reader = answer?.body?.pipeThrough(new TextDecoderStream()).getReader()
  if (reader === undefined) return
  let rest = ''
  for (;;) {
    const part = await reader.read().catch(() => ({ done: true as const, value: undefined }))
    if (part.done) return
    const lines = `${rest}${part.value}`.split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      if (line === '') continue
      const event: DoorEvent = JSON.parse(line)
      onEvent(event)
    }
  }
}
