import { z } from 'zod'
import { keyChangeSchema } from '../../core/joint-act/key-change.ts'
import type { Machine } from '../../core/kit/machine.ts'

/**
 * Stored: never rename. `active` signs · `retired` another one took its place; what it signed stays good ·
 * `compromised` somebody else may have it: nothing that rests on it alone is believed any more.
 */
export const keyStates = ['active', 'retired', 'compromised'] as const
export type KeyState = (typeof keyStates)[number]

/** One that is said to be compromised may only be said to have been so from an earlier time. */
export const keyMachine: Machine<KeyState, 'retire' | 'compromise'> = {
  active: { retire: 'retired', compromise: 'compromised' },
  retired: { compromise: 'compromised' },
  compromised: { compromise: 'compromised' },
}

const issuerKeySchema = z.object({
  /** The fragment of its verification method, and the end of its file's name. Never given again. */
  id: z.string().regex(/^key-[1-9]\d{0,4}$/),
  /** Its public half, as a Multikey. */
  publicKey: z.string(),
  /** Epoch ms; absent for one from before there was a register. */
  madeAt: z.number().optional(),
  state: z.enum(keyStates),
  retiredAt: z.number().optional(),
  /** Since when somebody else may have had it, and when that was said (epoch ms). */
  compromisedFrom: z.number().optional(),
  compromisedAt: z.number().optional(),
})
export type IssuerKeyEntry = z.infer<typeof issuerKeySchema>

const cursorKeySchema = z.object({ n: z.int().min(1), madeAt: z.number().optional() })
export type CursorKeyEntry = z.infer<typeof cursorKeySchema>

/** What was done to the keys at the district's terminal, until the record has it too, and ever after. */
const changeNoteSchema = keyChangeSchema
  .pick({ what: true, key: true, from: true, reason: true })
  .extend({
    at: z.int(),
    /** The act of two that it rests on; absent: it was done by one alone. */
    change: z.string().optional(),
  })
export type KeyChangeNote = z.infer<typeof changeNoteSchema>

export const registerSchema = z.object({
  v: z.literal(1),
  /** Every key that ever signed for the district, oldest first: it stays resolvable for ever. */
  issuer: z.array(issuerKeySchema).min(1),
  /** Public half (Multikey) of the key that signs what the district vouches for. */
  trust: z.string(),
  /** Keys of cursors, oldest first: the last one seals, all open. */
  cursor: z.array(cursorKeySchema).min(1),
  /** As whom the district ever signed, the present one last; absent before it was started with a register. */
  dids: z.array(z.string()).optional(),
  /** Every change since changes need two, the newest last. */
  changes: z.array(changeNoteSchema).optional(),
})

/** What is known of the district's keys without any of their secrets. */
export type KeyRegister = z.infer<typeof registerSchema>

/** The key that signs. Throws where none does: a register is never left so. */
export function activeIn<K extends Pick<IssuerKeyEntry, 'state'>>(keys: readonly K[]): K {
  const active = keys.findLast(key => key.state === 'active')
  if (active === undefined) throw new Error('no key signs')
  return active
}

/** Cursors of so many keys are taken at once: the newest, and the one before. */
export const cursorKeysMax = 2

/**
 * Two copies of a register as one: every key of both, each in the state that is furthest. An older keys folder that came
 * back makes no key good again that was given up.
 */
export function joinedRegisters(own: KeyRegister, other: KeyRegister): KeyRegister {
  const byId = new Map<string, IssuerKeyEntry>()
  for (const key of [...own.issuer, ...other.issuer]) {
    const before = byId.get(key.id)
    byId.set(key.id, before === undefined ? key : further(before, key))
  }
  const issuer = [...byId.values()].toSorted((a, b) => numberOf(a.id) - numberOf(b.id))
  // Two that are active: the older one was retired, where that was not yet known.
  const last = issuer.findLast(key => key.state === 'active')
  return {
    ...own,
    issuer: issuer.map(key =>
      key.state === 'active' && key !== last ? { ...key, state: 'retired' as const } : key,
    ),
    cursor: newestOf([...own.cursor, ...other.cursor]),
    dids: [...new Set([...(other.dids ?? []), ...(own.dids ?? [])])],
    ...changesOf(own, other),
  }
}

/** What was done to both, each once. */
function changesOf(own: KeyRegister, other: KeyRegister): Pick<KeyRegister, 'changes'> {
  const notes = [...(other.changes ?? []), ...(own.changes ?? [])]
  if (notes.length === 0) return {}
  const once = new Map(notes.map(note => [`${note.at} ${note.what} ${note.key}`, note]))
  return { changes: [...once.values()].toSorted((a, b) => a.at - b.at) }
}

/** The register with what was done to it. */
export const noted = (register: KeyRegister, note: KeyChangeNote): KeyRegister => ({
  ...register,
  changes: [...(register.changes ?? []), note],
})

/** The register with the district signing as someone. */
export function signingAs(
  register: KeyRegister,
  did: string,
  earlier: readonly string[],
): KeyRegister {
  const dids = [...(register.dids ?? []), ...earlier].filter(one => one !== did)
  return { ...register, dids: [...new Set(dids), did] }
}

/**
 * Whether a key that signs no more is still needed: badges from the time when the key itself was the issuer (did:key) name
 * lists that no other key can sign.
 */
export const isNeededStill = (
  { dids = [] }: Pick<KeyRegister, 'dids'>,
  { state, publicKey }: Pick<IssuerKeyEntry, 'state' | 'publicKey'>,
): boolean => state !== 'compromised' && dids.includes(`did:key:${publicKey}`)

/** The number in a key's id. */
export const numberOf = (id: string): number => Number(id.slice('key-'.length))

/** The furthest of two states; of two times from which a key was given up the earlier one, which was said later. */
function further(one: IssuerKeyEntry, other: IssuerKeyEntry): IssuerKeyEntry {
  const rank = (key: IssuerKeyEntry) => keyStates.indexOf(key.state)
  const from = (key: IssuerKeyEntry) => key.compromisedFrom ?? Infinity
  const isOther = rank(other) > rank(one) || (rank(other) === rank(one) && from(other) < from(one))
  const [most, least] = isOther ? [other, one] : [one, other]
  return { ...least, ...most, publicKey: one.publicKey }
}

function newestOf(
  keys: readonly CursorKeyEntry[],
): readonly CursorKeyEntry[] & KeyRegister['cursor'] {
  const byNumber = new Map(keys.map(key => [key.n, key]))
  return [...byNumber.values()].toSorted((a, b) => a.n - b.n).slice(-cursorKeysMax)
}
