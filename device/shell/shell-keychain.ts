import type { Keychain } from '../lock/key-copies.ts'
import type { Shell } from './parent-port.ts'

/** The keychain of the system, through the window. */
export function shellKeychain(shell: Shell): Keychain {
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
  return {
    isOffered: async () => (await shell.ask({ ask: 'keychain' })) === true,
    async wrap(bytes) {
      const answer = await shell.ask({ ask: 'wrap', bytes: base64(bytes) })
      if (typeof answer !== 'string') throw new Error('the keychain did not take the key')
      return Buffer.from(answer, 'base64')
    },
    async unwrap(bytes) {
      const answer = await shell.ask({ ask: 'unwrap', bytes: base64(bytes) })
      return typeof answer === 'string' ? Buffer.from(answer, 'base64') : undefined
    },
  }
}
