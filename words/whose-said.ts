import type { Whose } from '../contract/device/verifying.ts'

interface WhoseWords {
  /** "calls itself “Alder County”". */
  readonly callsItself: (f: { readonly name: string }) => string
}

/**
 * Who issued something, in one line; empty where nobody is named. A name alone stands only where it is known here whose
 * it is: else the host or the id comes first, which nobody can choose at will.
 */
export function whoseSaid(words: WhoseWords, { id = '', host, name = '', isKnown }: Whose): string {
  const address = host ?? id
  if (isKnown) return name === '' ? address : name
  if (name === '' || name === address) return address
  const called = words.callsItself({ name })
  return address === '' ? called : `${address}, ${called}`
}
