import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { lockFolder } from '../../db/open/lock.ts'
import { giveToOwner } from '../backup/give-to-owner.ts'
import { isDatabaseUrl } from '../database/database-url.ts'
import { defaultFolder } from '../listen/arguments.ts'
import { mustFit } from './changing.ts'
import { compromiseKey } from './compromise-key.ts'
import { keyProblemSaid } from './key-problem.ts'
import type { KeysAsked, KeysExit, KeysParts } from './keys-asked.ts'
import { parsed } from './keys-asked.ts'
import { keysFolderOf, registerIn } from './keys-folder.ts'
import { listKeys } from './list-keys.ts'
import { masterKeyGiven } from './master-key-given.ts'
import { replaceLostKeys } from './replace-lost-keys.ts'
import { rotateKey } from './rotate-key.ts'
import { makeMaster, sealKeys, unsealKeys } from './seal-keys.ts'

type Deed = (asked: KeysAsked) => Promise<KeysExit>

/** What is done to the folder of a district that is stopped. */
const changes: Readonly<Record<string, Deed>> = {
  rotate: rotateKey,
  compromise: compromiseKey,
  seal: sealKeys,
  unseal: unsealKeys,
  'replace-lost': replaceLostKeys,
}

/** `keys`: the keys of a district, for whoever has its folder: the operator's shell is the boundary. */
export async function keysCommand(args: readonly string[], parts: KeysParts): Promise<KeysExit> {
  const { env, error } = parts
  const words = parts.words.keys
  let read: ReturnType<typeof parsed>
  try {
    read = parsed(args)
  } catch (thrown) {
    error(thrown instanceof Error ? thrown.message : String(thrown))
    error(words.use)
    return 64
  }
  const { positionals, values } = read
  const [what = '', ...rest] = positionals
  const change = Object.hasOwn(changes, what) ? changes[what] : undefined
  if (what === 'make-master') return makeMaster(rest[0], parts)
  if (what !== 'list' && change === undefined) {
    error(what === '' ? words.use : words.unknown({ text: what }))
    return 64
  }
  const databaseUrl = values.database ?? env['MERITFOLIO_DATABASE']
  if (databaseUrl !== undefined && !isDatabaseUrl(databaseUrl)) {
    error(parts.said.programs.noDatabase)
    return 64
  }
  const data = resolve(values.data ?? defaultFolder(env))
  const folder = keysFolderOf(data)
  try {
    const register = registerIn(folder)
    if (register === undefined) {
      const hasKeys = existsSync(join(folder.keys, 'issuer-1.key'))
      error(hasKeys ? words.list.neverStarted : parts.words.noDistrict({ folder: data }))
      return 2
    }
    const asked = { ...parts, data, databaseUrl, folder, register, rest, values }
    if (change === undefined) return await listKeys({ ...asked, master: undefined })
    const master = masterKeyGiven(values['master-key'], env)
    return await whileHeld(data, parts, () => {
      if (change === rotateKey || change === compromiseKey || change === replaceLostKeys)
        mustFit(folder, register, master)
      return change({ ...asked, master })
    })
  } catch (thrown) {
    const problem = keyProblemSaid(thrown, words)
    if (problem === undefined) throw thrown
    error(problem)
    return 2
  }
}

/** Nothing is changed under a district that runs: it has read its keys, and would go on with them. */
async function whileHeld(
  data: string,
  { words, said, error }: KeysParts,
  work: () => Promise<KeysExit>,
): Promise<KeysExit> {
  const lock = lockFolder(data)
  if (!lock.locked) {
    const isInUse = lock.code === 'in_use'
    error(
      isInUse ? words.keys.inUse({ folder: data }) : said.programs.file[lock.code]({ file: data }),
    )
    return 2
  }
  try {
    return await work()
  } finally {
    giveToOwner(data, ['keys', 'published'])
    lock.release()
  }
}
