import { isList, isObject, listOf, valueAt, type JsonValue } from '../json/value.ts'
import {
  contextUsesMax,
  contextsListedMax,
  ownIriCharactersMax,
  quadsMax,
  valuesListedMax,
} from '../limits.ts'
import type { Facts } from '../refusal.ts'
import { longestIri } from './longest-iri.ts'

/** A node with a type is two statements at least: that it is there, and its type. */
const typedNodesMax = quadsMax / 2

/**
 * Whether a document is too much work before any of it is done: a context written again and again costs
 * milliseconds each time, a node with a type costs one however little it says, a long list its square, and an endless word is written
 * out at each of its uses.
 *
 * @returns what there is too much of, with the limit; null where it may be tried.
 */
export function tooMuch(document: JsonValue): Facts | null {
  const amount = {
    contextUses: 0,
    contextsListed: 0,
    typedNodes: 0,
    valuesListed: 0,
    ownIriCharacters: 0,
  }
  count(document, amount)
  const { contextUses, contextsListed, typedNodes, valuesListed, ownIriCharacters } = amount
  if (contextsListed > contextsListedMax) return { contextsListed, contextsListedMax }
  if (contextUses > contextUsesMax) return { contextUses, contextUsesMax }
  if (valuesListed > valuesListedMax) return { valuesListed, valuesListedMax }
  if (ownIriCharacters > ownIriCharactersMax) return { ownIriCharactersMax }
  return typedNodes > typedNodesMax ? { typedNodes, typedNodesMax } : null
}

interface Amount {
  contextUses: number
  /** In the longest list. */
  contextsListed: number
  typedNodes: number
  /** In the longest list of any kind. */
  valuesListed: number
  /** Of the longest IRI that an inline context can make. */
  ownIriCharacters: number
}

function count(value: JsonValue, amount: Amount): void {
  if (isList(value)) {
    amount.valuesListed = Math.max(amount.valuesListed, value.length)
    for (const item of value) count(item, amount)
  }
  if (!isObject(value)) return
  if (valueAt(value, 'type') !== undefined || valueAt(value, '@type') !== undefined)
    amount.typedNodes += 1
  for (const [key, inner] of Object.entries(value)) {
    if (key === '@context') {
      const listed = listOf(inner).length
      amount.contextUses += listed
      amount.contextsListed = Math.max(amount.contextsListed, listed)
      amount.ownIriCharacters = Math.max(amount.ownIriCharacters, longestIri(inner))
    }
    count(inner, amount)
  }
}
