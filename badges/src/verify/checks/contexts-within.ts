import type { ContextSource } from '../../json-ld/canonicalise.ts'
import { knownContexts } from '../../json-ld/contexts.ts'
import {
  isList,
  isObject,
  listOf,
  valueAt,
  type JsonObject,
  type JsonValue,
} from '../../json/value.ts'

/** All contexts a document uses, at whatever depth, also those inside of others. */
export interface Contexts {
  readonly urls: ReadonlySet<string>
  /** Written in the document itself: anybody can change them, since a signature over statements holds all the same. */
  readonly inline: readonly JsonObject[]
  /** Brought by the bundle, and not of this package. */
  readonly brought: readonly JsonObject[]
  /** Those of them that stand inside a definition, and hold for what is under that word only. */
  readonly broughtInside: ReadonlySet<JsonObject>
  /** Addresses that nobody knows. */
  readonly unknown: readonly string[]
  /** Whether an entry is null, which drops every word defined before. */
  readonly hasReset: boolean
}

/** @returns every context that is used; the depth of the document was capped when parsing. */
export function contextsWithin(document: JsonValue, contextAt: ContextSource): Contexts {
  const urls = new Set<string>()
  const inline: JsonObject[] = []
  const brought: JsonObject[] = []
  const broughtInside = new Set<JsonObject>()
  const unknown: string[] = []
  let hasReset = false
  const use = (stated: JsonValue, isWritten: boolean, isInside: boolean): void => {
    for (const entry of listOf(stated)) {
      if (typeof entry === 'string') useUrl(entry)
      else if (isObject(entry)) {
        const into = isWritten ? inline : brought
        into.push(entry)
        if (isInside && !isWritten) broughtInside.add(entry)
        for (const definition of Object.values(entry)) {
          const scoped = valueAt(definition, '@context')
          if (scoped !== undefined) use(scoped, isWritten, true)
        }
      } else if (isWritten) hasReset = true
    }
  }
  const useUrl = (url: string): void => {
    if (urls.has(url)) return
    urls.add(url)
    if (knownContexts.has(url)) return
    const context = contextAt(url)
    if (context === null) unknown.push(url)
    else use(valueAt(context, '@context') ?? {}, false, false)
  }
  const visit = (node: JsonValue): void => {
    if (isList(node)) for (const item of node) visit(item)
    if (!isObject(node)) return
    for (const [key, inner] of Object.entries(node)) {
      if (key === '@context') use(inner, true, false)
      else visit(inner)
    }
  }
  visit(document)
  return { urls, inline, brought, broughtInside, unknown, hasReset }
}
