import { microCredentials } from '../../content/micro-credentials/micro-credentials.ts'
import { practiceFramework } from '../../content/framework/framework.ts'
import { readCasePackage } from '../../core/competency/case/read-package.ts'
import { CompetencyRecord, FrameworkRecord } from '../../core/competency/record.ts'
import type { Rec, RecordType } from '../../core/kit/record-type.ts'
import { MicroCredentialRecord, microCredentialSchema } from '../../core/micro-credential/record.ts'
import { PersonRecord } from '../../core/person/record.ts'

/** Whom a computer that has joined no district belongs to. */
export const localPerson = 'me'

const rec = <B extends object>(type: RecordType<B>, id: string, body: B): Rec<object> => ({
  kind: type.kind,
  id,
  v: type.version,
  rev: 1,
  body,
  clocks: {},
})

/**
 * What comes with the program: its framework and its micro-credentials, read like a stranger's. A district's own
 * goes before it. With the name of a person who works alone, also who that is.
 */
export function shippedRecords(nameAlone: string | undefined): readonly Rec<object>[] {
  content ??= shippedContent()
  const person = { name: nameAlone ?? '', place: '', roles: ['educator' as const] }
  return nameAlone === undefined ? content : [...content, rec(PersonRecord, localPerson, person)]
}

/** The same at every opening of a folder: read once. */
let content: readonly Rec<object>[] | undefined

function shippedContent(): readonly Rec<object>[] {
  const read = readCasePackage(practiceFramework, { source: 'shipped' })
  if (read.outcome === 'refused') throw new Error('the shipped framework does not read')
  const micros = microCredentials.map(({ id, body }) =>
    rec(MicroCredentialRecord, id, microCredentialSchema.parse(body)),
  )
  return [
    rec(FrameworkRecord, read.framework.id, read.framework.body),
    ...read.competencies.map(item => rec(CompetencyRecord, item.id, item.body)),
    ...micros,
  ]
}
