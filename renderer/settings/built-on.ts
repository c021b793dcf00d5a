/** What a program or package is used for; the sentences are `words.settings.about.purposes`. */
type Purpose = 'screens' | 'records' | 'door' | 'files' | 'badges' | 'window' | 'merging'

/** The software that is shipped with the app, with its licence as its own package states it. */
export const builtOn: readonly {
  readonly name: string
  readonly licence: string
  readonly purpose: Purpose
}[] = [
  { name: 'React', licence: 'MIT', purpose: 'screens' },
  { name: 'React Aria Components', licence: 'Apache-2.0', purpose: 'screens' },
  { name: 'wouter', licence: 'Unlicense', purpose: 'screens' },
  { name: 'TanStack Query', licence: 'MIT', purpose: 'screens' },
  { name: 'vanilla-extract', licence: 'MIT', purpose: 'screens' },
  { name: 'SQLite', licence: 'Public domain', purpose: 'records' },
  { name: 'better-sqlite3', licence: 'MIT', purpose: 'records' },
  { name: 'Hono', licence: 'MIT', purpose: 'door' },
  { name: 'Zod', licence: 'MIT', purpose: 'door' },
  { name: 'node-diff3', licence: 'MIT', purpose: 'merging' },
  { name: 'file-type', licence: 'MIT', purpose: 'files' },
  { name: 'tus', licence: 'MIT', purpose: 'files' },
  { name: 'PDF.js', licence: 'Apache-2.0', purpose: 'files' },
  { name: 'canonicalize', licence: 'Apache-2.0', purpose: 'badges' },
  { name: 'Electron', licence: 'MIT', purpose: 'window' },
]
