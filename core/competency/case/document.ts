import type { Framework } from '../record.ts'
import type { FieldReader, Fields, Placed } from './fields.ts'
import { clipped, isFields, own } from './fields.ts'
import { linkedIdentifier } from './identifier.ts'
import type { Problems } from './problem.ts'

/** The fields of a framework that a CFDocument gives; the rest is counted or comes from the caller. */
export type DocumentFields = Omit<Framework, 'itemsCount' | 'levels' | 'source' | 'importedBy'>

const licenceMax = 1_000
const address = /^(?:https?:\/\/|urn:)[^\s<>"]+$/iu

/**
 * CFDocument (CASE 1.1). Without a licence the framework is private: it may be used here and never served on
 * (interop.md §4), which is why an absent one stays absent.
 */
export function readDocument(
  { path, fields }: Placed,
  definitions: Fields,
  identifier: string,
  read: FieldReader,
  problems: Problems,
): DocumentFields {
  read.dateTime(fields, 'lastChangeDateTime', path)
  const title = read.line(fields, 'title', path, 500)
  if (title === undefined) problems.add('warning', 'missing-title', `${path}/title`)
  const optional = {
    language: read.line(fields, 'language', path, 35),
    version: read.line(fields, 'version', path, 100),
    adoptionStatus: read.line(fields, 'adoptionStatus', path, 100),
    licence: licenceOf({ path, fields }, definitions, read, problems),
  }
  return {
    title: title ?? identifier,
    creator: read.line(fields, 'creator', path, 500) ?? '',
    uri: addressOf(fields, path, read, problems) ?? '',
    ...present(optional),
  }
}

/** Leaves out what is undefined, so that records hold no empty places. */
export function present<T extends object>(
  fields: T,
): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const kept: { [K in keyof T]?: Exclude<T[K], undefined> } = {}
  for (const name in fields) {
    const value = fields[name]
    if (isPresent(value)) kept[name] = value
  }
  return kept
}

function isPresent<V>(value: V): value is Exclude<V, undefined> {
  return value !== undefined
}

function addressOf(
  fields: Fields,
  path: string,
  read: FieldReader,
  problems: Problems,
): string | undefined {
  const uri = read.line(fields, 'uri', path, 2_000)
  if (uri === undefined || address.test(uri)) return uri
  problems.add('warning', 'bad-uri', `${path}/uri`, uri)
  return undefined
}

/** Name of the licence, and below it its text or address: attribution has to be shown with the framework. */
function licenceOf(
  { path, fields }: Placed,
  definitions: Fields,
  read: FieldReader,
  problems: Problems,
): string | undefined {
  const link = own(fields, 'licenseURI')
  if (link === undefined || link === null) return undefined
  if (typeof link === 'string') return read.line(fields, 'licenseURI', path, licenceMax)
  const identifier = linkedIdentifier(fields, 'licenseURI', path, read, problems)
  const linkPath = `${path}/licenseURI`
  const defined = read.objects(definitions, 'CFLicenses', '/CFDefinitions').find(licence => {
    const id = own(licence.fields, 'identifier')
    return typeof id === 'string' && id.toLowerCase() === identifier
  })
  const title =
    (defined && read.line(defined.fields, 'title', defined.path, licenceMax)) ??
    (isFields(link) ? read.line(link, 'title', linkPath, licenceMax) : undefined)
  const text =
    (defined && read.text(defined.fields, 'licenseText', defined.path, 20_000)) ??
    (isFields(link) ? read.line(link, 'uri', linkPath, licenceMax) : undefined)
  const lines = [title, text === title ? undefined : text].filter(line => line !== undefined)
  if (lines.length === 0) return undefined
  const licence = lines.join('\n')
  if (licence.length > licenceMax) {
    problems.add('note', 'too-long', '/CFDefinitions/CFLicenses', String(licence.length))
  }
  return clipped(licence, licenceMax)
}
