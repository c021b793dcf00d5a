/** What comes of JSON: what a verifier asks for. */
const dataTypes = /^application\/(?:[\w.+-]+\+)?json$/

/** `type;q=0.8, …` as types and their weight, as stated (RFC 9110, section 12.4.2). */
function weighed(header: string): readonly (readonly [name: string, weight: number])[] {
  return header.split(',').map(part => {
    const [name = '', ...parameters] = part.split(';').map(text => text.trim().toLowerCase())
    const q = parameters.find(parameter => parameter.startsWith('q='))
    const weight = q === undefined ? 1 : Number(q.slice(2))
    return [name, Number.isFinite(weight) ? weight : 0] as const
  })
}

/**
 * Whether who asks wants the page for people rather than the badge itself (RFC 9110, section 12.5.1). Browsers name
 * HTML; whoever names JSON, or nothing, is a verifier and gets what it always got.
 */
export function wantsPage(accept: string | undefined): boolean {
  const types = weighed(accept ?? '')
  const page = types.find(([name]) => name === 'text/html')?.[1] ?? 0
  const data = Math.max(0, ...types.filter(([name]) => dataTypes.test(name)).map(([, q]) => q))
  return page > 0 && page >= data
}

/** The language of the page: the one asked for in the address, else the one the browser likes better; English else. */
export function languageOf(
  asked: string | undefined,
  acceptLanguage: string | undefined,
): 'en' | 'es' {
  if (asked === 'en' || asked === 'es') return asked
  const weights = weighed(acceptLanguage ?? '')
  const weightOf = (language: string) =>
    Math.max(
      0,
      ...weights
        .filter(([name]) => name === language || name.startsWith(`${language}-`))
        .map(([, weight]) => weight),
    )
  return weightOf('es') > weightOf('en') ? 'es' : 'en'
}
