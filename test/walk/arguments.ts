import { parseArgs } from 'node:util'

export interface Arguments {
  /** Where the result goes as data. */
  readonly json: string | undefined
  /** Where the pictures go. */
  readonly pictures: string
  /** An empty PostgreSQL database for the district; SQLite where it is `undefined`. */
  readonly database: string | undefined
}

/** What the walk was asked to write. */
export function readArguments(args: readonly string[]): Arguments {
  const { values } = parseArgs({
    args: [...args],
    options: {
      json: { type: 'string' },
      database: { type: 'string' },
      pictures: { type: 'string', default: 'walk' },
    },
  })
  return { json: values.json, pictures: values.pictures, database: values.database }
}
