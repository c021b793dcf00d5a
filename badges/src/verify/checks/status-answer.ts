import { listOf, textOf, valueAt, type JsonObject } from '../../json/value.ts'
import { statusMessagesMax } from '../../limits.ts'
import type { Code, Facts } from '../../refusal.ts'
import type { Finding, Outcome } from '../report.ts'
import type { ReadList } from './read-list.ts'

const spec = 'Bitstring Status List v1.0 section 3.2'

/** @returns the id of the check of a purpose (§14): purposes without a name share `status.other`. */
export function statusIdOf(purpose: string): string {
  const isNamed = ['revocation', 'suspension', 'message', 'refresh'].includes(purpose)
  return `status.${isNamed ? purpose : 'other'}`
}

/**
 * What the value of one entry says. A set bit is evidence even in a list that has run out: a revocation
 * is final. A clear one is evidence only in a list that is valid, the newest that was seen, and tied to
 * the issuer: what a stranger has signed may still take a badge back and never clears one. A
 * suspension can be lifted, so a list that is known to have been replaced does not prove it.
 */
export function statusAnswer(
  entry: JsonObject,
  purpose: string,
  value: number,
  read: ReadList,
  given: { readonly about: string; readonly facts: Facts },
): Finding {
  const base = { id: statusIdOf(purpose), about: given.about, spec, ...read.known }
  const facts = { ...given.facts, value }
  const told = (outcome: Outcome, code: Code, message: string): Finding => ({
    ...base,
    outcome,
    code,
    facts,
    message,
  })
  if (value !== 0 && purpose === 'revocation')
    return told('fail', 'REVOKED', 'The issuer has revoked it.')
  if ((value === 0 || purpose === 'suspension') && read.isSuperseded)
    return told(
      'unknown',
      'OLDER_THAN_SEEN',
      'A newer list was seen before, which may say otherwise.',
    )
  if (value !== 0 && purpose === 'suspension')
    return told('fail', 'SUSPENDED', 'The issuer has suspended it; that can be lifted.')
  if (value === 0 && read.standing === 'early')
    return told('unknown', 'LIST_NOT_YET_VALID', 'The list that would tell is not valid yet.')
  if (value === 0 && read.standing === 'over')
    return told('unknown', 'LIST_EXPIRED', 'The list that would tell is not valid any more.')
  if (value === 0 && !read.isTied)
    return told('unknown', 'LIST_NOT_TIED', 'Nothing ties the list that would tell to the issuer.')
  if (purpose === 'message') {
    const text = messageOf(entry, read, value)
    if (text !== null)
      return {
        ...base,
        outcome: 'pass',
        facts: { ...facts, text },
        message: 'The issuer has a message about it.',
      }
    if (value !== 0) return told('unknown', 'STATUS_NOTED', 'A message without a text is noted.')
  }
  if (value === 0)
    return { ...base, outcome: 'pass', facts, message: 'Nothing is noted against it.' }
  return purpose === 'refresh'
    ? told('unknown', 'NEWER_EXISTS', 'The issuer has a newer issue of it.')
    : {
        ...told('unknown', 'STATUS_NOTED', 'The issuer noted something that has no meaning here.'),
        facts: { ...facts, purpose: purpose.slice(0, 100) },
      }
}

/** The published context knows `statusMessage` of the badge; the prose puts it on the list too. */
function messageOf(entry: JsonObject, read: ReadList, value: number): string | null {
  const stated = listOf(valueAt(entry, 'statusMessage') ?? read.messages)
  const own = stated
    .slice(0, statusMessagesMax)
    .find(item => isValue(textOf(valueAt(item, 'status')) ?? '', value))
  return textOf(valueAt(own, 'message'))?.slice(0, 500) ?? null
}

/** A hexadecimal text with `0x` in the standard; digits alone are seen. */
function isValue(text: string, value: number): boolean {
  return /^(?:0x[0-9a-f]{1,8}|\d{1,10})$/i.test(text) && Number(text) === value
}
