import type { ProgramWords } from '../../words/shell-words.ts'
import type { NotOpened } from './databases.ts'

/** Why a district's databases can't be opened, in a sentence with what to do. */
export function notOpenedSaid(
  { file, failed, backup }: NotOpened,
  words: ProgramWords['district'],
): string {
  if (failed === 'half_restored') return words.halfRestored({ folder: file, aside: backup })
  return failed === 'damaged' ? words.damaged({ file, backup }) : words.file[failed]({ file })
}
