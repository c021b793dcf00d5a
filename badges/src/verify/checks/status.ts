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
import type { LeftOut } from '../proof/left-out.ts'
import type { Finding } from '../report.ts'
import { statusAnswer, statusIdOf } from './status-answer.ts'
import { readStatusList, type NamedList } from './status-list.ts'
import { revocationListStatus } from './status-revocation-list.ts'

const spec = 'Bitstring Status List v1.0 section 3.2'

/** Entry types this version reads, and whether their list must carry the multibase prefix. */
const readable = new Map<string, NamedList['prefix'] | 'unsigned'>([
  ['BitstringStatusListEntry', 'required'],
  ['StatusList2021Entry', 'optional'],
  ['1EdTechRevocationList', 'unsigned'],
])

const whole: LeftOut = { isPartial: false, isStatusFixed: true }

/**
 * Looks every `credentialStatus` entry up in its list. A bit is only read from a list whose own proof
 * is good; a set bit is evidence even in an old list, a clear one only in a list that is still valid. Where
 * the holder may leave things out, an entry that would tell may be one of them.
 */
export async function status(the: Case, leftOut: LeftOut = whole): Promise<readonly Finding[]> {
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
  if (leftOut.isPartial && (entries.length === 0 || !leftOut.isStatusFixed))
    findings.push({ ...unread('/credentialStatus', 'WITHHELD', {}), id: 'status.withheld' })
  return findings
}

async function entryStatus(
  the: Case,
  entry: JsonObject,
  about: string,
): Promise<readonly Finding[]> {
  const types = textsOf(valueAt(entry, 'type'))
  const type = types.find(name => readable.has(name)) ?? types[0] ?? 'none'
  const prefix = readable.get(type)
  if (prefix === 'unsigned') return revocationListStatus(the, entry, about)
  if (prefix === undefined)
    return [unread(about, 'NOT_CHECKED_BY_THIS_VERSION', { type: type.slice(0, 100) })]
  const purposes = [...new Set(textsOf(valueAt(entry, 'statusPurpose')))].filter(
    text => text !== '',
  )
  const index = indexOf(entry)
  const url = textOf(valueAt(entry, 'statusListCredential')) ?? ''
  const sizeBits = valueAt(entry, 'statusSize') ?? 1
  const isSize =
    typeof sizeBits === 'number' &&
    Number.isInteger(sizeBits) &&
    sizeBits >= 1 &&
    sizeBits <= statusSizeBitsMax
  if (purposes.length === 0 || index === null || url === '' || !isSize)
    return [unread(about, 'MALFORMED_VALUE_ERROR', { url: url.slice(0, 500) })]
  if (purposes.length > statusEntriesMax)
    return [unread(about, 'TOO_LARGE', { purposes: purposes.length, statusEntriesMax })]
  const findings: Finding[] = []
  for (const purpose of purposes)
    findings.push(
      ...(await purposeStatus(the, entry, { url, purpose, prefix, sizeBits }, index, about)),
    )
  return findings
}

async function purposeStatus(
  the: Case,
  entry: JsonObject,
  named: NamedList,
  index: number,
  about: string,
): Promise<readonly Finding[]> {
  const { url, purpose, sizeBits } = named
  const read = await readStatusList(the, named)
  const unknown = (code: Code, facts: Facts): Finding => ({
    ...unread(about, code, facts),
    id: statusIdOf(purpose),
    ...read.known,
  })
  if (read.list === null) return [...read.findings, unknown(read.code, { url, ...read.facts })]
  const value = readEntry(read.list, index, sizeBits)
  if (value === null) return [...read.findings, unknown('RANGE_ERROR', { url, index })]
  const given = { about, facts: { url, index } }
  return [...read.findings, statusAnswer(entry, purpose, value, read, given)]
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
