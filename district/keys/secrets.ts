import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import { renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** What the district must keep to itself, 32 bytes each. */
export interface Secrets {
  /** Signs badges and status lists (Ed25519, RFC 8032 section 5.1.5). */
  readonly issuer: Uint8Array
  /** Signs what the district vouches for; devices hold on to its public half from the day they join (Ed25519). */
  readonly trust: Uint8Array
  /** Seals cursors. */
  readonly cursor: Uint8Array
  /** Makes the name under which a person stands in their badges, and by which wrong codes are counted. */
  readonly pseudonym: Uint8Array
}

const secretBytes = 32
const trustFile = 'trust-1.key'

/** Reads the secrets of a data folder; makes those that aren't there. Throws when one is not what it should be. */
export function secretsIn(folder: string): Secrets {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return {
    issuer: secretIn(join(folder, 'issuer-1.key')),
    trust: secretIn(join(folder, trustFile)),
    cursor: secretIn(join(folder, 'cursor.key')),
    pseudonym: secretIn(join(folder, 'pseudonym.key')),
  }
}

/** The key that signs what the district vouches for, where there is one; makes none. Throws as above. */
export const trustSecretIn = (folder: string): Uint8Array | undefined => {
  const path = join(folder, trustFile)
  return existsSync(path) ? secretIn(path) : undefined
}

function secretIn(path: string): Uint8Array {
  if (existsSync(path)) {
    const secret = Buffer.from(readFileSync(path, 'utf8').trim(), 'base64url')
    if (secret.length !== secretBytes) throw new SecretDamaged(path)
    return secret
  }
  const made = randomBytes(secretBytes)
  // Complete or absent: a key that is half written would make a second issuer at the next start.
  const unfinished = `${path}.unfinished`
  const file = openSync(unfinished, 'w', 0o600)
  try {
    writeSync(file, `${made.toString('base64url')}\n`)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(unfinished, path)
  return made
}

/** A file of the keys folder that does not hold a key. */
export class SecretDamaged extends Error {
  readonly path: string
  constructor(path: string) {
    super('not a key')
    this.path = path
  }
}
