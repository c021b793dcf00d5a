import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ed25519Multikey, publicKeyOfMultikey } from 'open-badges-validator-core/did'
import { publicKeyOf } from 'open-badges-validator-core/issue'
import { signAnew } from '../erasure/ledger.ts'
import type { NewKey, NotCompromised } from './changes.ts'
import { compromised, cursorRotated, nextKeyId, rotated } from './changes.ts'
import type { KeysFolder } from './keys-folder.ts'
import {
  cursorFileOf,
  issuerFileOf,
  keepRegister,
  pseudonymFile,
  trustFile,
} from './keys-folder.ts'
import type { MasterKey } from './master-key.ts'
import { activeIn, isNeededStill, noted } from './register.ts'
import type { KeyChangeNote, KeyRegister } from './register.ts'
import { secretFiles } from './secrets.ts'
import {
  destroySecret,
  readSecret,
  sealOf,
  secretBytes,
  SecretSealed,
  writeSecret,
} from './secret-file.ts'

interface Change {
  readonly folder: KeysFolder
  readonly register: KeyRegister
  readonly master: MasterKey | undefined
  readonly now: number
}

/** What a change rests on: what two agreed to, or a reason of one alone. */
export type Grounds = Pick<KeyChangeNote, 'change' | 'reason'>

/**
 * Gives the district a new key to sign with. The new secret is on disk before the register names it, the old one goes
 * after that: killed in between, the next start finds a key that signs. The new register is returned.
 */
export async function rotateIssuer(
  { folder, register, master, now }: Change,
  grounds: Grounds,
  what: KeyChangeNote['what'] = 'rotate',
): Promise<KeyRegister> {
  const made = await newIssuerKey({ folder, register, master, now })
  const changed = noted(rotated(register, made), { what, at: now, ...grounds })
  keepRegister(folder, changed)
  destroyUnneeded(folder, changed)
  return changed
}

/** Gives a key up from a time on (epoch ms), and takes a new one where it was the one that signs. Order as above. */
export async function giveUp(
  change: Change,
  { id, from }: { readonly id: string; readonly from: number },
  grounds: Grounds,
): Promise<KeyRegister | NotCompromised> {
  const { folder, register, now } = change
  const wrong = compromised(register, { id, from, now, next: { publicKey: '', madeAt: now } })
  if (typeof wrong === 'string') return wrong
  const isActive = activeIn(register.issuer).id === id
  const next = isActive ? await newIssuerKey(change) : { publicKey: '', madeAt: now }
  const changed = compromised(register, { id, from, now, next })
  if (typeof changed === 'string') return changed
  const whole = noted(changed, { what: 'compromise', key: id, from, at: now, ...grounds })
  keepRegister(folder, whole)
  destroyUnneeded(folder, whole)
  return whole
}

/** Gives cursors a new key; the one before still opens them. */
export async function rotateCursor({
  folder,
  register,
  master,
  now,
}: Change): Promise<KeyRegister> {
  const changed = cursorRotated(register, now)
  const last = changed.cursor.at(-1)
  if (last === undefined) throw new Error('a register has a key for cursors')
  await writeSecret(join(folder.keys, cursorFileOf(last.n)), randomBytes(secretBytes), master)
  keepRegister(folder, changed)
  for (const { n } of register.cursor)
    if (!changed.cursor.some(key => key.n === n)) destroySecret(join(folder.keys, cursorFileOf(n)))
  return changed
}

/** A kind of secret, as far as losing it differs. */
export type LostKind = 'issuer' | 'trust' | 'cursor' | 'pseudonym'

/** Makes anew what is gone, for a district that has no copy of it; tells which kinds it made. */
export async function replaceLost(
  change: Change & { readonly data: string },
  grounds: Grounds,
): Promise<readonly LostKind[]> {
  const { folder, master } = change
  const isGone = (name: string) => !existsSync(join(folder.keys, name))
  const made: LostKind[] = []
  let { register } = change
  if (isGone(issuerFileOf(activeIn(register.issuer).id))) {
    register = await rotateIssuer({ ...change, register }, grounds, 'replace')
    made.push('issuer')
  }
  let afterwards: () => void = () => undefined
  if (isGone(trustFile)) {
    const secret = randomBytes(secretBytes)
    // Before the old key's public half is forgotten: whom it said to be erased stays so.
    const before = publicKeyOfMultikey(register.trust)?.bytes ?? new Uint8Array()
    afterwards = signAnew(change.data, Buffer.from(before).toString('hex'), secret)
    await writeSecret(join(folder.keys, trustFile), secret, master)
    register = { ...register, trust: ed25519Multikey(publicKeyOf(secret)) }
    if (!made.includes('issuer'))
      register = noted(register, { what: 'replace', at: change.now, ...grounds })
    made.push('trust')
  }
  const lostCursors = register.cursor.filter(({ n }) => isGone(cursorFileOf(n)))
  for (const { n } of lostCursors)
    await writeSecret(join(folder.keys, cursorFileOf(n)), randomBytes(secretBytes), master)
  if (lostCursors.length > 0) made.push('cursor')
  if (isGone(pseudonymFile)) {
    await writeSecret(join(folder.keys, pseudonymFile), randomBytes(secretBytes), master)
    made.push('pseudonym')
  }
  keepRegister(folder, register)
  afterwards()
  return made
}

/**
 * Wraps every secret with a master key, or lays all of them open (`to` is `undefined`). Each file is the old one or the
 * new one, whenever it is stopped: done again, it goes on. All are read before the first is written, so a master key that
 * does not fit changes nothing. Returns how many there are.
 */
export async function sealAll(
  folder: KeysFolder,
  register: KeyRegister,
  from: readonly MasterKey[],
  to: MasterKey | undefined,
): Promise<number> {
  const read: { readonly path: string; readonly secret: Uint8Array }[] = []
  for (const path of secretFiles(folder, register)) {
    const seal = sealOf(path)
    const master = seal === 'plain' ? undefined : from.find(key => key.id === seal.by)
    if (seal !== 'plain' && master === undefined) throw new SecretSealed(path, from.length > 0)
    read.push({ path, secret: await readSecret(path, master) })
  }
  for (const { path, secret } of read) await writeSecret(path, secret, to)
  return read.length
}

/** A key that lies beside wrapped ones in the clear would be the one that is taken. Throws `SecretSealed`. */
export function mustFit(
  folder: KeysFolder,
  register: KeyRegister,
  master: MasterKey | undefined,
): void {
  for (const path of secretFiles(folder, register)) {
    const seal = sealOf(path)
    if (seal !== 'plain' && seal.by !== master?.id)
      throw new SecretSealed(path, master !== undefined)
  }
}

async function newIssuerKey({ folder, register, master, now }: Change): Promise<NewKey> {
  const secret = randomBytes(secretBytes)
  // A file that a change left which was stopped before its key was in the register: nothing was ever signed with it.
  await writeSecret(join(folder.keys, issuerFileOf(nextKeyId(register))), secret, master)
  return { publicKey: ed25519Multikey(publicKeyOf(secret)), madeAt: now }
}

/** Destroys the secrets of keys that sign no more, also what a change left that was stopped before it came to that. */
export function destroyUnneeded({ keys }: KeysFolder, register: KeyRegister): void {
  for (const key of register.issuer)
    if (key.state !== 'active' && !isNeededStill(register, key))
      destroySecret(join(keys, issuerFileOf(key.id)))
}
