import { rotateCursor, rotateIssuer } from './changing.ts'
import type { KeysAsked, KeysExit } from './keys-asked.ts'
import { allowed } from './grounds.ts'
import { activeIn, isNeededStill } from './register.ts'

/** `keys rotate`: another key signs, or seals cursors, from the next start on. */
export async function rotateKey(asked: KeysAsked): Promise<KeysExit> {
  const { register, rest, out, error } = asked
  const words = asked.words.keys.rotate
  const [what = 'issuer'] = rest
  if (what === 'cursor') {
    await rotateCursor(asked)
    out(words.cursor)
    return 0
  }
  if (what !== 'issuer') {
    error(words.oneThing)
    return 64
  }
  const did = register.dids?.at(-1)
  if (did === undefined || did.startsWith('did:key:')) {
    error(did === undefined ? words.neverStarted : words.didKey)
    return 2
  }
  const before = activeIn(register.issuer)
  const ground = await allowed(asked, { what: 'rotate' })
  if (ground === undefined) return 2
  const changed = await rotateIssuer(asked, ground.grounds)
  out(words.done({ id: activeIn(changed.issuer).id, before: before.id }))
  out(ground.said)
  const isKept = isNeededStill(changed, { ...before, state: 'retired' })
  out(isKept ? words.kept(before) : words.destroyed(before))
  return 0
}
