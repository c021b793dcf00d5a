import type { Competency, Framework } from '../record.ts'
import type { Association } from './association.ts'
import type { Fields, FieldReader, Placed } from './fields.ts'
import { clipped, isFields, own } from './fields.ts'
import { itemIdOf, linkedIdentifier } from './identifier.ts'
import { caseLimits } from './limits.ts'
import type { Problems } from './problem.ts'

type FrameworkLevel = Framework['levels'][number]
type CompetencyLevel = Competency['levels'][number]

/** The framework's scale, lowest first, and what its levels look like for single items. */
export interface Levels {
  readonly scale: readonly FrameworkLevel[]
  readonly byItem: ReadonlyMap<string, readonly CompetencyLevel[]>
}

/** Where the code of a level is kept when it is not its name; a CASE reader that doesn't know it loses nothing else. */
export const levelCodeExtension = 'meritfolio.code'
/** Where a document keeps its scale, because CASE has no place for one. */
export const scaleExtension = 'meritfolio.levels'

const nameMax = 500
const statementMax = 20_000

interface Rung {
  readonly code: string
  readonly name: string
  readonly statement: string
}

/** An item as far as a level is made of it (hasSkillLevel points at items). */
export interface LevelItem {
  readonly id: string
  readonly code: string
  readonly title: string | undefined
  readonly statement: string
}

export interface LevelSources {
  readonly framework: string
  readonly document: Placed
  readonly criteria: readonly Placed[]
  readonly associations: readonly Association[]
  readonly items: ReadonlyMap<string, LevelItem>
}

/**
 * Levels from the rubrics' criteria that point at an item (CASE 1.1 CFRubricCriterion.CFItemURI), and from
 * hasSkillLevel edges. Lowest first: by score, which says so itself; else by position; else as written.
 */
export function readLevels(from: LevelSources, read: FieldReader, problems: Problems): Levels {
  const scale = new Map(
    declaredScale(from.document, read).map(level => [level.code, level.name] as const),
  )
  const found = new Map<string, Map<string, string>>()
  function take(item: string, rungs: readonly Rung[]) {
    const levels = found.get(item) ?? new Map<string, string>()
    for (const { code, statement } of rungs) {
      const texts = [levels.get(code) ?? '', statement].filter(text => text !== '')
      levels.set(code, clipped(texts.join('\n'), statementMax))
    }
    found.set(item, levels)
  }
  for (const { path, fields } of from.criteria) {
    read.dateTime(fields, 'lastChangeDateTime', path)
    const identifier = linkedIdentifier(fields, 'CFItemURI', path, read, problems)
    if (identifier === undefined) continue
    const item = itemIdOf(identifier, from.framework)
    if (item === undefined || !from.items.has(item)) {
      problems.add('warning', 'missing-node', `${path}/CFItemURI/identifier`, identifier)
      continue
    }
    const rungs = rungsOf(read.objects(fields, 'CFRubricCriterionLevels', path), read)
    insertInOrder(scale, rungs)
    take(item, rungs)
  }
  for (const [item, rungs] of skillLevels(from)) {
    insertInOrder(scale, rungs)
    take(item, rungs)
  }
  return cut(scale, found, problems)
}

function declaredScale(document: Placed, read: FieldReader): readonly FrameworkLevel[] {
  const extensions = own(document.fields, 'extensions')
  if (!isFields(extensions)) return []
  const path = `${document.path}/extensions`
  return read.objects(extensions, scaleExtension, path).flatMap(level => {
    const code = read.line(level.fields, 'code', level.path, nameMax)
    const name = read.line(level.fields, 'name', level.path, nameMax)
    return code === undefined || name === undefined ? [] : [{ code, name }]
  })
}

function rungsOf(levels: readonly Placed[], read: FieldReader): readonly Rung[] {
  const rows = levels.map(({ path, fields }, n) => {
    read.dateTime(fields, 'lastChangeDateTime', path)
    const name = read.line(fields, 'quality', path, nameMax)
    return {
      name: name ?? String(n + 1),
      code: extendedCode(fields, path, read) ?? name,
      statement: read.text(fields, 'description', path, statementMax) ?? '',
      score: read.number(fields, 'score', path),
      position: read.number(fields, 'position', path),
    }
  })
  const key = rows.every(row => row.score !== undefined) ? 'score' : 'position'
  const ordered = rows.every(row => row[key] !== undefined)
    ? rows.toSorted((a, b) => (a[key] ?? 0) - (b[key] ?? 0))
    : rows
  return ordered.map((row, n) => ({ ...row, code: row.code ?? String(n + 1) }))
}

function extendedCode(level: Fields, path: string, read: FieldReader): string | undefined {
  const extensions = own(level, 'extensions')
  const first: unknown = Array.isArray(extensions) ? extensions[0] : extensions
  if (!isFields(first)) return undefined
  return read.line(first, levelCodeExtension, `${path}/extensions`, nameMax)
}

/** hasSkillLevel: origin has the level that the destination describes. Levels in the order of their items. */
function skillLevels(from: LevelSources): ReadonlyMap<string, readonly Rung[]> {
  const order = new Map([...from.items.keys()].map((id, n) => [id, n] as const))
  const byItem = new Map<string, LevelItem[]>()
  for (const edge of from.associations) {
    const level = from.items.get(edge.to)
    if (edge.type !== 'hasSkillLevel' || level === undefined || !from.items.has(edge.from)) continue
    const known = byItem.get(edge.from) ?? []
    if (!known.includes(level)) known.push(level)
    byItem.set(edge.from, known)
  }
  const rungs = new Map<string, readonly Rung[]>()
  for (const [item, levels] of byItem) {
    levels.sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0))
    rungs.set(item, levels.map(rungOfItem))
  }
  return rungs
}

function rungOfItem({ code, title, statement }: LevelItem): Rung {
  const name = clipped(title ?? statement.replaceAll(/\s+/gu, ' '), nameMax)
  return { code: code === '' ? name : code, name, statement }
}

/**
 * A level that is new goes after the one before it, so that scales of several rubrics become one. One over the
 * limit is enough to know that it was passed.
 */
function insertInOrder(scale: Map<string, string>, rungs: readonly Rung[]) {
  const order = [...scale]
  let after = -1
  for (const { code, name } of rungs) {
    const at = order.findIndex(([known]) => known === code)
    if (at >= 0) after = at
    else if (order.length <= caseLimits.levelsMax) order.splice((after += 1), 0, [code, name])
  }
  if (order.length === scale.size) return
  scale.clear()
  for (const [code, name] of order) scale.set(code, name)
}

function cut(
  scale: ReadonlyMap<string, string>,
  found: ReadonlyMap<string, ReadonlyMap<string, string>>,
  problems: Problems,
): Levels {
  if (scale.size > caseLimits.levelsMax) {
    problems.add('warning', 'too-many', '/CFRubrics', String(scale.size))
  }
  const kept = [...scale].slice(0, caseLimits.levelsMax).map(([code, name]) => ({ code, name }))
  const byItem = new Map<string, readonly CompetencyLevel[]>()
  for (const [item, levels] of found) {
    byItem.set(
      item,
      kept.flatMap(({ code }) => {
        const statement = levels.get(code)
        return statement === undefined ? [] : [{ code, statement }]
      }),
    )
  }
  return { scale: kept, byItem }
}
