import type { AnyRecordType, Rec } from '../../core/kit/record-type.ts'

/** Fields that hold ids, states, days, hashes and the like: never what a person wrote or is called. */
const plainNames = new Set([
  ...['id', 'owner', 'person', 'claim', 'goal', 'badge', 'badges', 'review', 'reader', 'readers'],
  ...['microCredential', 'rubricVersion', 'framework', 'importedBy', 'device', 'publicKey'],
  ...['signature', 'manifestSha256', 'sha256', 'units', 'school', 'by', 'approvedBy', 'revokedBy'],
  ...['revokedWith', 'proposedBy', 'decidedBy', 'replacedBy', 'replaces', 'putBy', 'askedBy'],
  ...['agreedBy', 'begunBy', 'place', 'slot', 'evidence', 'due', 'doneOn', 'on', 'happenedOn'],
  ...[
    'precheckBy',
    'answerBy',
    'criteria',
    'competency',
    'code',
    'identifier',
    'parent',
    'subject',
  ],
])

/** A record in which every text that its schema leaves to people is a canary: a word that would be known again. */
export interface Canaries {
  readonly rec: Rec<object>
  /** Where they stand: the path of each in the body. */
  readonly paths: readonly string[]
}

/** Puts `word` into every text of a record's body that may be any text, each with its path behind it; not into `spared` paths. */
export function withCanaries(
  type: AnyRecordType,
  rec: Rec<object>,
  word: string,
  spared: readonly string[] = [],
): Canaries {
  const paths: string[] = []
  let { body } = rec
  for (const path of textsIn(rec.body)) {
    if (path.some(name => plainNames.has(name)) || spared.includes(path.join('.'))) continue
    const changed = withText(body, path, `${word} ${type.kind}.${path.join('.')}`)
    // An enum, a day or an address of its own shape is no place for words.
    if (!isObject(changed) || !type.schema.safeParse(changed).success) continue
    body = changed
    paths.push(path.join('.'))
  }
  return { rec: { ...rec, body }, paths }
}

/** The paths of all texts in plain data. */
function textsIn(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value === 'string') return [path]
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([name, each]) => textsIn(each, [...path, name]))
}

function withText(value: unknown, path: readonly string[], text: string): unknown {
  const [name, ...rest] = path
  if (name === undefined) return text
  if (Array.isArray(value))
    return value.map((each: unknown, at) =>
      String(at) === name ? withText(each, rest, text) : each,
    )
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([field, each]) => [
      field,
      field === name ? withText(each, rest, text) : each,
    ]),
  )
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null
