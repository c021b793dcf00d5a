import {
  isList,
  isObject,
  textOf,
  valueAt,
  type JsonObject,
  type JsonValue,
} from '../json/value.ts'
import { schemaDepthMax } from '../limits.ts'
import { found, refused, type Result } from '../refusal.ts'
import { judgeAlternatives } from './alternatives.ts'
import { assertionProblems } from './assertions.ts'
import { Findings, type Evaluation, type Judge, type SchemaProblem } from './evaluation.ts'
import { judgeItems, judgeOtherItems } from './items.ts'
import { judgeMembers, judgeOtherMembers } from './members.ts'
import { SchemaUnusable, type Meter } from './meter.ts'
import { patternOf, type Pattern } from './pattern.ts'
import { SchemaIndex, type Resource } from './schema-index.ts'

/** A schema with its address, and where others it points to are found: null for one not at hand. */
export interface SchemaGiven {
  readonly url: string
  readonly schema: JsonValue
  readonly documentAt: (url: string) => JsonValue | null
  /** What it may cost; one meter for all the schemas of a badge. */
  readonly meter: Meter
}

/**
 * Judges a document by a JSON schema of draft 2019-09: all keywords of core and validation. `format` is a
 * note, as that draft has it. The schema may be hostile: nothing in it is run, its patterns are matched
 * in one pass, and what it costs is counted.
 *
 * @returns where the document is not as the schema asks, at most 20 places; or why the schema cannot be
 * judged by: TOO_COMPLEX, NOT_RETRIEVED (it points to another that is not at hand),
 * MALFORMED_VALUE_ERROR.
 */
export function againstSchema(
  document: JsonValue,
  { url, schema, documentAt, meter }: SchemaGiven,
): Result<readonly SchemaProblem[]> {
  try {
    const index = new SchemaIndex(documentAt, meter)
    const resource = index.add(url, schema)
    const run = { index, meter, patterns: new Map<string, Pattern>() }
    return found(evaluate(run, { resource, outer: null }, schema, document, '', 0).problems)
  } catch (error) {
    if (error instanceof SchemaUnusable) return refused(error.code, error.facts)
    throw error
  }
}

/** What looking at one value by one schema costs at least, in the steps of a matcher of patterns. */
const evaluationSteps = 10

interface Run {
  readonly index: SchemaIndex
  readonly meter: Meter
  readonly patterns: Map<string, Pattern>
}

/** The resources one came through: `$recursiveRef` looks for the outermost that may be replaced. */
interface Scope {
  readonly resource: Resource
  readonly outer: Scope | null
}

function evaluate(
  run: Run,
  outside: Scope,
  schema: JsonValue,
  value: JsonValue,
  about: string,
  depth: number,
): Evaluation {
  const findings = new Findings()
  run.meter.spend(1)
  if (schema === true) return findings
  if (schema === false) findings.fail(about, 'false', 'nothing')
  if (schema === false) return findings
  if (!isObject(schema)) throw new SchemaUnusable('MALFORMED_VALUE_ERROR', { value: 'schema' })
  if (depth > schemaDepthMax) throw new SchemaUnusable('TOO_COMPLEX', { schemaDepthMax })
  run.meter.spend(evaluationSteps + Object.keys(schema).length)
  const scope = entered(outside, run.index.resourceOf(schema, outside.resource))
  const judge: Judge = (inner, of, at) => evaluate(run, scope, inner, of, at, depth + 1)
  for (const { keyword, expected } of assertionProblems(schema, value, run.meter))
    findings.fail(about, keyword, expected)
  const compiled = (text: string) => compiledOnce(run, text)
  const pattern = textOf(valueAt(schema, 'pattern'))
  if (pattern !== null && typeof value === 'string' && !compiled(pattern)(value, run.meter))
    findings.fail(about, 'pattern', `a text like ${pattern.slice(0, 100)}`)
  for (const next of referred(run, scope, schema))
    findings.same(
      evaluate(run, entered(scope, next.resource), next.schema, value, about, depth + 1),
    )
  const given = { findings, judge, about, meter: run.meter, patternOf: compiled }
  judgeAlternatives(schema, value, given)
  if (isObject(value)) {
    judgeMembers(schema, value, given)
    judgeOtherMembers(schema, value, given)
  }
  if (isList(value)) {
    judgeItems(schema, value, given)
    judgeOtherItems(schema, value, given)
  }
  return findings
}

function entered(scope: Scope, resource: Resource): Scope {
  return scope.resource === resource ? scope : { resource, outer: scope }
}

function compiledOnce({ patterns }: Run, text: string): Pattern {
  const pattern = patterns.get(text) ?? patternOf(text)
  patterns.set(text, pattern)
  return pattern
}

/** What `$ref` and `$recursiveRef` of a schema point to (core sections 8.2.4.1 and 8.2.4.2). */
function referred(
  { index, meter }: Run,
  scope: Scope,
  schema: JsonObject,
): readonly { readonly schema: JsonValue; readonly resource: Resource }[] {
  const reference = textOf(valueAt(schema, '$ref'))
  meter.spend((reference?.length ?? 0) / 8)
  const own = reference === null ? [] : [index.target(reference, scope.resource)]
  if (textOf(valueAt(schema, '$recursiveRef')) !== '#') return own
  const isOpen = (resource: Resource) => valueAt(resource.root, '$recursiveAnchor') === true
  let { resource } = scope
  if (isOpen(resource))
    for (let at: Scope | null = scope; at !== null; at = at.outer)
      if (isOpen(at.resource)) resource = at.resource
  return [...own, { schema: resource.root, resource }]
}
