import { isObject, listOf, textOf, valueAt, type JsonObject } from '../../json/value.ts'

/** One way in which a badge names its recipient. */
export interface Identity {
  /** `email`, `url`, `telephone`, `id`, `name`, or a type of the standard as it is written. */
  readonly type: string
  /** The plain value, or `algorithm$hex` of it. */
  readonly value: string
  readonly isHashed: boolean
  readonly salt: string
}

/** Names of one type in the several versions (OB 2.0 #IdentityObject, OB 3.0 IdentifierTypeEnum). */
const sameTypes: Readonly<Record<string, string>> = {
  emailaddress: 'email',
  phone: 'telephone',
  tel: 'telephone',
  did: 'id',
}

/** @returns the name a type of identity is compared under. */
export function typeOfIdentity(type: string): string {
  const lower = type.toLowerCase()
  const isPlain = ['email', 'url', 'telephone', 'id', 'name'].includes(lower)
  return isPlain
    ? lower
    : ((Object.hasOwn(sameTypes, lower) ? sameTypes[lower] : undefined) ?? type)
}

/**
 * Everything by which a badge of any version names its recipient: `credentialSubject.id` and
 * `identifier` (OB 3.0), `recipient` (OB 1.0 to 2.1, and a text in 0.5), `learner` (CLR 1.0).
 */
export function identitiesOf(document: JsonObject): readonly Identity[] {
  const subjects = listOf(valueAt(document, 'credentialSubject')).filter(isObject)
  const learner = valueAt(document, 'learner')
  return [
    ...subjects.flatMap(subject => [
      ...ofId(textOf(valueAt(subject, 'id'))),
      ...listOf(valueAt(subject, 'identifier')).flatMap(ofIdentifier),
    ]),
    ...listOf(valueAt(document, 'recipient')).flatMap(recipient =>
      typeof recipient === 'string'
        ? [identity('email', recipient, undefined, valueAt(document, 'salt'))]
        : ofRecipient(recipient),
    ),
    ...ofId(textOf(valueAt(learner, 'id'))),
    ...['email', 'telephone'].flatMap(type => {
      const value = textOf(valueAt(learner, type))
      return value === null ? [] : [identity(type, value, false, undefined)]
    }),
  ]
}

type Value = JsonObject[string] | undefined

/** An id can be an address of mail, telephone or the web as well. */
function ofId(id: string | null): readonly Identity[] {
  if (id === null) return []
  const plain = (type: string, value: string) => identity(type, value, false, undefined)
  const [scheme = ''] = id.split(':', 1)
  const rest = id.slice(scheme.length + 1)
  const more: Readonly<Record<string, readonly Identity[]>> = {
    mailto: [plain('email', decoded(rest.split('?', 1)[0] ?? ''))],
    tel: [plain('telephone', rest)],
    http: [plain('url', id)],
    https: [plain('url', id)],
  }
  const name = scheme.toLowerCase()
  return [plain('id', id), ...(Object.hasOwn(more, name) ? (more[name] ?? []) : [])]
}

function ofIdentifier(stated: Value): readonly Identity[] {
  const value = textOf(valueAt(stated, 'identityHash'))
  const type = textOf(valueAt(stated, 'identityType'))
  if (value === null || type === null) return []
  return [identity(type, value, valueAt(stated, 'hashed'), valueAt(stated, 'salt'))]
}

function ofRecipient(stated: Value): readonly Identity[] {
  const type = textOf(valueAt(stated, 'type'))
  if (type === null) return []
  return listOf(valueAt(stated, 'identity')).flatMap(value =>
    typeof value === 'string'
      ? [identity(type, value, valueAt(stated, 'hashed'), valueAt(stated, 'salt'))]
      : [],
  )
}

/** What looks like a hash is one, whatever is said of it: 0.5 says nothing of it at all. */
function identity(type: string, value: string, hashed: Value, salt: Value): Identity {
  const isHashed =
    hashed === true ||
    hashed === 'true' ||
    /^(sha256\$[0-9a-f]{64}|md5\$[0-9a-f]{32})$/i.test(value)
  return { type: typeOfIdentity(type), value, isHashed, salt: textOf(salt) ?? '' }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
