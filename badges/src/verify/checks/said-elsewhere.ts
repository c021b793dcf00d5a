import { canonicalJson } from '../../json/jcs.ts'
import {
  idOf,
  isList,
  isObject,
  listOf,
  textOf,
  textsOf,
  valueAt,
  type JsonObject,
  type JsonValue,
} from '../../json/value.ts'
import { knownWords } from '../../json-ld/known-words.ts'

/** Words that may differ between two places: which thing it is, and the comment of an endorsement inside. */
const free: ReadonlySet<string> = new Set(['id', 'type', 'endorsementComment'])

/**
 * Things that are described in a second place, where what belongs to the first could have been moved: a
 * signature over statements does not fix where a statement stands. An endorsement inside a badge names the
 * badge's id, and a status entry written there is the badge's own as far as the signature goes.
 *
 * So no second place may say more: of the credential; of a status entry, which is listed once; of whatever an
 * endorsement inside speaks of, but for its comment; of a subject and what it achieved, under a type that
 * both places have, since most words can only stand under their type. Of the issuer no second place with such a
 * type may say something else (another name), for what both say could have changed places; more it may say, and
 * a credential inside has a proof of its own over the name of its time.
 *
 * @returns ids of such things.
 */
export function saidElsewhere(document: JsonObject): readonly string[] {
  const { proof: _, ...signed } = document
  const nodes = new Map<string, JsonObject[]>()
  const retold = new Set<JsonObject>()
  gather(signed, nodes, retold)
  const subjects = listOf(valueAt(document, 'credentialSubject')).filter(isObject)
  const issuers = listOf(valueAt(document, 'issuer')).filter(isObject)
  const entries = new Set(listOf(valueAt(document, 'credentialStatus')).filter(isObject))
  const moved = (
    firsts: readonly JsonObject[],
    isItsPlace: (first: JsonObject, other: JsonObject) => boolean,
  ) =>
    oneEach(firsts).filter(first => {
      const saysMore = differsFrom(first)
      const others = (nodes.get(idOf(first) ?? '') ?? []).filter(node => node !== first)
      return others.some(
        other => entries.has(other) || (isItsPlace(first, other) && saysMore(other)),
      )
    })
  return [
    ...moved([signed, ...entries], () => true),
    ...moved(issuers, (_, other) => isEndorsed(other)),
    ...oneEach(issuers).filter(first =>
      (nodes.get(idOf(first) ?? '') ?? []).some(
        other => !retold.has(other) && shareType(first, other) && contradicts(first, other),
      ),
    ),
    ...moved(
      [...subjects, ...subjects.flatMap(achievementsOf)],
      (first, other) => isEndorsed(other) || shareType(first, other),
    ),
  ].map(node => idOf(node) ?? '')
}

function isEndorsed(node: JsonObject): boolean {
  return textsOf(valueAt(node, 'type')).includes('EndorsementSubject')
}

/** @returns the first node of each id, so that what is there ten thousand times is compared with one. */
function oneEach(nodes: readonly JsonObject[]): readonly JsonObject[] {
  const first = new Map<string, JsonObject>()
  for (const node of nodes) {
    const id = idOf(node)
    if (id !== null && !first.has(id)) first.set(id, node)
  }
  return [...first.values()]
}

/** The achievements of a learner record are told again, in other words, by the credentials inside it. */
function achievementsOf(subject: JsonObject): readonly JsonObject[] {
  return textsOf(valueAt(subject, 'type')).includes('ClrSubject')
    ? []
    : listOf(valueAt(subject, 'achievement')).filter(isObject)
}

/** @returns whether two places say different texts with one known word. */
function contradicts(first: JsonObject, other: JsonObject): boolean {
  const texts = Object.entries(other).filter(
    ([word, text]) => typeof text === 'string' && typeof valueAt(first, word) === 'string',
  )
  return differsFrom(first)(Object.fromEntries(texts))
}

/** @returns whether another place says something with a known word that the first does not, but for free words. */
function differsFrom(first: JsonObject): (other: JsonObject) => boolean {
  const { terms } = knownWords()
  const texts = new Map<string, string>()
  const said = (word: string): string => {
    const text = texts.get(word) ?? jsonOf(valueAt(first, word) ?? null)
    texts.set(word, text)
    return text
  }
  return other =>
    Object.entries(other).some(
      ([word, value]) => terms.has(word) && !free.has(word) && jsonOf(value) !== said(word),
    )
}

function jsonOf(value: JsonValue): string {
  const text = canonicalJson(value)
  return text.ok ? text.value : JSON.stringify(value)
}

function shareType(first: JsonObject, other: JsonObject): boolean {
  const types = textsOf(valueAt(first, 'type'))
  return textsOf(valueAt(other, 'type')).some(type => types.includes(type))
}

/** Collects nodes by id, in whatever place, and the issuers of credentials inside that are signed themselves. */
function gather(value: JsonValue, nodes: Map<string, JsonObject[]>, retold: Set<JsonObject>): void {
  if (isList(value)) for (const item of value) gather(item, nodes, retold)
  if (!isObject(value)) return
  if (valueAt(value, 'proof') !== undefined)
    for (const issuer of listOf(valueAt(value, 'issuer')).filter(isObject)) retold.add(issuer)
  const id = textOf(valueAt(value, 'id'))
  const known = nodes.get(id ?? '')
  if (known !== undefined) known.push(value)
  else if (id !== null) nodes.set(id, [value])
  const { literals } = knownWords()
  for (const [word, item] of Object.entries(value))
    if (word !== '@context' && word !== '@value' && !literals.has(word)) gather(item, nodes, retold)
}
