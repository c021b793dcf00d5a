import type { Fields, FieldReader } from './fields.ts'
import { isFields, own } from './fields.ts'
import type { Problems } from './problem.ts'

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const uuidAtEnd = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
/** What may stand in for a UUID: it becomes part of a record's key, so no slashes, spaces or tricks. */
const plainName = /^[a-z0-9][a-z0-9._:~-]*$/

const lengthMax = 500
/** Commands carry ids of at most 80 characters; a UUID, a tilde and a name of 43 fit. */
const idLengthMax = 80

export const isUuid = (id: string) => uuid.test(id)

/**
 * The identifier as written, in lower case: CASE compares UUIDs without case (interop.md §4). Some exporters write
 * `sourcedId`, which is told once as a note.
 */
export function identifierOf(
  from: Fields,
  path: string,
  read: FieldReader,
  problems: Problems,
): string | undefined {
  const identifier = read.line(from, 'identifier', path, lengthMax)
  if (identifier !== undefined) return identifier.toLowerCase()
  const sourcedId = read.line(from, 'sourcedId', path, lengthMax)
  if (sourcedId !== undefined) problems.add('note', 'sourcedId', `${path}/sourcedId`)
  return sourcedId?.toLowerCase()
}

/**
 * The record id for an item: its UUID, or its name below the framework's UUID, because two frameworks may both
 * have an `item-1`. Absent for a name that could not be a key.
 */
export function itemIdOf(identifier: string, framework: string): string | undefined {
  if (isUuid(identifier)) return identifier
  if (!plainName.test(identifier)) return undefined
  const id = identifier.startsWith(`${framework}~`) ? identifier : `${framework}~${identifier}`
  return id.length <= idLengthMax ? id : undefined
}

/** The identifier a link names: `{identifier, uri, title}`, or, from older exporters, an address ending in one. */
export function linkedIdentifier(
  from: Fields,
  name: string,
  path: string,
  read: FieldReader,
  problems: Problems,
): string | undefined {
  const link = own(from, name)
  if (isFields(link)) return identifierOf(link, `${path}/${name}`, read, problems)
  if (typeof link === 'string') return uuidAtEnd.exec(link.trim().toLowerCase())?.[0]
  if (link !== undefined && link !== null) {
    problems.add('warning', 'wrong-type', `${path}/${name}`, link)
  }
  return undefined
}
