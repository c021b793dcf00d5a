import { pageAnswer, publicAnswer } from '../door/headers.ts'

/** A page, as it is answered. */
export const shown = (page: string, status: number): Response =>
  new Response(page, {
    status,
    headers: { ...pageAnswer, 'content-type': 'text/html; charset=utf-8' },
  })

/** A file to keep, as it is answered. */
export const file = (bytes: Uint8Array, type: string, name: string): Response =>
  new Response(new Uint8Array(bytes), {
    headers: {
      ...publicAnswer,
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
    },
  })
