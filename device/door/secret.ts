import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const secretBytes = 32
const secretShape = /^[\w-]{43}$/

/** The word that opens this computer's door, and the once-words that are traded for it. */
export interface Secret {
  /** 32 random bytes, base64url; survives restarts. */
  readonly word: string
  opens(given: string | null): boolean
  /** Makes a word that can be traded once, for a start link's fragment. */
  makeOnce(): string
  /** The secret for an unused once-word, or `undefined`. */
  trade(once: string): string | undefined
}

/** How many start links may be open at a time; the oldest goes first. */
const onceMax = 20

/** Reads the secret of a data folder, or makes it (0600). */
export function secretIn(folder: string): Secret {
  const path = join(folder, 'secret')
  const stored = existsSync(path) ? readFileSync(path, 'utf8').trim() : ''
  const word = secretShape.test(stored) ? stored : randomBytes(secretBytes).toString('base64url')
  if (word !== stored) writeFileSync(path, word, { mode: 0o600 })
  chmodSync(path, 0o600)
  const digest = sha256(word)
  const open = new Set<string>()
  return {
    word,
    opens: given => given !== null && timingSafeEqual(sha256(given), digest),
    makeOnce() {
      const once = randomBytes(secretBytes).toString('base64url')
      open.add(once)
      for (const old of [...open].slice(0, -onceMax)) open.delete(old)
      return once
    },
    trade: once => (open.delete(once) ? word : undefined),
  }
}

// Equal lengths, so that comparing takes the same time for every guess.
const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest()
