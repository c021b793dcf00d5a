import type { Opened } from '../../detect/open.ts'
import { openText } from '../../detect/open.ts'
import {
  idOf,
  isObject,
  listOf,
  pointer,
  textsOf,
  valueAt,
  type JsonObject,
  type JsonValue,
} from '../../json/value.ts'
import { partsMax } from '../../limits.ts'
import type { Case } from '../case.ts'
import { openObject, type Part } from '../parts.ts'
import { documentAt } from './document-at.ts'
import type { OlderCase } from './older-case.ts'
import { webAddress } from './web-address.ts'

/** What an assertion without its own context is, told by where it stands. */
const byPlace = {
  endorsement: { kind: 'endorsement', version: '2.0', name: 'Open Badges 2.0 endorsement' },
  assertion: { kind: 'badge', version: '2.0', name: 'Assertion of a CLR 1.0' },
} as const

/**
 * Finds what is to be verified on its own beside an older badge: endorsements of the badge, its class
 * and its issuer (OB 2.0 #Endorsement), given whole or by address; assertions of a CLR 1.0, hosted
 * (`assertions`) or signed (`signedAssertions`). Each address is followed once.
 */
export function olderParts(older: OlderCase): readonly Part[] {
  const { the, assertion, badge, issuer } = older
  const endorsed = [
    { node: assertion, about: '', id: idOf(assertion) },
    { node: badge.document, about: '/badge', id: badge.id ?? idOf(badge.document ?? undefined) },
    {
      node: issuer.document,
      about: '/issuer',
      id: issuer.id ?? idOf(issuer.document ?? undefined),
    },
  ]
  const endorsements = endorsed.flatMap(({ node, about, id }) =>
    ['endorsement', 'endorsements', 'signedEndorsements'].flatMap(key =>
      listOf(valueAt(node ?? undefined, key)).map((entry, at) => ({
        entry,
        about: pointer(about, key, at),
        endorsedId: id,
        place: 'endorsement' as const,
      })),
    ),
  )
  const contained = ['assertions', 'signedAssertions'].flatMap(key =>
    (the.detected.kind === 'clr' ? listOf(valueAt(assertion, key)) : []).map((entry, at) => ({
      entry,
      about: pointer('', key, at),
      endorsedId: null,
      place: 'assertion' as const,
    })),
  )
  const seen = new Set<JsonValue>()
  return [...contained, ...endorsements].slice(0, partsMax + 1).flatMap(part => {
    if (seen.has(part.entry)) return []
    seen.add(part.entry)
    const opened = openEntry(the, part.entry)
    return [{ about: part.about, endorsedId: part.endorsedId, opened: named(opened, part.place) }]
  })
}

function openEntry(the: Case, entry: JsonValue): Opened {
  if (isObject(entry)) return openObject(entry)
  if (typeof entry !== 'string') return openText(JSON.stringify(entry), null)
  const found = webAddress(entry) === null ? null : documentAt(the, entry)
  if (found?.document) return openObject(found.document)
  return openText(found?.text ?? entry, null)
}

/** Inside a CLR 1.0 or a badge, parts carry no context of their own. */
function named(opened: Opened, place: keyof typeof byPlace): Opened {
  const { content, detected } = opened
  if (detected.kind !== 'none' || content.as === 'nothing') return opened
  const type = place === 'endorsement' ? 'Endorsement' : 'Assertion'
  if (!isOf(content.document, type)) return opened
  return { content, detected: { ...detected, ...byPlace[place], reason: null } }
}

function isOf(document: JsonObject, type: string): boolean {
  return textsOf(valueAt(document, 'type')).includes(type)
}
