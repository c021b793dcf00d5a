import type { Competency } from '../record.ts'
import { asPublished } from './as-published.ts'
import { present } from './document.ts'
import { levelCodeExtension, scaleExtension } from './levels.ts'
import type { CaseCompetency, CaseFramework } from './read-package.ts'

export interface CaseWritingOptions {
  /** When it is written, ISO 8601 with offset: CASE wants it on every object. */
  readonly changedAt: string
  /** A UUID for a thing that has no identifier of its own here, the same for the same name. */
  id(name: string): string
}

interface Link {
  readonly title: string
  readonly identifier: string
  readonly uri: string
}

/** Addresses of a package's things: beside the document's where CASE lays them, else `urn:uuid:`. */
type Address = (kind: string, identifier: string) => string

interface Writing {
  readonly changed: { readonly lastChangeDateTime: string }
  readonly address: Address
  readonly id: CaseWritingOptions['id']
  readonly framework: CaseFramework['framework']
  readonly scale: ReadonlyMap<string, { readonly name: string; readonly rank: number }>
}

/**
 * A CFPackage of CASE 1.1 from a framework and its competencies: valid by the official schema, and read back by
 * `readCasePackage` to the same bodies, under the identifiers of their publisher. Edges other than isChildOf, keywords
 * and subjects are not kept by the records and so cannot be written.
 */
export function writeCasePackage(kept: CaseFramework, options: CaseWritingOptions) {
  const { framework, competencies } = asPublished(kept)
  const writing: Writing = {
    changed: { lastChangeDateTime: options.changedAt },
    address: addressesOf(framework.body.uri),
    id: name => options.id(name),
    framework,
    scale: new Map(
      framework.body.levels.map(({ code, name }, n) => [code, { name, rank: n + 1 }] as const),
    ),
  }
  const kinds = [...new Set(competencies.map(({ body }) => body.kind))].filter(kind => kind !== '')
  const titles = new Map(competencies.map(({ id, body }) => [id, titleOf(body)] as const))
  return {
    CFDocument: documentOf(writing),
    CFItems: competencies.map(({ id, body }) => itemOf(id, body, writing)),
    CFAssociations: competencies.flatMap(({ id, body }) => edgesOf(id, body, titles, writing)),
    CFDefinitions: {
      CFConcepts: [],
      CFSubjects: [],
      CFLicenses: licencesOf(writing),
      CFItemTypes: kinds.map((kind, n) => ({
        ...typeLink(kind, writing),
        description: kind,
        hierarchyCode: String(n + 1),
        ...writing.changed,
      })),
      CFAssociationGroupings: [],
    },
    CFRubrics: competencies
      .filter(({ body }) => body.levels.length > 0)
      .map(({ id, body }) => rubricOf(id, body, writing)),
  }
}

function addressesOf(uri: string): Address {
  const base = /^(https?:\/\/.+)\/CFDocuments\/[^/]+$/u.exec(uri)?.[1]
  return (kind, identifier) =>
    base === undefined ? `urn:uuid:${identifier}` : `${base}/${kind}/${identifier}`
}

/** A title for links, one line of at most 500 characters: CASE's NormalizedString. */
function titleOf(body: CaseCompetency): string {
  return (body.title ?? body.statement).replaceAll(/\s+/gu, ' ').slice(0, 500).toWellFormed()
}

function documentOf({ framework: { id, body }, address, changed, ...writing }: Writing) {
  const [licence] = licencesOf({ framework: { id, body }, address, changed, ...writing })
  return {
    identifier: id,
    uri: body.uri === '' ? address('CFDocuments', id) : body.uri,
    creator: body.creator,
    title: body.title,
    ...changed,
    ...present({
      language: body.language,
      version: body.version,
      adoptionStatus: body.adoptionStatus,
    }),
    ...(licence === undefined
      ? {}
      : {
          licenseURI: { title: licence.title, identifier: licence.identifier, uri: licence.uri },
        }),
    frameworkType: 'Competency framework',
    caseVersion: '1.1',
    ...(body.levels.length === 0 ? {} : { extensions: { [scaleExtension]: body.levels } }),
  }
}

function licencesOf({ framework, address, changed, id }: Writing) {
  if (framework.body.licence === undefined) return []
  const [title = '', ...rest] = framework.body.licence.split('\n')
  const identifier = id(`licence ${framework.id}`)
  const licenseText = rest.length === 0 ? title : rest.join('\n')
  return [{ identifier, uri: address('CFLicenses', identifier), title, licenseText, ...changed }]
}

function typeLink(kind: string, { framework, address, id }: Writing): Link {
  const identifier = id(`item type ${framework.id} ${kind}`)
  return { title: kind, identifier, uri: address('CFItemTypes', identifier) }
}

function itemOf(id: string, body: CaseCompetency, writing: Writing) {
  return {
    identifier: id,
    uri: writing.address('CFItems', id),
    fullStatement: body.statement,
    ...present({
      abbreviatedStatement: body.title,
      notes: body.notes,
      humanCodingScheme: body.code === '' ? undefined : body.code,
      language: writing.framework.body.language,
    }),
    ...(body.kind === ''
      ? {}
      : { CFItemType: body.kind, CFItemTypeURI: typeLink(body.kind, writing) }),
    ...writing.changed,
  }
}

/** The first edge gives the place, so it goes first and carries the number. */
function edgesOf(
  item: string,
  body: CaseCompetency,
  titles: ReadonlyMap<string, string>,
  { framework, address, id, changed }: Writing,
) {
  const link = (node: string): Link => ({
    title: titles.get(node) ?? framework.body.title,
    identifier: node,
    uri: address(node === framework.id ? 'CFDocuments' : 'CFItems', node),
  })
  return [body.parent ?? framework.id, ...(body.otherParents ?? [])].map((parent, n) => {
    const identifier = id(`isChildOf ${item} ${parent}`)
    return {
      identifier,
      associationType: 'isChildOf',
      ...(n === 0 ? { sequenceNumber: body.position + 1 } : {}),
      uri: address('CFAssociations', identifier),
      originNodeURI: link(item),
      destinationNodeURI: link(parent),
      ...changed,
    }
  })
}

/** One rubric with one criterion a competency: the place CASE has for what a level looks like. */
function rubricOf(item: string, body: CaseCompetency, writing: Writing) {
  const { address, changed, id } = writing
  const rubric = id(`rubric ${item}`)
  const criterion = id(`criterion ${item}`)
  return {
    identifier: rubric,
    uri: address('CFRubrics', rubric),
    title: titleOf(body),
    CFRubricCriteria: [
      {
        identifier: criterion,
        uri: address('CFRubricCriteria', criterion),
        CFItemURI: { title: titleOf(body), identifier: item, uri: address('CFItems', item) },
        position: 1,
        rubricId: rubric,
        CFRubricCriterionLevels: body.levels.map((level, n) =>
          levelOf(level, n, { item, criterion }, writing),
        ),
        ...changed,
      },
    ],
    ...changed,
  }
}

function levelOf(
  level: Competency['levels'][number],
  n: number,
  { item, criterion }: { readonly item: string; readonly criterion: string },
  { address, changed, id, scale }: Writing,
) {
  const { name, rank } = scale.get(level.code) ?? { name: level.code, rank: scale.size + n + 1 }
  const identifier = id(`level ${item} ${level.code}`)
  return {
    identifier,
    uri: address('CFRubricCriterionLevels', identifier),
    description: level.statement,
    quality: name,
    score: rank,
    position: n + 1,
    rubricCriterionId: criterion,
    ...(level.code === name ? {} : { extensions: [{ [levelCodeExtension]: level.code }] }),
    ...changed,
  }
}
