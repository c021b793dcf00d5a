import type { SameShape } from './same-shape.ts'
import { districtCommands as enCommands } from './en/district-commands.ts'
import { health as enHealth } from './en/health.ts'
import { programs as enPrograms } from './en/programs.ts'
import { shell as en } from './en/shell.ts'
import { districtCommands as esCommands } from './es/district-commands.ts'
import { health as esHealth } from './es/health.ts'
import { programs as esPrograms } from './es/programs.ts'
import { shell as es } from './es/shell.ts'
import { sayIn } from './say.ts'

export type ShellWords = SameShape<typeof en>
export type ProgramWords = SameShape<typeof enPrograms>
export type HealthWords = ReturnType<typeof enHealth>
export type CommandWords = SameShape<typeof enCommands>

const isSpanish = (locale: string) => locale.toLowerCase().startsWith('es')

/** What the shells say, in the language of a locale such as `es_MX.UTF-8` or `es-419`; English where it is neither. */
export const shellWordsIn = (locale: string): ShellWords => (isSpanish(locale) ? es : en)

/** What the programs behind them say. */
export const programWordsIn = (locale: string): ProgramWords =>
  isSpanish(locale) ? esPrograms : enPrograms

/** A sentence of theirs in either language, one after the other: for what everybody reads who comes by. */
export const inBothLanguages = (of: (words: ProgramWords) => string): string =>
  [enPrograms, esPrograms].map(of).join(' ')

/** What the district's commands say. */
export const commandWordsIn = (locale: string): CommandWords =>
  isSpanish(locale) ? esCommands : enCommands

/** What is said of the record's health; `now` (epoch ms) tells which year goes without saying. */
export const healthWordsIn = (locale: string, now: () => number): HealthWords =>
  isSpanish(locale) ? esHealth(sayIn('es-419', now)) : enHealth(sayIn('en-US', now))

/** The locale of a terminal, as POSIX reads it (an empty variable is none); `system` where it says nothing. */
export const localeIn = (
  env: Readonly<Record<string, string | undefined>>,
  system: string,
): string => env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || system
