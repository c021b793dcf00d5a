import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const settingsSchema = z.object({
  language: z.enum(['en', 'es']).optional().catch(undefined),
  theme: z.enum(['system', 'light', 'dark']).default('system').catch('system'),
  /** Whose computer the demo shows, while the demo is open. */
  demoPerson: z.string().optional().catch(undefined),
})

type Stored = z.infer<typeof settingsSchema>

/** What a person has chosen for this computer, whoever is shown. */
export interface Settings {
  get(): Stored & { readonly language: 'en' | 'es' }
  set(change: Partial<Stored>): void
}

/** The settings of a data folder; unreadable ones begin anew. `locale`: the language where none was chosen. */
export function settingsIn(folder: string, locale: string): Settings {
  const path = settingsFileIn(folder)
  let stored = read(path)
  return {
    get: () => ({
      ...stored,
      language: stored.language ?? (locale.startsWith('es') ? 'es' : 'en'),
    }),
    set(change) {
      stored = { ...stored, ...change }
      writeFileSync(`${path}.unfinished`, JSON.stringify(stored, null, 2), { mode: 0o600 })
      renameSync(`${path}.unfinished`, path)
    },
  }
}

/** The language that was chosen in a folder; `undefined` where none was, or nothing can be read. */
export const languageIn = (folder: string): 'en' | 'es' | undefined =>
  read(settingsFileIn(folder)).language

const settingsFileIn = (folder: string): string => join(folder, 'settings.json')

function read(path: string): Stored {
  if (!existsSync(path)) return settingsSchema.parse({})
  try {
    return settingsSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    // Choices of language and theme are asked again rather than keeping the program from starting.
    return settingsSchema.parse({})
  }
}
