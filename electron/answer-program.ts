import { safeStorage } from 'electron'
import type { ShellAnswer, ShellAsk } from '../contract/device/shell.ts'
import { shellAsk } from '../contract/device/shell.ts'
import type { DemoDistrict } from './demo-district.ts'

/** Answers what the device program asks of the window (contract/device/shell.ts), with `null` where it can't be done. */
export async function answerProgram(
  message: unknown,
  district: DemoDistrict,
): Promise<ShellAnswer | undefined> {
  const asked = shellAsk.safeParse(message)
  if (!asked.success) return undefined
  const { n } = asked.data
  try {
    return { n, answer: await answerTo(asked.data, district) }
  } catch {
    // A keychain that refuses, a district that can't be started: who asks is never left waiting.
    return { n, answer: null }
  }
}

async function answerTo(asked: ShellAsk, district: DemoDistrict): Promise<ShellAnswer['answer']> {
  switch (asked.ask) {
    case 'keychain':
      return hasKeychain()
    case 'wrap':
      return hasKeychain() ? safeStorage.encryptString(asked.bytes).toString('base64') : null
    case 'unwrap':
      return unwrapped(asked.bytes)
    case 'district':
      return (await district.start(asked.folder)) ?? null
    case 'end-district':
      await district.end()
      return true
  }
}

/** Linux without a keychain "encrypts" with a word that everybody knows; that is no lock (stack.md §3). */
function hasKeychain(): boolean {
  const isObfuscated =
    process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text'
  return safeStorage.isEncryptionAvailable() && !isObfuscated
}

function unwrapped(bytes: string): string | null {
  try {
    return safeStorage.decryptString(Buffer.from(bytes, 'base64'))
  } catch {
    // Another person's, another computer's, or a keychain that was reset: the recovery code is asked for.
    return null
  }
}
