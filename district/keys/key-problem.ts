import type { CommandWords } from '../../words/shell-words.ts'
import { MasterKeyUnusable } from './master-key-given.ts'
import { SecretDamaged, SecretMissing, SecretSealed } from './secret-file.ts'

/** What is the matter with the district's keys, in a sentence with what to do; `undefined` for any other error. */
export function keyProblemSaid(
  error: unknown,
  { problem }: Pick<CommandWords['keys'], 'problem'>,
): string | undefined {
  if (error instanceof SecretDamaged) return problem.damaged({ file: error.path })
  if (error instanceof SecretMissing) return problem.missing({ file: error.path })
  if (error instanceof MasterKeyUnusable) return problem[error.why]({ where: error.where })
  if (!(error instanceof SecretSealed)) return undefined
  return error.given
    ? problem.otherMaster({ file: error.path })
    : problem.noMaster({ file: error.path })
}
