import { parseArgs } from 'node:util'
import type { CommandParts } from '../backup/backup-command.ts'
import type { KeysFolder } from './keys-folder.ts'
import type { MasterKey } from './master-key.ts'
import type { KeyRegister } from './register.ts'

/** 0: done · 1: done, and something about it is to be looked at · 2: not done, and why was said · 64: wrong use. */
export type KeysExit = 0 | 1 | 2 | 64

export type KeysParts = CommandParts

/** What was asked for, once the folder and its register were found. */
export interface KeysAsked extends KeysParts {
  readonly data: string
  readonly databaseUrl: string | undefined
  readonly folder: KeysFolder
  readonly register: KeyRegister
  readonly master: MasterKey | undefined
  /** What stands behind the name of what is to be done. */
  readonly rest: readonly string[]
  readonly values: Values
}

type Values = ReturnType<typeof parsed>['values']
/** What stands behind `keys`. Throws what the platform says of an argument that is unknown. */
export function parsed(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      data: { type: 'string' },
      database: { type: 'string' },
      'master-key': { type: 'string' },
      'old-master-key': { type: 'string' },
      from: { type: 'string' },
      report: { type: 'string' },
      alone: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  })
}
