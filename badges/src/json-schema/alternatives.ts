import { isObject, listOf, valueAt, type JsonObject, type JsonValue } from '../json/value.ts'
import type { Evaluation, Findings, Judge } from './evaluation.ts'
import type { Meter } from './meter.ts'

interface Given {
  readonly findings: Findings
  readonly judge: Judge
  readonly about: string
  readonly meter: Meter
}

/** Keywords that apply other schemas to the same value (draft 2019-09 core section 9.2). */
export function judgeAlternatives(schema: JsonObject, value: JsonValue, given: Given): void {
  const { findings, judge, about, meter } = given
  const judged = (inner: JsonValue) => judge(inner, value, about)
  for (const inner of listOf(valueAt(schema, 'allOf'))) findings.same(judged(inner))
  const anyOf = valueAt(schema, 'anyOf')
  if (anyOf !== undefined) judgeAny(listOf(anyOf).map(judged), given)
  const oneOf = valueAt(schema, 'oneOf')
  if (oneOf !== undefined) judgeOne(listOf(oneOf).map(judged), given)
  const not = valueAt(schema, 'not')
  if (not !== undefined && judged(not).problems.length === 0)
    findings.fail(about, 'not', 'something else')
  judgeCondition(schema, judged, findings)
  const dependent = valueAt(schema, 'dependentSchemas')
  if (isObject(dependent) && isObject(value))
    for (const [key, inner] of Object.entries(dependent)) {
      meter.spend(1)
      if (Object.hasOwn(value, key)) findings.same(judged(inner))
    }
}

function judgeAny(judged: readonly Evaluation[], { findings, about }: Given): void {
  const fitting = judged.filter(fits)
  for (const evaluation of fitting) findings.seen(evaluation)
  if (fitting.length > 0) return
  findings.fail(about, 'anyOf', 'one of the forms allowed')
  nearest(judged, findings)
}

function judgeOne(judged: readonly Evaluation[], { findings, about }: Given): void {
  const fitting = judged.filter(fits)
  const [only] = fitting
  if (fitting.length === 1 && only !== undefined) return findings.seen(only)
  findings.fail(about, 'oneOf', 'exactly one of the forms allowed')
  if (only === undefined) nearest(judged, findings)
}

function judgeCondition(
  schema: JsonObject,
  judged: (inner: JsonValue) => Evaluation,
  findings: Findings,
): void {
  const condition = valueAt(schema, 'if')
  if (condition === undefined) return
  const held = judged(condition)
  if (fits(held)) findings.seen(held)
  const next = valueAt(schema, fits(held) ? 'then' : 'else')
  if (next !== undefined) findings.same(judged(next))
}

function fits(evaluation: Evaluation): boolean {
  return evaluation.problems.length === 0
}

/** Which form was meant is not known; what is wrong with the nearest one helps most. */
function nearest(judged: readonly Evaluation[], findings: Findings): void {
  const [best] = judged.toSorted((one, other) => one.problems.length - other.problems.length)
  if (best !== undefined) findings.within(best)
}
