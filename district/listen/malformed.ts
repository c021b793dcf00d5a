/** What node's own reader of HTTP found wrong, as the door would have said it. */
const said: Readonly<Record<string, readonly [status: string, code: string]>> = {
  HPE_HEADER_OVERFLOW: ['431 Request Header Fields Too Large', 'too_large'],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: ['413 Payload Too Large', 'too_large'],
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', 'malformed'],
}

/** The whole answer to what was no HTTP, or came too slowly; the connection ends with it. */
export function malformedAnswer(errorCode: string): string {
  const [status, code] = said[errorCode] ?? ['400 Bad Request', 'malformed']
  const body = JSON.stringify({ code })
  return [
    `HTTP/1.1 ${status}`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${body.length}`,
    'x-content-type-options: nosniff',
    'cache-control: no-store',
    'connection: close',
    '',
    body,
  ].join('\r\n')
}
