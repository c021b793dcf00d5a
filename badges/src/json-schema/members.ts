import { isObject, pointer, valueAt, type JsonObject } from '../json/value.ts'
import type { Findings, Judge } from './evaluation.ts'
import type { Meter } from './meter.ts'
import type { Pattern } from './pattern.ts'

interface Given {
  readonly findings: Findings
  readonly judge: Judge
  readonly about: string
  readonly meter: Meter
  readonly patternOf: (pattern: string) => Pattern
}

/** Keywords for the properties of an object (draft 2019-09 core section 9.3.2). */
export function judgeMembers(schema: JsonObject, value: JsonObject, given: Given): void {
  const { findings, judge, about, meter } = given
  const members = Object.entries(value)
  const names = valueAt(schema, 'propertyNames')
  const known = new Set<string>()
  const properties = valueAt(schema, 'properties')
  const additional = valueAt(schema, 'additionalProperties')
  for (const [key, member] of members) {
    meter.spend(1 + key.length / 32)
    if (names !== undefined)
      for (const problem of judge(names, key, pointer(about, key)).problems)
        findings.fail(problem.about, 'propertyNames', problem.expected)
    const own = valueAt(properties, key)
    if (own === undefined) continue
    known.add(key)
    findings.within(judge(own, member, pointer(about, key)))
  }
  judgePatterns(schema, members, known, given)
  if (additional !== undefined)
    for (const [key, member] of members.filter(([name]) => !known.has(name))) {
      known.add(key)
      if (additional === false)
        findings.fail(pointer(about, key), 'additionalProperties', 'no such property')
      else findings.within(judge(additional, member, pointer(about, key)))
    }
  findings.seen({ keys: known, items: 0 })
}

function judgePatterns(
  schema: JsonObject,
  members: readonly (readonly [string, JsonObject[string]])[],
  known: Set<string>,
  { findings, judge, about, meter, patternOf }: Given,
): void {
  const patterns = valueAt(schema, 'patternProperties')
  if (!isObject(patterns)) return
  for (const [pattern, inner] of Object.entries(patterns)) {
    const occursIn = patternOf(pattern)
    for (const [key, member] of members) {
      if (!occursIn(key, meter)) continue
      known.add(key)
      findings.within(judge(inner, member, pointer(about, key)))
    }
  }
}

/** `unevaluatedProperties`: for properties that no other keyword had a word for. */
export function judgeOtherMembers(schema: JsonObject, value: JsonObject, given: Given): void {
  const stated = valueAt(schema, 'unevaluatedProperties')
  const { findings, judge, about } = given
  if (stated === undefined) return
  for (const [key, member] of Object.entries(value).filter(([name]) => !findings.keys.has(name))) {
    if (stated === false)
      findings.fail(pointer(about, key), 'unevaluatedProperties', 'no such property')
    else findings.within(judge(stated, member, pointer(about, key)))
    findings.keys.add(key)
  }
}
