import {
  isList,
  isObject,
  textOf,
  valueAt,
  type JsonObject,
  type JsonValue,
} from '../json/value.ts'
import { schemaDocumentsMax } from '../limits.ts'
import { SchemaUnusable, type Meter } from './meter.ts'

/** A schema with an identifier of its own, and what it names (draft 2019-09 core section 8.2). */
export interface Resource {
  readonly url: string
  readonly root: JsonValue
  readonly anchors: Map<string, JsonValue>
}

/** Where subschemas stand: alone, in a list, in a map from names. */
const places = {
  one: [
    'additionalItems',
    'unevaluatedItems',
    'contains',
    'additionalProperties',
    'unevaluatedProperties',
    'propertyNames',
    'not',
    'if',
    'then',
    'else',
    'items',
  ],
  list: ['allOf', 'anyOf', 'oneOf', 'items'],
  map: ['$defs', 'definitions', 'properties', 'patternProperties', 'dependentSchemas'],
} as const

/**
 * The schemas one judgement may use, by address. A schema is known by the address it was asked for, also
 * where its `$id` says another: the published copies of Open Badges have two of them exchanged.
 */
export class SchemaIndex {
  readonly #resources = new Map<string, Resource>()
  readonly #of = new WeakMap<JsonObject, Resource>()
  readonly #documentAt: (url: string) => JsonValue | null
  readonly #meter: Meter
  #documents = 0

  constructor(documentAt: (url: string) => JsonValue | null, meter: Meter) {
    this.#documentAt = documentAt
    this.#meter = meter
  }

  /** Takes in the schema of an address, with all that has an identifier inside it. */
  add(url: string, schema: JsonValue): Resource {
    const own = textOf(valueAt(schema, '$id'))
    const named = own === null ? null : resolved(own, url)
    const resource = { url: named ?? url, root: schema, anchors: new Map<string, JsonValue>() }
    this.#resources.set(url, resource)
    if (named !== null && !this.#resources.has(named)) this.#resources.set(named, resource)
    this.#walk(schema, resource)
    return resource
  }

  /** @returns the resource a schema belongs to; `otherwise` for one at a place no keyword knows. */
  resourceOf(schema: JsonObject, otherwise: Resource): Resource {
    return this.#of.get(schema) ?? otherwise
  }

  /**
   * @returns what a `$ref` in a resource points to.
   * @throws SchemaUnusable NOT_RETRIEVED for a document that is not at hand, else MALFORMED_VALUE_ERROR.
   */
  target(reference: string, from: Resource): { schema: JsonValue; resource: Resource } {
    const absolute = resolved(reference, from.url) ?? malformed(reference)
    const [url = '', fragment = ''] = absolute.split('#', 2)
    const resource = url === from.url ? from : (this.#resources.get(url) ?? this.#fetched(url))
    const schema = fragmentOf(resource, fragment) ?? malformed(reference)
    return { schema, resource: isObject(schema) ? this.resourceOf(schema, resource) : resource }
  }

  #fetched(url: string): Resource {
    this.#documents += 1
    if (this.#documents > schemaDocumentsMax)
      throw new SchemaUnusable('TOO_COMPLEX', { schemaDocumentsMax })
    const document = this.#documentAt(url)
    if (document === null) throw new SchemaUnusable('NOT_RETRIEVED', { url: url.slice(0, 500) })
    return this.add(url, document)
  }

  #walk(schema: JsonValue, within: Resource): void {
    this.#meter.spend(1)
    if (!isObject(schema)) return
    const id = schema === within.root ? null : textOf(valueAt(schema, '$id'))
    const url = id === null ? null : resolved(id, within.url)
    const isNew = url !== null && !url.includes('#')
    const own = isNew ? { url, root: schema, anchors: new Map<string, JsonValue>() } : within
    if (isNew) this.#resources.set(url, own)
    this.#of.set(schema, own)
    const anchor = textOf(valueAt(schema, '$anchor'))
    if (anchor !== null) own.anchors.set(anchor, schema)
    for (const key of places.one) this.#walk(valueAt(schema, key) ?? true, own)
    for (const key of places.list) {
      const list = valueAt(schema, key)
      if (isList(list)) for (const inner of list) this.#walk(inner, own)
    }
    for (const key of places.map) {
      const map = valueAt(schema, key)
      if (isObject(map)) for (const inner of Object.values(map)) this.#walk(inner, own)
    }
  }
}

function malformed(reference: string): never {
  throw new SchemaUnusable('MALFORMED_VALUE_ERROR', { reference: reference.slice(0, 500) })
}

/** @returns an absolute address, without an empty fragment; null where there is none. */
function resolved(reference: string, base: string): string | null {
  if (reference.startsWith('#')) return `${base}${reference === '#' ? '' : reference}`
  const url = URL.canParse(reference, base) ? new URL(reference, base).href : null
  return url?.endsWith('#') === true ? url.slice(0, -1) : url
}

function fragmentOf(resource: Resource, fragment: string): JsonValue | undefined {
  if (fragment === '') return resource.root
  const text = decoded(fragment)
  if (text === null) return undefined
  if (!text.startsWith('/')) return resource.anchors.get(text)
  return text
    .slice(1)
    .split('/')
    .map(step => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<JsonValue | undefined>(
      (found, step) =>
        isList(found)
          ? /^\d{1,6}$/.test(step)
            ? found[Number(step)]
            : undefined
          : valueAt(found, step),
      resource.root,
    )
}

function decoded(fragment: string): string | null {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return null
  }
}
