import { commandWordsIn, healthWordsIn, localeIn, programWordsIn } from '../words/shell-words.ts'
import type { CommandWords, HealthWords, ProgramWords } from '../words/shell-words.ts'

/** What the district says on its operator's terminal. */
export interface TerminalWords {
  readonly programs: ProgramWords['district']
  readonly commands: CommandWords
  readonly health: HealthWords
}

/** In the language of the terminal, or of the system where the terminal says nothing. */
export function terminalWords(env: NodeJS.ProcessEnv): TerminalWords {
  const { locale } = new Intl.DateTimeFormat().resolvedOptions()
  return wordsOf(localeIn(env, locale))
}

/** In the language of a locale. */
export const wordsOf = (locale: string): TerminalWords => ({
  programs: programWordsIn(locale).district,
  commands: commandWordsIn(locale),
  health: healthWordsIn(locale, Date.now),
})
