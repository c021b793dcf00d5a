import type { DistrictOptions, DistrictStore } from '../district-store/open.ts'
import { openDistrict } from '../district-store/open.ts'
import type { Call } from '../engine/decide.ts'
import { commandsOf } from '../engine/commands.ts'
import { execute } from '../engine/execute.ts'
import type { Sql } from '../sql/steps.ts'
import type { Result } from '../wire.ts'
import { toyCommands } from './toy-commands.ts'
import { toyTypes } from './toy-records.ts'

export const trialSecret = new Uint8Array(32).fill(7)
export const trialSalt = '07'.repeat(16)
export const trialCommands = commandsOf(toyCommands)

/** A district of the toy records. */
export function trialDistrict(
  sql: Sql,
  more: Partial<DistrictOptions> = {},
): Promise<DistrictStore> {
  return openDistrict(sql, {
    types: toyTypes,
    build: 'trial',
    cursorSecret: trialSecret,
    salt: () => trialSalt,
    ...more,
  })
}

/** Executes a toy command by name. Throws for one that isn't there. */
export function act(store: DistrictStore, name: string, call: Call): Promise<Result> {
  const command = trialCommands.get(name)
  if (!command) throw new Error(`no command ${name}`)
  return execute(store, command, call)
}
