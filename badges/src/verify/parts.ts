import { classify, securingOf } from '../detect/classify.ts'
import { open, openText, type Opened } from '../detect/open.ts'
import {
  idOf,
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
 * the credential, its issuer and its achievement, and `verifiableCredential[]` of a CLR. The wrapper's
 * signature does not vouch for them.
 */
export function partsOf(document: JsonObject): readonly Part[] {
  const subject = listOf(valueAt(document, 'credentialSubject'))[0]
  const achievement = valueAt(subject, 'achievement')
  const endorsed = [
    { node: document, about: '', id: idOf(valueAt(document, 'id')) },
    { node: valueAt(document, 'issuer'), about: '/issuer', id: idOf(valueAt(document, 'issuer')) },
    { node: achievement, about: '/credentialSubject/achievement', id: idOf(achievement) },
  ]
  const endorsements = endorsed.flatMap(({ node, about, id }) =>
    ['endorsement', 'endorsementJwt'].flatMap(key =>
      listOf(valueAt(node, key)).map((entry, at) => ({
        entry,
        about: pointer(about, key, at),
        endorsedId: id,
      })),
    ),
  )
  const contained = listOf(valueAt(subject, 'verifiableCredential')).map((entry, at) => ({
    entry,
    about: pointer('/credentialSubject/verifiableCredential', at),
    endorsedId: null,
  }))
  return [...endorsements, ...contained]
    .slice(0, partsMax)
    .flatMap(({ entry, about, endorsedId }) => {
      const opened = openEntry(entry)
      return opened === null ? [] : [{ about, opened, endorsedId }]
    })
}

/**
 * Opens endorsements that came beside a badge (OB 3.0 #endorsement-verification): each may speak of the
 * badge, its achievement (before 3.0 its class) or its issuer.
 *
 * @param document the badge, of any version, with its class and issuer inside.
 */
export function partsBeside(
  document: JsonObject,
  endorsements: readonly Uint8Array[],
): readonly Part[] {
  const achievements = [
    ...listOf(valueAt(document, 'credentialSubject')).map(subject =>
      valueAt(subject, 'achievement'),
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
  return endorsements.slice(0, partsMax).map((bytes, at) => ({
    about: `endorsement[${at}]`,
    opened: open(bytes),
    endorsedId: null,
    endorsedIds: [...new Set(endorsed)],
  }))
}

function openEntry(entry: JsonValue): Opened | null {
  if (typeof entry === 'string') return openText(entry, null)
  return isObject(entry) ? openObject(entry) : null
}

/** @returns an object that was inside something else, told by its words. */
export function openObject(entry: JsonObject): Opened {
  const detected = {
    ...classify(entry),
    form: 'json' as const,
    securing: securingOf(entry),
    reason: null,
    notes: [],
  }
  return { detected, content: { as: 'json', document: entry } }
}
