/** Namespace and element of each kind (OB 3.0, CLR 2.0, OB 2.0 baking), newest first. */
export const svgPlaces = [
  {
    keyword: 'openbadgecredential',
    namespace: 'https://purl.imsglobal.org/ob/v3p0',
    name: 'credential',
  },
  {
    keyword: 'clrcredential',
    namespace: 'https://purl.imsglobal.org/clr/v2p0',
    name: 'credential',
  },
  { keyword: 'openbadges', namespace: 'http://openbadges.org', name: 'assertion' },
] as const

/** @returns whether an element is one that holds a badge, of whatever kind. */
export function isSvgPlace(namespace: string, name: string): boolean {
  return svgPlaces.some(place => place.namespace === namespace && place.name === name)
}
