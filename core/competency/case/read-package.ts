import type { Competency, Framework } from '../record.ts'
import type { Association } from './association.ts'
import { readAssociations, tellMissingNodes } from './association.ts'
import { present, readDocument } from './document.ts'
import type { Fields, FieldReader, Placed } from './fields.ts'
import { fieldReader, isFields, own } from './fields.ts'
import { readHostileJson } from './hostile-json.ts'
import { identifierOf, isUuid } from './identifier.ts'
import type { Item } from './items.ts'
import { readItems } from './items.ts'
import { readLevels } from './levels.ts'
import { caseLimits } from './limits.ts'
import type { CaseProblem, Problems } from './problem.ts'
import { collectProblems } from './problem.ts'
import { treeOf } from './tree.ts'

/** A competency with the short title CASE gives it (`abbreviatedStatement`). */
export type CaseCompetency = Competency & { title?: string }

/** Bodies beside their record ids, which are the CASE identifiers in lower case. */
export interface CaseFramework {
  readonly framework: { readonly id: string; readonly body: Framework }
  /** In the order of the file. */
  readonly competencies: readonly { readonly id: string; readonly body: CaseCompetency }[]
}

/** What stands in the file, for the preview; `associations` also counts edges that are not kept. */
export interface CaseCounts {
  readonly items: number
  readonly associations: number
  readonly rubrics: number
  readonly criteria: number
  readonly levels: number
}

export type CaseReading =
  | { readonly outcome: 'refused'; readonly problems: readonly CaseProblem[] }
  | ({
      readonly outcome: 'read' | 'read-with-problems'
      readonly counts: CaseCounts
      readonly problems: readonly CaseProblem[]
    } & CaseFramework)

export interface CaseReadingOptions {
  /** Name of the file or service it comes from; `shipped` for our own. */
  readonly source: string
  /** The person who imports it, while it is theirs alone. */
  readonly importedBy?: string
}

/**
 * Reads a CASE 1.0 or 1.1 CFPackage (1EdTech CASE 1.1, information model) from bytes, text or a JSON value.
 * Tolerant of what real providers send and schemas reject (nulls, unknown properties, old labels); never throws.
 * `read`: all is there, perhaps with notes. `read-with-problems`: some things were left out or look wrong.
 * `refused`: nothing may be applied. Statements stay text as written; whoever draws them must not run them.
 */
export function readCasePackage(input: unknown, options: CaseReadingOptions): CaseReading {
  const problems = collectProblems()
  const reading = packageOf(readHostileJson(input, problems), options, problems)
  if (reading === undefined) return { outcome: 'refused', problems: problems.list() }
  const clean = problems.list().every(problem => problem.severity === 'note')
  return {
    outcome: clean ? 'read' : 'read-with-problems',
    ...reading,
    problems: problems.list(),
  }
}

type Package = CaseFramework & { readonly counts: CaseCounts }

function packageOf(
  value: unknown,
  options: CaseReadingOptions,
  problems: Problems,
): Package | undefined {
  if (value === undefined) return undefined
  const read = fieldReader(problems)
  const root = isFields(value) ? unwrapped(value) : undefined
  if (root === undefined) {
    problems.add('error', 'not-a-package', '', value)
    return undefined
  }
  const document = documentOf(root, read, problems)
  if (document === undefined) return undefined
  const rows = {
    items: read.objects(root, 'CFItems', ''),
    associations: read.objects(root, 'CFAssociations', ''),
    rubrics: read.objects(root, 'CFRubrics', ''),
  }
  const criteria = rows.rubrics.flatMap(({ path, fields }) => {
    read.dateTime(fields, 'lastChangeDateTime', path)
    return read.objects(fields, 'CFRubricCriteria', path)
  })
  if (tooMany({ ...rows, criteria }, problems)) return undefined
  if (rows.items.length === 0) problems.add('warning', 'missing-items', '/CFItems')
  const items = readItems(rows.items, document.id, read, problems)
  if (items === undefined) return undefined
  const associations = readAssociations(rows.associations, document.id, read, problems)
  tellMissingNodes(associations, new Set([document.id, ...items.keys()]), problems)
  const built = frameworkOf(
    { root, document, items, associations, criteria },
    options,
    read,
    problems,
  )
  if (built === undefined) return undefined
  return {
    ...built,
    counts: {
      items: rows.items.length,
      associations: rows.associations.length,
      rubrics: rows.rubrics.length,
      criteria: criteria.length,
      levels: criteria.reduce((sum, { fields }) => sum + levelsIn(fields), 0),
    },
  }
}

const unwrapped = (root: Fields): Fields => {
  const inner = own(root, 'CFPackage')
  return isFields(inner) ? inner : root
}

const levelsIn = (criterion: Fields) => {
  const levels = own(criterion, 'CFRubricCriterionLevels')
  return Array.isArray(levels) ? levels.length : 0
}

type Document = Placed & { readonly id: string }

function documentOf(root: Fields, read: FieldReader, problems: Problems): Document | undefined {
  const fields = own(root, 'CFDocument')
  const path = '/CFDocument'
  if (!isFields(fields)) {
    if (Object.hasOwn(root, 'imsx_codeMajor') || Object.hasOwn(root, 'imsx_description')) {
      const detail = read.line(root, 'imsx_description', '', 2_000)
      problems.add('error', 'status-info', '/imsx_codeMinor', codeMinorOf(root), detail)
    } else problems.add('error', 'missing-document', path, Object.keys(root).slice(0, 5).join(', '))
    return undefined
  }
  const id = identifierOf(fields, path, read, problems)
  if (id === undefined) problems.add('error', 'missing-identifier', path)
  else if (isUuid(id)) return { id, path, fields }
  // Its items get ids below it, so a document's own identifier has to be one of its kind in the world.
  else problems.add('error', 'not-a-uuid', `${path}/identifier`, id)
  return undefined
}

/** `imsx_codeMinor.imsx_codeMinorField[0].imsx_codeMinorFieldValue` of an imsx_StatusInfo. */
function codeMinorOf(root: Fields): unknown {
  const minor = own(root, 'imsx_codeMinor')
  const list = isFields(minor) ? own(minor, 'imsx_codeMinorField') : undefined
  const first: unknown = Array.isArray(list) ? list[0] : undefined
  return isFields(first) ? own(first, 'imsx_codeMinorFieldValue') : undefined
}

function tooMany(
  rows: Readonly<Record<'items' | 'associations' | 'criteria', readonly Placed[]>>,
  problems: Problems,
): boolean {
  for (const [name, count, most] of [
    ['/CFItems', rows.items.length, caseLimits.itemsMax],
    ['/CFAssociations', rows.associations.length, caseLimits.associationsMax],
    ['/CFRubrics', rows.criteria.length, caseLimits.criteriaMax],
  ] as const) {
    if (count <= most) continue
    problems.add('error', 'too-many', name, String(count))
    return true
  }
  return false
}

interface Parts {
  readonly root: Fields
  readonly document: Document
  readonly items: ReadonlyMap<string, Item>
  readonly associations: readonly Association[]
  readonly criteria: readonly Placed[]
}

function frameworkOf(
  { root, document, items, associations, criteria }: Parts,
  options: CaseReadingOptions,
  read: FieldReader,
  problems: Problems,
): CaseFramework | undefined {
  const seats = treeOf([...items.values()], associations, document.id, problems)
  if (seats === undefined) return undefined
  const position = (item: Item) => seats.get(item.id)?.position ?? 0
  const inOrder = [...items.values()].toSorted((a, b) => position(a) - position(b))
  const levels = readLevels(
    {
      framework: document.id,
      document,
      criteria,
      associations,
      items: new Map(inOrder.map(item => [item.id, item] as const)),
    },
    read,
    problems,
  )
  const definitions = own(root, 'CFDefinitions')
  const importedBy = present({ importedBy: options.importedBy })
  const framework: Framework = {
    ...readDocument(
      document,
      isFields(definitions) ? definitions : {},
      document.id,
      read,
      problems,
    ),
    source: options.source,
    itemsCount: items.size,
    levels: [...levels.scale],
    ...importedBy,
  }
  const competencies = [...items.values()].map(item => {
    const seat = seats.get(item.id)
    const body: CaseCompetency = {
      framework: document.id,
      code: item.code,
      statement: item.statement,
      kind: item.kind,
      position: seat?.position ?? 0,
      levels: [...(levels.byItem.get(item.id) ?? [])],
      ...present({ title: item.title, notes: item.notes, parent: seat?.parent }),
      ...(seat?.otherParents === undefined ? {} : { otherParents: [...seat.otherParents] }),
      ...importedBy,
    }
    return { id: item.id, body }
  })
  return { framework: { id: document.id, body: framework }, competencies }
}
