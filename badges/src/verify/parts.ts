import { classify, securingOf } from '../detect/classify.ts'
import { openText, type Opened } from '../detect/open.ts'
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

function openEntry(entry: JsonValue): Opened | null {
  if (typeof entry === 'string') return openText(entry, null)
  if (!isObject(entry)) return null
  const detected = {
    ...classify(entry),
    form: 'json' as const,
    securing: securingOf(entry),
    reason: null,
    notes: [],
  }
  return { detected, content: { as: 'json', document: entry } }
}
