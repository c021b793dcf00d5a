import { seenLetters } from '../kit/seen-letters.ts'

/** The most letters of what a person calls a computer of theirs: a line in a list. */
export const computerNameCharsMax = 60

/** What a computer is called whose own name says nothing. */
const bySystem: Readonly<Record<string, string>> = {
  darwin: 'Mac',
  win32: 'Windows',
  linux: 'Linux',
}
const otherwise = 'Computer'

/** Names that a system gives itself where nobody named it. */
const namesNothing: readonly string[] = ['', 'localhost']

/**
 * What a computer is called until its person calls it otherwise: the name that its system has (`host`), without the
 * network it is in, else the system's own (`platform`, as Node names it).
 */
export function proposedComputerName(host: string, platform: string): string {
  const own = host.replaceAll(/\p{C}/gu, '').trim().split('.', 1)[0] ?? ''
  if (namesNothing.includes(own.toLowerCase())) return bySystem[platform] ?? otherwise
  return [...own].slice(0, computerNameCharsMax).join('').trim()
}

/**
 * A computer's name as it is shown. One that waits for a yes calls itself as whoever is at it likes: nothing that is not
 * seen, that turns letters round, or that is longer than a line.
 */
export function shownComputerName(name: string): string {
  const letters = [...seenLetters(name)]
  const isLong = letters.length > computerNameCharsMax
  return isLong ? `${letters.slice(0, computerNameCharsMax - 1).join('')}…` : letters.join('')
}
