import {
  isObject,
  isList,
  pointer,
  textsOf,
  valueAt,
  type JsonObject,
  type JsonValue,
} from '../../json/value.ts'
import { extensionsMax } from '../../limits.ts'
import { isUri, type Problem } from '../checks/problems.ts'
import type { Finding } from '../report.ts'

/** An extension of an older badge: an object under a name of its own (OB 2.0 #Extensions). */
interface Extension {
  readonly about: string
  readonly node: JsonObject
  /** Name of its type without a prefix: `ExampleExtension`. */
  readonly type: string
}

/** Extensions of 1EdTech whose one property is known here: its names, and what it has to be. */
const known: ReadonlyMap<
  string,
  {
    readonly names: readonly string[]
    readonly fits: (value: JsonValue) => boolean
    readonly expected: string
  }
> = new Map([
  [
    'ExampleExtension',
    {
      names: ['exampleProperty', 'http://schema.org/text'],
      fits: (value: JsonValue) => typeof value === 'string',
      expected: 'a text',
    },
  ],
  [
    'ApplyLink',
    {
      names: ['url', 'extensions:applyLink', 'https://w3id.org/openbadges/extensions#applyLink'],
      fits: isUri,
      expected: 'an absolute IRI',
    },
  ],
])

/** @returns breaches of the extensions whose rules are known here. */
export function extensionProblems(document: JsonObject): readonly Problem[] {
  return extensionsOf(document).flatMap(problemOf)
}

function problemOf({ about, node, type }: Extension): readonly Problem[] {
  const rule = known.get(type)
  if (rule === undefined) return []
  const name = rule.names.find(key => valueAt(node, key) !== undefined)
  const value = name === undefined ? null : (valueAt(node, name) ?? null)
  // Expanded JSON-LD writes the same as a list, a `@value`, or both.
  const single = isList(value) && value.length === 1 ? (value[0] ?? null) : value
  const plain = valueAt(single, '@value') ?? valueAt(single, '@id') ?? single
  if (rule.fits(plain)) return []
  return [{ about: pointer(about, name ?? rule.names[0] ?? ''), expected: rule.expected }]
}

/** What extensions it carries: told, and `unknown` where their rules are not known here. */
export function extensions(document: JsonObject, place: string): readonly Finding[] {
  return extensionsOf(document).map(extension => {
    const { about, type } = extension
    const base = {
      id: 'extension',
      about: `${place}${about}`,
      spec: 'OB 2.0 #Extensions',
      facts: { type },
    }
    if (!known.has(type))
      return {
        ...base,
        outcome: 'unknown',
        code: 'NOT_CHECKED_BY_THIS_VERSION',
        message: 'It carries an extension whose rules are not known here.',
      }
    return problemOf(extension).length === 0
      ? { ...base, outcome: 'pass', message: 'It carries an extension, built as its rules ask.' }
      : {
          ...base,
          outcome: 'fail',
          code: 'SCHEMA_MISMATCH',
          message: 'It carries an extension that is not built as its rules ask.',
        }
  })
}

function extensionsOf(document: JsonObject): readonly Extension[] {
  return Object.entries(document)
    .flatMap(([key, node]) => {
      if (!isObject(node)) return []
      const types = textsOf(valueAt(node, 'type'))
      const isOne =
        key.startsWith('extensions:') || types.some(type => /^(obi:)?Extension$/i.test(type))
      if (!isOne) return []
      const own = types.find(type => !/^(obi:)?Extension$/i.test(type)) ?? ''
      const type = (own.split(/[/#:]/).at(-1) ?? '').slice(0, 100)
      return [{ about: pointer('', key), node, type }]
    })
    .slice(0, extensionsMax)
}
