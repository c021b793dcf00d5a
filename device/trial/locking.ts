import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Session } from '../../contract/device/session.ts'
import type { Keychain } from '../lock/key-copies.ts'
import { keptFile } from './kept-file.ts'
import type { OpenProgram } from './open-program.ts'

// What a person does with the lock, and what a thief sees, for tests.

export const passphrase = 'four words in a row'

/** A keychain as a system has it: a secret of its own that is not in the folder. */
export function keychainOf(secret: number): Keychain {
  const mixed = (bytes: Uint8Array) => bytes.map(byte => byte ^ secret)
  return {
    isOffered: async () => true,
    wrap: async bytes => mixed(bytes),
    unwrap: async bytes => mixed(bytes),
  }
}

export const sessionOf = async (open: OpenProgram): Promise<Session> =>
  JSON.parse(await (await open.knock('/api/session')).text())

/** Sets the lock; the recovery code. By the keychain where one is offered, else with the passphrase. */
export async function lock(open: OpenProgram): Promise<string> {
  const begun = JSON.parse(await (await open.post('/api/lock', { begin: true })).text())
  const recoveryCode = String(begun.recoveryCode)
  const { lock: said } = await sessionOf(open)
  const given = { lastGroup: recoveryCode.slice(-4) }
  const answer = await open.post(
    '/api/lock',
    said.isKeychainOffered ? given : { ...given, passphrase },
  )
  if (answer.status !== 200) throw new Error(await answer.text())
  return recoveryCode
}

/** Waits until everything is kept as the lock says. */
export async function settled(open: OpenProgram): Promise<Session> {
  for (;;) {
    const now = await sessionOf(open)
    if (now.lock.state === 'locked' || now.lock.state === 'none') return now
    await new Promise(resolve => setTimeout(resolve, 20))
  }
}

/** Takes a file in; its hash. */
export const addFile = async (open: OpenProgram, content: string): Promise<string> =>
  (await keptFile(open, 'film.txt', content)).sha256

/** Adds a goal; its status. */
export const addGoal = async (open: OpenProgram, title: string): Promise<string> =>
  (await open.command('goal.add', { layer: 'personal', title })).status

export const goalTitles = async (open: OpenProgram): Promise<readonly string[]> =>
  (await open.query('plan', {})).goals.map(goal => goal.body.title)

/** Files in which a thief who has the folder finds one of the words: what `strings` would find. */
export function found(folder: string, ...words: readonly string[]): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => statSync(join(folder, name)).isFile() && name !== 'lock.db')
    .filter(name => {
      const bytes = readFileSync(join(folder, name))
      return words.some(
        word => bytes.includes(word) || bytes.includes(Buffer.from(word, 'utf16le')),
      )
    })
}
