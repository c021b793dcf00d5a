/**
 * The host that an issuer's id names (its address, or did:web), to stand beside a name that anybody may write. Letters
 * of other scripts are punycode (`xn--…`), so that look-alikes show (security.md row 32); `undefined` where it names
 * none.
 */
export function issuerHost(id: string | undefined): string | undefined {
  if (id === undefined) return undefined
  const named = /^did:web:([^:#?/]{1,300})/i.exec(id)?.[1]
  const url = URL.parse(named === undefined ? id : `https://${decoded(named)}/`)
  if (url === null || !/^https?:$/.test(url.protocol)) return undefined
  return url.host === '' ? undefined : url.host
}

/** did:web writes a port as `%3A`. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    // Not encoded as it should be: no host has such a name.
    return ''
  }
}
