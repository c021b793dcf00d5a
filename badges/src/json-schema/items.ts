import { isList, pointer, valueAt, type JsonObject, type JsonValue } from '../json/value.ts'
import type { Findings, Judge } from './evaluation.ts'

interface Given {
  readonly findings: Findings
  readonly judge: Judge
  readonly about: string
}

/** Keywords for the items of a list (draft 2019-09 core section 9.3.1). */
export function judgeItems(schema: JsonObject, value: readonly JsonValue[], given: Given): void {
  const { findings, judge, about } = given
  const items = valueAt(schema, 'items')
  const additional = valueAt(schema, 'additionalItems')
  const judgeFrom = (first: number, stated: JsonValue, keyword: string) => {
    if (stated === false && value.length > first)
      findings.fail(pointer(about, first), keyword, `no more than ${first} items`)
    else
      for (const [at, item] of value.entries())
        if (at >= first) findings.within(judge(stated, item, pointer(about, at)))
    findings.items = Infinity
  }
  if (isList(items)) {
    for (const [at, stated] of items.slice(0, value.length).entries())
      findings.within(judge(stated, value[at] ?? null, pointer(about, at)))
    findings.items = Math.max(findings.items, items.length)
    if (additional !== undefined) judgeFrom(items.length, additional, 'additionalItems')
  } else if (items !== undefined) judgeFrom(0, items, 'items')
  judgeContained(schema, value, given)
}

function judgeContained(
  schema: JsonObject,
  value: readonly JsonValue[],
  { findings, judge, about }: Given,
): void {
  const contains = valueAt(schema, 'contains')
  if (contains === undefined) return
  const least = numberOf(valueAt(schema, 'minContains')) ?? 1
  const most = numberOf(valueAt(schema, 'maxContains')) ?? Infinity
  const fitting = value.filter(
    (item, at) => judge(contains, item, pointer(about, at)).problems.length === 0,
  ).length
  if (fitting < least) findings.fail(about, 'contains', `at least ${least} of what it must contain`)
  if (fitting > most) findings.fail(about, 'maxContains', `at most ${most} of what it may contain`)
}

/** `unevaluatedItems`: for items that no other keyword had a word for. */
export function judgeOtherItems(
  schema: JsonObject,
  value: readonly JsonValue[],
  given: Given,
): void {
  const stated = valueAt(schema, 'unevaluatedItems')
  const { findings, judge, about } = given
  if (stated === undefined) return
  for (const [at, item] of value.entries()) {
    if (at < findings.items) continue
    if (stated === false) findings.fail(pointer(about, at), 'unevaluatedItems', 'no such item')
    else findings.within(judge(stated, item, pointer(about, at)))
  }
  findings.items = Infinity
}

function numberOf(value: JsonValue | undefined): number | null {
  return typeof value === 'number' ? value : null
}
