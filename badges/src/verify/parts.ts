import { classify, securingOf } from '../detect/classify.ts'
import { open, openEnvelope, openText, type Opened } from '../detect/open.ts'
import {
  idOf,
  isList,
  isObject,
  listOf,
  pointer,
  valueAt,
  type JsonObject,
  type JsonValue,
} from '../json/value.ts'
import { partsMax } from '../limits.ts'

/** A credential inside a credential, with what it must endorse if it is an endorsement. */
export interface Part {
  readonly about: string
  readonly opened: Opened
  readonly endorsedId: string | null
  /** Given for an endorsement that came beside the badge: it may speak of any of these. */
  readonly endorsedIds?: readonly string[]
}

/**
 * Finds what is signed on its own inside a badge or CLR: `endorsement[]` and `endorsementJwt[]` of
 * the credential, its issuer, each achievement and its creator, and `verifiableCredential[]` of each subject
 * of a CLR. The wrapper's signature does not vouch for them.
 */
export function partsOf(document: JsonObject): readonly Part[] {
  const subjects = nodesAt(document, 'credentialSubject', '')
  const achievements = subjects.flatMap(({ node, about }) => nodesAt(node, 'achievement', about))
  const endorsed = [
    { node: document, about: '' },
    ...nodesAt(document, 'issuer', ''),
    ...achievements,
    ...achievements.flatMap(({ node, about }) => nodesAt(node, 'creator', about)),
  ]
  const endorsements = endorsed.flatMap(({ node, about }) =>
    ['endorsement', 'endorsementJwt'].flatMap(key =>
      nodesAt(node, key, about, 'always').map(entry => ({ ...entry, endorsedId: idOf(node) })),
    ),
  )
  const contained = subjects.flatMap(({ node, about }) =>
    nodesAt(node, 'verifiableCredential', about, 'always').map(entry => ({
      ...entry,
      endorsedId: null,
    })),
  )
  // What a record contains comes first; one more than are looked at, so that leaving out is told.
  return [...contained, ...endorsements]
    .slice(0, partsMax + 1)
    .map(({ node, about, endorsedId }) => ({ about, opened: openEntry(node), endorsedId }))
}

/**
 * Opens endorsements that came beside a badge (OB 3.0 #endorsement-verification): each may speak of the
 * badge, its achievement (before 3.0 its class) or its issuer.
 *
 * @param document the badge, of any version, with its class and issuer inside.
 * @param isOthersLeftOut whether those that speak of something else are passed over: they are another's.
 */
export function partsBeside(
  document: JsonObject,
  endorsements: readonly Uint8Array[],
  isOthersLeftOut = false,
): readonly Part[] {
  const achievements = [
    ...listOf(valueAt(document, 'credentialSubject')).flatMap(subject =>
      listOf(valueAt(subject, 'achievement')),
    ),
    valueAt(document, 'badge'),
  ]
  const endorsed = [
    idOf(document),
    idOf(valueAt(document, 'issuer')),
    ...achievements.flatMap(achievement => [
      idOf(achievement),
      idOf(valueAt(achievement, 'issuer')),
    ]),
  ].filter(id => id !== null)
  const endorsedIds = [...new Set(endorsed)]
  return endorsements.slice(0, partsMax + 1).flatMap((bytes, at) => {
    const opened = open(bytes)
    if (isOthersLeftOut && isOfAnother(opened, endorsedIds)) return []
    return [{ about: `endorsement[${at}]`, opened, endorsedId: null, endorsedIds }]
  })
}

/** Whether an endorsement says what it endorses, and that is none of these. */
function isOfAnother({ content }: Opened, endorsedIds: readonly string[]): boolean {
  const document = content.as === 'nothing' ? undefined : content.document
  const claims = ['credentialSubject', 'claim'].flatMap(key => listOf(valueAt(document, key)))
  const ids = claims.map(idOf).filter(id => id !== null)
  return ids.length > 0 && !ids.some(id => endorsedIds.includes(id))
}

/** One or several nodes under a key, each with where it stands; numbered where there is a list, or always. */
function nodesAt(
  node: JsonValue,
  key: string,
  about: string,
  numbered: 'lists' | 'always' = 'lists',
): readonly { readonly node: JsonValue; readonly about: string }[] {
  const stated = valueAt(node, key)
  return listOf(stated).map((entry, at) => ({
    node: entry,
    about: isList(stated) || numbered === 'always' ? pointer(about, key, at) : pointer(about, key),
  }))
}

/** What is neither text nor an object is opened as text, which says that it is no badge. */
function openEntry(entry: JsonValue): Opened {
  if (isObject(entry)) return openObject(entry)
  return openText(typeof entry === 'string' ? entry : JSON.stringify(entry), null)
}

/** @returns an object that was inside something else, told by its words. */
export function openObject(entry: JsonObject): Opened {
  const inside = openEnvelope(entry)
  if (inside !== null) return inside
  const detected = {
    ...classify(entry),
    form: 'json' as const,
    securing: securingOf(entry),
    reason: null,
    notes: [],
  }
  return { detected, content: { as: 'json', document: entry } }
}
