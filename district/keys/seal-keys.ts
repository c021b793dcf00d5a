import { closeSync, existsSync, fsyncSync, openSync, realpathSync, writeSync } from 'node:fs'
import { resolve } from 'node:path'
import { sealAll } from './changing.ts'
import type { KeysAsked, KeysExit, KeysParts } from './keys-asked.ts'
import { masterKeyIn } from './master-key-given.ts'
import { newMasterKeyText } from './master-key.ts'

/** `keys make-master`: a new master key, in a file that was not there. */
export async function makeMaster(
  path: string | undefined,
  { words, said, out, error }: KeysParts,
): Promise<KeysExit> {
  const about = words.keys.seal
  if (path === undefined) {
    error(about.noFile)
    return 64
  }
  const file = resolve(path)
  let open: number
  try {
    open = openSync(file, 'wx', 0o600)
  } catch (thrown) {
    const isThere = thrown instanceof Error && 'code' in thrown && thrown.code === 'EEXIST'
    error(isThere ? about.there({ file }) : said.programs.file.cannot_open({ file }))
    return 2
  }
  try {
    writeSync(open, newMasterKeyText())
    fsyncSync(open)
  } finally {
    closeSync(open)
  }
  out(about.made({ file }))
  return 0
}

/** `keys seal`: wraps all secrets with a master key, also those that another one wraps. */
export async function sealKeys(asked: KeysAsked): Promise<KeysExit> {
  const { folder, register, master, values, data, out, error } = asked
  const words = asked.words.keys.seal
  if (master === undefined) {
    error(words.noMaster)
    return 64
  }
  const file = values['master-key']
  if (file !== undefined && isWithin(file, data)) {
    error(words.within({ file }))
    return 2
  }
  const old = values['old-master-key']
  const from = [master, ...(old === undefined ? [] : [masterKeyIn(old)])]
  out(words.done({ n: await sealAll(folder, register, from, master) }))
  return 0
}

/** `keys unseal`: lays them open, for a district that goes on without a master key. */
export async function unsealKeys(asked: KeysAsked): Promise<KeysExit> {
  const { folder, register, master, out, error } = asked
  const words = asked.words.keys.seal
  if (master === undefined) {
    error(words.noMaster)
    return 64
  }
  out(words.unsealed({ n: await sealAll(folder, register, [master], undefined) }))
  return 0
}

/** Whether a file lies in a folder, by whatever links it is named. */
export function isWithin(file: string, folder: string): boolean {
  const real = existsSync(file) ? realpathSync(file) : resolve(file)
  return `${real}/`.startsWith(`${realpathSync(folder)}/`)
}
