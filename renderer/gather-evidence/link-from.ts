const linkCharsMax = 4_000

/** An address that can be kept, or why not. A host without a scheme gets `https`; nothing but `https` is taken. */
export function linkFrom(
  typed: string,
): { readonly link: string } | { readonly wrong: 'empty' | 'not_https' | 'not_a_link' | 'long' } {
  const text = typed.trim()
  if (text === '') return { wrong: 'empty' }
  if (text.length > linkCharsMax) return { wrong: 'long' }
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(text)?.[1]?.toLowerCase()
  const isHostAndPort = /^[a-z0-9.-]+\.[a-z]+:\d+/i.test(text)
  if (scheme !== undefined && scheme !== 'https' && !isHostAndPort) return { wrong: 'not_https' }
  const link = scheme === 'https' ? text : `https://${text}`
  if (!URL.canParse(link)) return { wrong: 'not_a_link' }
  const { href, hostname } = new URL(link)
  if (/\s/.test(text) || !hostname.includes('.')) return { wrong: 'not_a_link' }
  return href.length > linkCharsMax ? { wrong: 'long' } : { link: href }
}
