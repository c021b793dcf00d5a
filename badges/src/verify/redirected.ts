import { finalUrlOf, type TrustBundle } from './trust-bundle.ts'

/**
 * Whether what a bundle holds at an address came from another site. A site that leads on to any address
 * it is given (`/out?u=…`) would else speak for everybody in its owner's name: what was found elsewhere
 * has to prove itself and is nobody's word by its place. A step between a host and its `www.` stays at home:
 * whoever has the name has both.
 */
export function isRedirected(bundle: TrustBundle, url: string): boolean {
  const [asked, final] = [URL.parse(url), URL.parse(finalUrlOf(bundle, url))]
  if (asked === null || !/^https?:$/.test(asked.protocol)) return false
  if (final === null) return true
  if (final.origin === asked.origin) return false
  return final.protocol !== 'https:' || asked.port !== final.port || !isSameHost(asked, final)
}

function isSameHost({ hostname: asked }: URL, { hostname: final }: URL): boolean {
  return asked === final || asked === `www.${final}` || final === `www.${asked}`
}
