import type { FetchSaid, FetchWords } from './en/verify-fetch.ts'

/** The words for what kept an address from being fetched: a code of the loader, or `HTTP 503`. */
export function fetchSaid(words: FetchWords, why: string): FetchSaid {
  const known = Object.entries(words.codes).find(([code]) => code === why)?.[1]
  if (known !== undefined) return known
  const status = Number(/^HTTP (\d{3})$/.exec(why)?.[1])
  if (Number.isNaN(status)) return words.codes.NOT_REACHED
  const { cause, said, next } = words[kindOf(status)]
  return { cause, said: said({ status }), next }
}

function kindOf(status: number): 'gone' | 'locked' | 'fault' | 'other' {
  if (status === 404) return 'gone'
  if (status === 401 || status === 403) return 'locked'
  return status >= 500 ? 'fault' : 'other'
}
