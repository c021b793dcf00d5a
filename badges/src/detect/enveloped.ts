import { textOf, textsOf, valueAt, type JsonObject } from '../json/value.ts'

/** What an envelope holds: a token, or something of a media type that is not read here. */
export interface Enveloped {
  readonly mediaType: string
  readonly token: string | null
}

/**
 * Takes a credential out of its envelope (VCDM 2.0, "Enveloped Verifiable Credentials"): an object of that type has the
 * whole credential in a `data:` address as its `id`. What else stands in the object is signed by nobody.
 *
 * @returns null for anything that is no envelope.
 */
export function envelopedIn(document: JsonObject): Enveloped | null {
  if (!textsOf(valueAt(document, 'type')).includes('EnvelopedVerifiableCredential')) return null
  const id = textOf(valueAt(document, 'id')) ?? ''
  const comma = id.indexOf(',')
  if (!/^data:/i.test(id) || comma < 0) return null
  const mediaType = id.slice('data:'.length, comma).toLowerCase().slice(0, 100)
  const isToken = /^application\/(?:[a-z+]+\+)?(?:sd-)?jwt$/.test(mediaType)
  return { mediaType, token: isToken ? id.slice(comma + 1) : null }
}
