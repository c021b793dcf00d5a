import { bake } from 'open-badges-validator-core/bake'
import type { BadgePageWords } from '../../words/badge-page-words.ts'
import { slipPng } from '../../content/slip/slip.ts'
import type { Said } from './read-credential.ts'

/** Pictures that are kept ready: drawing one is slow beside everything else a stranger may ask for. */
const picturesMax = 40

/** Draws badges with the credential inside, and keeps the last ones. */
export function picturesIn(fontsFolders: readonly string[]) {
  const kept = new Map<string, Promise<Uint8Array>>()
  return (credential: string, said: Said, words: BadgePageWords): Promise<Uint8Array> => {
    const facts = [said.holder ?? '', said.issuer.name, words.day({ at: said.signedAt })]
    const name = `${facts.join('\n')}\n${credential}`
    const picture = kept.get(name) ?? drawn(credential, said, facts)
    kept.delete(name)
    kept.set(name, picture)
    const [oldest] = kept.keys()
    if (kept.size > picturesMax && oldest !== undefined) kept.delete(oldest)
    return picture
  }

  async function drawn(credential: string, said: Said, facts: readonly string[]) {
    const slip = { title: said.title, shown: said.description, facts }
    return bake(await slipPng(slip, fontsFolders), credential)
  }
}
