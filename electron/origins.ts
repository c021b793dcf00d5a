/** The window's own scheme. `meritfolio:` is another one, for links from outside. */
export const scheme = 'app'

/** The two hosts of the scheme: the screens, and the viewer of evidence that screens frame. */
export const hosts = ['screen', 'viewer'] as const
export type Host = (typeof hosts)[number]

export const screenOrigin = `${scheme}://screen`

/** Which of the two hosts an address is on; `undefined` for any other address, and for what is no address. */
export function hostOf(address: string): Host | undefined {
  if (!URL.canParse(address)) return undefined
  const url = new URL(address)
  if (url.protocol !== `${scheme}:` || url.username !== '' || url.port !== '') return undefined
  return hosts.find(host => host === url.host)
}
