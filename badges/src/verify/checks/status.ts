import {
  isList,
  isObject,
  listOf,
  pointer,
  textOf,
  textsOf,
  valueAt,
  type JsonObject,
} from '../../json/value.ts'
import { statusEntriesMax, statusSizeBitsMax } from '../../limits.ts'
import type { Code, Facts } from '../../refusal.ts'
import { readEntry } from '../../status/bitstring.ts'
import type { Case } from '../case.ts'
import type { Finding } from '../report.ts'
import { readStatusList, type ReadList } from './status-list.ts'

const spec = 'Bitstring Status List v1.0 section 3.2'

/** Entry types this version reads, and whether their list must carry the multibase prefix. */
const readable: ReadonlyMap<string, 'required' | 'optional'> = new Map([
  ['BitstringStatusListEntry', 'required'],
  ['StatusList2021Entry', 'optional'],
])

/**
 * Looks every `credentialStatus` entry up in its list. A bit is only read from a list whose own proof
 * is good; a set bit is evidence even in an old list, a clear one only in a list that is still valid.
 */
export async function status(the: Case): Promise<readonly Finding[]> {
  const stated = valueAt(the.document, 'credentialStatus')
  const entries = listOf(stated)
  const findings: Finding[] = []
  for (const [at, entry] of entries.slice(0, statusEntriesMax).entries()) {
    const about = isList(stated) ? pointer('/credentialStatus', at) : '/credentialStatus'
    findings.push(...(await entryStatus(the, isObject(entry) ? entry : {}, about)))
  }
  if (entries.length > statusEntriesMax)
    findings.push(
      unread('/credentialStatus', 'TOO_LARGE', { entries: entries.length, statusEntriesMax }),
    )
  return findings
}

async function entryStatus(
  the: Case,
  entry: JsonObject,
  about: string,
): Promise<readonly Finding[]> {
  const [type = 'none'] = textsOf(valueAt(entry, 'type'))
  const prefix = readable.get(type)
  if (prefix === undefined)
    return [unread(about, 'NOT_CHECKED_BY_THIS_VERSION', { type: type.slice(0, 100) })]
  const purpose = textOf(valueAt(entry, 'statusPurpose')) ?? ''
  const index = indexOf(entry)
  const url = textOf(valueAt(entry, 'statusListCredential')) ?? ''
  const size = valueAt(entry, 'statusSize') ?? 1
  const isSize =
    typeof size === 'number' && Number.isInteger(size) && size >= 1 && size <= statusSizeBitsMax
  if (purpose === '' || index === null || url === '' || !isSize)
    return [unread(about, 'MALFORMED_VALUE_ERROR', { url: url.slice(0, 500) })]
  const read = await readStatusList(the, url, purpose, prefix)
  const unknown = (code: Code, facts: Facts): Finding => ({
    ...unread(about, code, facts),
    id: `status.${isNamed(purpose) ? purpose : 'other'}`,
    ...read.known,
  })
  if (read.list === null) return [...read.findings, unknown(read.code, { url, ...read.facts })]
  const value = readEntry(read.list, index, size)
  if (value === null) return [...read.findings, unknown('RANGE_ERROR', { url, index })]
  return [...read.findings, answer(entry, purpose, value, read, about, { url, index })]
}

function answer(
  entry: JsonObject,
  purpose: string,
  value: number,
  read: ReadList,
  about: string,
  facts: Facts,
): Finding {
  const id = `status.${isNamed(purpose) ? purpose : 'other'}`
  const base = { id, about, spec, ...read.known }
  if (purpose === 'message')
    return {
      ...base,
      outcome: 'pass',
      facts: { ...facts, value, text: messageOf(entry, value) },
      message: 'The issuer has a message about it.',
    }
  if (value !== 0 && purpose === 'revocation')
    return {
      ...base,
      outcome: 'fail',
      code: 'REVOKED',
      facts,
      message: 'The issuer has revoked it.',
    }
  if (value !== 0 && purpose === 'suspension')
    return {
      ...base,
      outcome: 'fail',
      code: 'SUSPENDED',
      facts,
      message: 'The issuer has suspended it; that can be lifted.',
    }
  if (!read.isCurrent)
    return {
      ...base,
      outcome: 'unknown',
      code: 'STATUS_VERIFICATION_ERROR',
      facts: { ...facts, reason: 'the list is not valid at this time' },
      message: 'The list that would tell is not valid any more.',
    }
  return {
    ...base,
    outcome: 'pass',
    facts: { ...facts, value },
    message: 'Nothing is noted against it.',
  }
}

/** Purposes with a check id of their own (§14); any other is `status.other`. */
function isNamed(purpose: string): boolean {
  return ['revocation', 'suspension', 'message', 'refresh'].includes(purpose)
}

function unread(about: string, code: Code, facts: Facts): Finding {
  return {
    id: 'status.unread',
    about,
    spec,
    outcome: 'unknown',
    code,
    facts,
    message: 'Whether it was revoked is not known.',
  }
}

/** A string in the standard, a number in practice; digits only, either way. */
function indexOf(entry: JsonObject): number | null {
  const stated = valueAt(entry, 'statusListIndex')
  const text = typeof stated === 'number' ? String(stated) : (textOf(stated) ?? '')
  return /^\d{1,15}$/.test(text) ? Number(text) : null
}

function messageOf(entry: JsonObject, value: number): string {
  const messages = listOf(valueAt(entry, 'statusMessage')).slice(0, 100)
  const found = messages.find(item => Number(textOf(valueAt(item, 'status'))) === value)
  return (textOf(valueAt(found, 'message')) ?? '').slice(0, 500)
}
