/** The fields of commands in which a person writes prose; everything else is chosen or made. */
const proseFields: ReadonlySet<string> = new Set([
  ...['text', 'title', 'note', 'comment', 'guidance', 'reason', 'aiUse', 'why'],
  ...['tried', 'saw', 'next'],
])

/** Entries of these are prose, whatever they are called; of `set`, only the named ones. */
const proseMaps: ReadonlySet<string> = new Set(['words'])

/** What a person had typed into a refused command, each text by itself; nothing where nothing was written. */
export function typedIn(input: unknown): readonly string[] {
  return Object.entries(fieldsOf(input)).flatMap(([field, value]) => {
    if (proseFields.has(field)) return textIn(value)
    if (proseMaps.has(field)) return Object.values(fieldsOf(value)).flatMap(textIn)
    return field === 'set' ? typedIn(value) : []
  })
}

const fieldsOf = (value: unknown): object =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}

const textIn = (value: unknown): string[] =>
  typeof value === 'string' && value.trim() !== '' ? [value] : []
