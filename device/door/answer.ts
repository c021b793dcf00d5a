import type { DoorError } from '../../contract/device/door.ts'
import { jsonHeaders } from './headers.ts'
import { statusOf } from './refused.ts'

/** Data as an answer. */
export const json = (value: unknown, status = 200): Response =>
  new Response(JSON.stringify(value), { status, headers: jsonHeaders })

/** A refusal of the door as an answer. */
export const refusal = (error: DoorError, status = statusOf(error.code)): Response =>
  json(error, status)

/** Lines of JSON, one per value, as they come. `onGone` is told when nobody reads any more. */
export function lines(
  start: (put: (value: unknown) => void, end: () => void) => void,
  onGone: () => void = () => undefined,
): Response {
  const encoder = new TextEncoder()
  let isOpen = true
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      start(
        value => {
          if (isOpen) controller.enqueue(encoder.encode(`${JSON.stringify(value)}\n`))
        },
        () => {
          if (!isOpen) return
          isOpen = false
          controller.close()
        },
      )
    },
    cancel() {
      isOpen = false
      onGone()
    },
  })
  return new Response(body, {
    headers: { ...jsonHeaders, 'content-type': 'application/x-ndjson; charset=utf-8' },
  })
}
