import { againstSchema } from '../../json-schema/against-schema.ts'
import {
  isList,
  listOf,
  pointer,
  textOf,
  textsOf,
  valueAt,
  type JsonObject,
} from '../../json/value.ts'
import { problemsMax, schemasMax } from '../../limits.ts'
import type { Code, Facts } from '../../refusal.ts'
import type { Case } from '../case.ts'
import type { Finding } from '../report.ts'
import { consult } from '../trust-bundle.ts'

const spec = '1EdTech JSON Schema Validator 2019 1.0; VCDM 2.0 section 4.11'

/** Types of `credentialSchema` that name a JSON schema to be fetched as it is. */
const readable = ['1EdTechJsonSchemaValidator2019', 'JsonSchema', 'JsonSchemaValidator2018']

/**
 * Whether the credential is as the JSON schemas it names ask. They are stricter than the data model
 * (lists must be lists, nothing may be added), and most badges in use break one, so this is told beside
 * `dataModel` and not needed. A schema is known by the address asked for, from the bundle.
 */
export function credentialSchema(the: Case): readonly Finding[] {
  const stated = valueAt(the.document, 'credentialSchema')
  const schemas = listOf(stated)
  const findings = schemas.slice(0, schemasMax).map((entry, at) => {
    const about = isList(stated) ? pointer('/credentialSchema', at) : '/credentialSchema'
    const types = textsOf(valueAt(entry, 'type'))
    const url = textOf(valueAt(entry, 'id')) ?? ''
    if (types.some(type => readable.includes(type))) return byOne(the, url, about)
    return unknown(about, 'NOT_CHECKED_BY_THIS_VERSION', { type: types.slice(0, 5) })
  })
  if (schemas.length <= schemasMax) return findings
  return [...findings, unknown('/credentialSchema', 'TOO_LARGE', { schemasMax })]
}

function byOne(the: Case, url: string, about: string): Finding {
  const facts = { url: url.slice(0, 500) }
  const consulted = consult(the.bundle, url, the.at)
  if (consulted === null) return unknown(about, 'NOT_RETRIEVED', facts)
  const known = { evidence: consulted.evidence, asOf: consulted.asOf }
  const { json } = consulted
  if (!json.ok) return { ...unknown(about, json.refusal.code, facts), ...known }
  const documentAt = (other: string) => {
    const further = consult(the.bundle, other, the.at)
    return further?.json.ok === true ? further.json.value : null
  }
  const judged = againstSchema(asWritten(the), {
    url,
    schema: json.value,
    documentAt,
    meter: the.effort.schemaMeter,
  })
  if (!judged.ok)
    return {
      ...unknown(about, judged.refusal.code, { ...facts, ...judged.refusal.facts }),
      ...known,
    }
  const [first] = judged.value
  const base = { id: 'credentialSchema', spec, ...known }
  if (first === undefined)
    return { ...base, about, outcome: 'pass', facts, message: 'It is as its schema asks.' }
  const problems = judged.value.map(problem => `${problem.about}: ${problem.expected}`)
  return {
    ...base,
    about,
    outcome: 'fail',
    code: 'SCHEMA_MISMATCH',
    facts: { ...facts, problems: problems.slice(0, problemsMax), count: problems.length },
    message: 'It is not as its schema asks.',
    remedy: 'The issuer must repair it and issue it again.',
  }
}

/** A JWT of the VC data model 2.0 is the credential with claims beside it: those are not judged. */
function asWritten({ document, jws }: Case): JsonObject {
  if (jws === null) return document
  const claims = ['iss', 'sub', 'aud', 'jti', 'nbf', 'exp', 'iat']
  return Object.fromEntries(Object.entries(document).filter(([key]) => !claims.includes(key)))
}

function unknown(about: string, code: Code, facts: Facts): Finding {
  return {
    id: 'credentialSchema',
    about,
    spec,
    outcome: 'unknown',
    code,
    facts,
    message: 'The schema it names could not be judged by.',
  }
}
