import { badgeCommands } from './badge/commands.ts'
import { claimCommands } from './claim/commands.ts'
import { competencyCommands } from './competency/commands.ts'
import { endorsementCommands } from './endorsement/commands.ts'
import { erasureCommands } from './erasure/commands.ts'
import { evidenceCommands } from './evidence/commands.ts'
import { jointActCommands } from './joint-act/commands.ts'
import { microCredentialCommands } from './micro-credential/commands.ts'
import { personCommands } from './person/commands.ts'
import { planCommands } from './plan/commands.ts'
import { reviewCommands } from './review/commands.ts'

/** Every command there is: the sum of the nouns' own. A name used twice does not compile. */
export const commands = {
  ...planCommands,
  ...evidenceCommands,
  ...claimCommands,
  ...reviewCommands,
  ...badgeCommands,
  ...jointActCommands,
  ...endorsementCommands,
  ...erasureCommands,
  ...personCommands,
  ...microCredentialCommands,
  ...competencyCommands,
} as const

export type CommandName = keyof typeof commands

/** What goes into a command, by its name. */
export type CommandInput<N extends CommandName> = Parameters<(typeof commands)[N]['decide']>[1]
