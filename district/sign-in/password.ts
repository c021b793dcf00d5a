import * as crypto from 'node:crypto'
import { argon2idAsync } from '@noble/hashes/argon2.js'
import { isEasilyGuessed } from '../../core/person/easily-guessed.ts'
import { RequestRefused } from '../door/refused.ts'
import { atMost } from './at-most.ts'

/** security.md §6: argon2id (RFC 9106), 64 MiB, three passes, one lane; four at once. */
const cost = { memoryKiB: 65_536, passes: 3, lanes: 1 } as const
const saltBytes = 16
const tagBytes = 32
const atOnce = 4
/** How many may wait for their turn; more than that come again. */
const waitingMax = 64

export const passwordCharsMin = 12

const turn = atMost(atOnce, waitingMax, () => new RequestRefused('busy'))

/** Refuses a password that is too short, or among the first that anybody would try. */
export function refuseWeak(password: string): void {
  if ([...password.normalize('NFKC')].length < passwordCharsMin)
    throw new RequestRefused('password_weak', { why: 'short', charsMin: passwordCharsMin })
  if (isEasilyGuessed(password)) throw new RequestRefused('password_weak', { why: 'common' })
}

/** What is kept of a password: the text that RFC 9106's reference writes (`$argon2id$…`). Throws `busy`. */
export async function keptOf(password: string): Promise<string> {
  const salt = crypto.randomBytes(saltBytes)
  const tag = await turn(() => tagOf(password, salt))
  const { memoryKiB, passes, lanes } = cost
  return `$argon2id$v=19$m=${memoryKiB},t=${passes},p=${lanes}$${plain64(salt)}$${plain64(tag)}`
}

const shape = /^\$argon2id\$v=19\$m=65536,t=3,p=1\$([A-Za-z0-9+/]{22})\$([A-Za-z0-9+/]{43})$/

/**
 * Whether a password is the one that was kept; without anything kept the same work is done for nothing, so that time
 * does not tell who is there. `before` is asked when its turn has come, and may still refuse. Throws `busy`.
 */
export function isPassword(
  password: string,
  kept: string | undefined,
  before: () => Promise<void>,
): Promise<boolean> {
  const [, salt = '', tag = ''] = shape.exec(kept ?? '') ?? []
  return turn(async () => {
    await before()
    const made = await tagOf(password, salt === '' ? nobodysSalt : Buffer.from(salt, 'base64'))
    const known = Buffer.from(tag, 'base64')
    return known.length === made.length && crypto.timingSafeEqual(known, made)
  })
}

const nobodysSalt = crypto.randomBytes(saltBytes)

/** By the platform; Electron's has no argon2, there it takes seconds and lets others work in between. */
function tagOf(password: string, salt: Uint8Array): Promise<Uint8Array> {
  const message = Buffer.from(password.normalize('NFKC'))
  const { memoryKiB, passes, lanes } = cost
  if (!isInPlatform())
    return argon2idAsync(message, salt, { m: memoryKiB, t: passes, p: lanes, dkLen: tagBytes })
  const asked = {
    message,
    nonce: salt,
    parallelism: lanes,
    tagLength: tagBytes,
    memory: memoryKiB,
    passes,
  }
  return new Promise((resolve, reject) => {
    crypto.argon2('argon2id', asked, (error, tag) => {
      if (error === null) resolve(tag)
      else reject(error)
    })
  })
}

const isInPlatform = (): boolean => Reflect.get(crypto, 'argon2') !== undefined

const plain64 = (bytes: Uint8Array): string =>
  Buffer.from(bytes).toString('base64').replaceAll('=', '')
