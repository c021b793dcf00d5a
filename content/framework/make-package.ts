// Writes framework.case.json from framework.md: `node content/framework/make-package.ts`. The identifiers hang on the
// codes, so words may be improved without cutting what points at a competency. Never reuse a code.
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'

const document = '30e456d9-1346-406c-8757-42787a82c8be'
const changed = { lastChangeDateTime: '2026-11-25T00:00:00Z' }
const title = 'Meritfolio Framework of Teaching Practice'

/** UUID version 5 (RFC 9562 §5.5) below the document's own. */
function uuidOf(name: string): string {
  const bytes = createHash('sha1')
    .update(Buffer.from(document.replaceAll('-', ''), 'hex'))
    .update(name)
    .digest()
    .subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

const link = (name: string, identifier: string) => ({
  title: name,
  identifier,
  uri: `urn:uuid:${identifier}`,
})
const identity = (identifier: string) => ({ identifier, uri: `urn:uuid:${identifier}` })
const typeLink = (kind: string) => link(kind, uuidOf(`type ${kind}`))

interface Entry {
  readonly code: string
  readonly name: string
  readonly area: boolean
  readonly statement: string
  readonly levels: readonly { readonly name: string; readonly statement: string }[]
}

function entriesOf(markdown: string): readonly Entry[] {
  return markdown
    .split(/^(?=###? )/m)
    .slice(1)
    .map(section => {
      const head = /^(##|###) (\S+) (.+)$/m.exec(section)
      if (head === null) throw new Error(`no code: ${section.slice(0, 60)}`)
      const [, marks, code = '', name = ''] = head
      const lines = section
        .split('\n')
        .slice(1)
        .filter(line => line !== '')
      return {
        code,
        name,
        area: marks === '##',
        statement: lines.filter(line => !line.startsWith('- ')).join(' '),
        levels: lines.flatMap(line => {
          const level = /^- (\w+): (.+)$/.exec(line)
          return level === null ? [] : [{ name: level[1] ?? '', statement: level[2] ?? '' }]
        }),
      }
    })
}

const entries = entriesOf(readFileSync(new URL('framework.md', import.meta.url), 'utf8'))
const idOf = (code: string) => uuidOf(`item ${code}`)
const kindOf = (entry: Entry) => (entry.area ? 'Area' : 'Competency')

const items = entries.map(entry => ({
  ...identity(idOf(entry.code)),
  fullStatement: entry.statement,
  abbreviatedStatement: entry.name,
  humanCodingScheme: entry.code,
  CFItemType: kindOf(entry),
  CFItemTypeURI: typeLink(kindOf(entry)),
  language: 'en',
  ...changed,
}))

const associations = entries.map(entry => {
  const [areaCode = ''] = entry.code.split('.')
  const area = entries.find(one => one.code === areaCode)
  if (area === undefined) throw new Error(`no area for ${entry.code}`)
  const siblings = entries.filter(one =>
    entry.area ? one.area : !one.area && one.code.startsWith(`${areaCode}.`),
  )
  return {
    ...identity(uuidOf(`isChildOf ${entry.code}`)),
    associationType: 'isChildOf',
    sequenceNumber: siblings.indexOf(entry) + 1,
    originNodeURI: link(entry.name, idOf(entry.code)),
    destinationNodeURI: entry.area ? link(title, document) : link(area.name, idOf(area.code)),
    ...changed,
  }
})

const rubrics = entries
  .filter(entry => !entry.area)
  .map(({ code, name, levels }) => {
    const [rubric, criterion] = [uuidOf(`rubric ${code}`), uuidOf(`criterion ${code}`)]
    return {
      ...identity(rubric),
      title: `${code} ${name}`,
      CFRubricCriteria: [
        {
          ...identity(criterion),
          CFItemURI: link(name, idOf(code)),
          position: 1,
          rubricId: rubric,
          CFRubricCriterionLevels: levels.map((level, n) => ({
            ...identity(uuidOf(`level ${code} ${level.name}`)),
            quality: level.name,
            description: level.statement,
            score: n + 1,
            position: n + 1,
            rubricCriterionId: criterion,
            ...changed,
          })),
          ...changed,
        },
      ],
      ...changed,
    }
  })

const licence = link('CC BY 4.0', uuidOf('licence'))
const written = {
  CFDocument: {
    ...identity(document),
    creator: 'Meritfolio contributors',
    title,
    description:
      'What teachers do so that learners learn, said so that a colleague in the room could see it. For growth, not for rating people.',
    subject: ['Teaching practice'],
    language: 'en',
    version: '1.0',
    adoptionStatus: 'Adopted',
    licenseURI: licence,
    frameworkType: 'Competency framework',
    caseVersion: '1.1',
    ...changed,
  },
  CFItems: items,
  CFAssociations: associations,
  CFDefinitions: {
    CFConcepts: [],
    CFSubjects: [],
    CFLicenses: [
      {
        ...licence,
        description: 'Share and adapt, also commercially, with attribution.',
        licenseText:
          'Meritfolio Framework of Teaching Practice 1.0, © 2026 Meritfolio contributors. Creative Commons Attribution 4.0 International, https://creativecommons.org/licenses/by/4.0/',
        ...changed,
      },
    ],
    CFItemTypes: ['Area', 'Competency'].map((kind, n) => ({
      ...typeLink(kind),
      description: kind,
      hierarchyCode: String(n + 1),
      ...changed,
    })),
    CFAssociationGroupings: [],
  },
  CFRubrics: rubrics,
}

writeFileSync(
  new URL('framework.case.json', import.meta.url),
  `${JSON.stringify(written, null, 1)}\n`,
)
