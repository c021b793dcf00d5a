import type { FieldReader, Fields, Placed } from './fields.ts'
import { isFields, own } from './fields.ts'
import { identifierOf, isUuid, itemIdOf } from './identifier.ts'
import type { Problems } from './problem.ts'

/** A CFItem as far as we keep it. */
export interface Item {
  readonly id: string
  readonly code: string
  readonly enumeration: string
  readonly title: string | undefined
  readonly statement: string
  readonly kind: string
  readonly notes: string | undefined
}

/**
 * The items of a package, or `undefined` after an error when two different ones share an identifier: which of
 * them a claim once pointed at could not be told. The same item twice is one item.
 */
export function readItems(
  rows: readonly Placed[],
  framework: string,
  read: FieldReader,
  problems: Problems,
): ReadonlyMap<string, Item> | undefined {
  const items = new Map<string, Item>()
  for (const row of rows) {
    const item = readItem(row, framework, read, problems)
    if (item === undefined) continue
    const known = items.get(item.id)
    const same = known !== undefined && JSON.stringify(known) === JSON.stringify(item)
    if (item.id === framework || (known !== undefined && !same)) {
      problems.add('error', 'duplicate-id', `${row.path}/identifier`, item.id)
      return undefined
    }
    if (same) problems.add('note', 'duplicate-id', `${row.path}/identifier`, item.id)
    items.set(item.id, item)
  }
  return items
}

function readItem(
  { path, fields }: Placed,
  framework: string,
  read: FieldReader,
  problems: Problems,
): Item | undefined {
  const identifier = identifierOf(fields, path, read, problems)
  if (identifier === undefined) {
    problems.add('error', 'missing-identifier', path)
    return undefined
  }
  const id = itemIdOf(identifier, framework)
  if (id === undefined) {
    problems.add('error', 'not-a-uuid', `${path}/identifier`, identifier)
    return undefined
  }
  if (!isUuid(identifier)) problems.add('warning', 'not-a-uuid', `${path}/identifier`, identifier)
  read.dateTime(fields, 'lastChangeDateTime', path)
  const title = read.line(fields, 'abbreviatedStatement', path, 500)
  const full = read.text(fields, 'fullStatement', path, 20_000)
  const statement = full ?? title
  if (statement === undefined) {
    problems.add('error', 'missing-statement', `${path}/fullStatement`, identifier)
    return undefined
  }
  if (full === undefined) problems.add('warning', 'missing-statement', `${path}/fullStatement`)
  return {
    id,
    code: read.line(fields, 'humanCodingScheme', path, 200) ?? '',
    enumeration: read.line(fields, 'listEnumeration', path, 200) ?? '',
    title,
    statement,
    kind: kindOf(fields, path, read) ?? '',
    notes: read.text(fields, 'notes', path, 20_000),
  }
}

function kindOf(fields: Fields, path: string, read: FieldReader): string | undefined {
  const link = own(fields, 'CFItemTypeURI')
  return (
    read.line(fields, 'CFItemType', path, 200) ??
    (isFields(link) ? read.line(link, 'title', `${path}/CFItemTypeURI`, 200) : undefined)
  )
}
