import { credentialIdOf } from './credential-id.ts'

/** The address of a badge's own page: the id that its credential has, where that is a web address. */
export function pageOf(credential: string | undefined): string | undefined {
  const id = credentialIdOf(credential)
  return id?.startsWith('https://') === true ? id : undefined
}
