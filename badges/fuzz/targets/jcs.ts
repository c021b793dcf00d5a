import canonicalize from 'canonicalize'
import { textOfUtf8, utf8 } from '../../src/bytes/text.ts'
import { canonicalJson } from '../../src/json/jcs.ts'
import { parseJson } from '../../src/json/parse.ts'
import { anyValue } from '../damaged-json.ts'
import { writtenJson } from '../written-json.ts'
import type { Target } from '../target.ts'

/** RFC 8785 against an implementation of others, and against itself: canonical text stays as it is. */
export const jcs: Target = {
  name: 'jcs',
  cpuMsMax: 1_500,
  shrinksMax: 6_000,
  make: random => utf8(writtenJson(random, anyValue(random), Infinity)),
  judge: input => {
    const read = parseJson(textOfUtf8(input) ?? '')
    if (!read.ok) return null
    const canonical = canonicalJson(read.value)
    const theirs = othersText(read.value)
    if (!canonical.ok) return theirs === null ? null : 'refuses what others can write'
    if (theirs !== canonical.value) return 'writes another text than others'
    const again = parseJson(canonical.value)
    if (!again.ok) return 'writes what cannot be read again'
    const twice = canonicalJson(again.value)
    return twice.ok && twice.value === canonical.value ? null : 'is not stable'
  },
}

/** @returns null where they refuse it. */
function othersText(value: unknown): string | null {
  try {
    const text = canonicalize(value) ?? null
    // Half a surrogate pair: RFC 8785 section 3.2.2.2 wants an error, older versions write it.
    return text?.isWellFormed() === true && !/\\u[dD][89a-fA-F]/.test(text) ? text : null
  } catch {
    return null
  }
}
