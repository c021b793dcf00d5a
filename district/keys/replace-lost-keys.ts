import { replaceLost } from './changing.ts'
import { allowed } from './grounds.ts'
import type { KeysAsked, KeysExit } from './keys-asked.ts'
import { keysFolderOf, registerIn } from './keys-folder.ts'
import { activeIn } from './register.ts'

/** `keys replace-lost`: makes anew what is gone and of which there is no copy; tells what that costs. */
export async function replaceLostKeys(asked: KeysAsked): Promise<KeysExit> {
  const { out } = asked
  const words = asked.words.keys.lost
  const ground = await allowed(asked, { what: 'replace' })
  if (ground === undefined) return 2
  const made = await replaceLost(asked, ground.grounds)
  if (made.length === 0) out(words.none)
  const register = registerIn(keysFolderOf(asked.data)) ?? asked.register
  for (const kind of made)
    out(kind === 'issuer' ? words.not.issuer(activeIn(register.issuer)) : words.not[kind])
  if (made.length > 0) out(ground.said)
  return 0
}
