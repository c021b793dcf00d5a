import { isPng } from '../bake/png-chunks.ts'
import type { Baked } from '../bake/baked.ts'
import { unbakePng } from '../bake/unbake-png.ts'
import { unbakeSvg } from '../bake/unbake-svg.ts'
import { textOfUtf8 } from '../bytes/text.ts'
import { parseJson } from '../json/parse.ts'
import { isObject, textOf, valueAt, type JsonObject } from '../json/value.ts'
import { inputBytesMax, jsonBytesMax } from '../limits.ts'
import type { Code, Facts, Refusal, Result } from '../refusal.ts'
import { classify, securingOf } from './classify.ts'
import type { Detected, Form } from './detected.ts'
import { envelopedIn } from './enveloped.ts'
import { documentOfPayload, looksLikeJws, readJws, type Jws } from './jws.ts'

/** What was inside, parsed but not verified. */
export type Content =
  | { readonly as: 'json'; readonly document: JsonObject }
  | { readonly as: 'jws'; readonly document: JsonObject; readonly jws: Jws }
  | { readonly as: 'nothing' }

/** An input after opening: what it is and what it holds. */
export interface Opened {
  readonly detected: Detected
  readonly content: Content
}

/**
 * Opens anything a person may drop: a picture, JSON, a JWS, an address. Decides on the bytes, then
 * on `type` and `@context`.
 *
 * @returns what it is; where it is nothing we know, `reason` says why. Never throws.
 */
export function open(bytes: Uint8Array): Opened {
  if (bytes.length > inputBytesMax)
    return unreadable('none', 'TOO_LARGE', { bytes: bytes.length, bytesMax: inputBytesMax })
  if (isPng(bytes)) return openPicture('png', unbakePng(bytes))
  const text = textOfUtf8(bytes)?.trim()
  if (text === undefined) return unreadable('none', 'NOT_A_BADGE', { reason: 'not text, not PNG' })
  if (text.startsWith('<')) return openPicture('svg', unbakeSvg(text))
  return openText(text, null)
}

/** Opens a badge that is already text: the content of a picture, an endorsement inside a badge. */
export function openText(
  text: string,
  picture: { readonly form: Form; readonly notes: readonly Refusal[] } | null,
): Opened {
  const form = picture?.form ?? null
  const notes = picture?.notes ?? []
  const trimmed = text.trim()
  if (trimmed === '') return unreadable(form ?? 'none', 'NOT_A_BADGE', { reason: 'empty' }, notes)
  if (trimmed.length > jsonBytesMax)
    return unreadable(form ?? 'json', 'TOO_LARGE', { bytesMax: jsonBytesMax }, notes)
  if (trimmed.startsWith('{')) return openJson(trimmed, form ?? 'json', notes)
  if (looksLikeJws(trimmed)) return openJws(trimmed, form ?? 'jws', notes)
  if (/^https?:\/\/\S+$/i.test(trimmed))
    return unreadable(form ?? 'url', 'NOT_RETRIEVED', { url: trimmed.slice(0, 2000) }, notes)
  if (/^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*~/.test(trimmed))
    return unreadable(form ?? 'jws', 'NOT_CHECKED_BY_THIS_VERSION', { securing: 'SD-JWT' }, notes)
  if (trimmed.startsWith('['))
    return unreadable(form ?? 'json', 'NOT_A_BADGE', { reason: 'a list, not one badge' }, notes)
  return unreadable(form ?? 'none', 'NOT_A_BADGE', { reason: 'neither JSON nor JWS' }, notes)
}

function openPicture(form: 'png' | 'svg', baked: Result<Baked>): Opened {
  if (!baked.ok) return unreadable(form, baked.refusal.code, baked.refusal.facts)
  return openText(baked.value.text, { form, notes: baked.value.notes })
}

function openJson(text: string, form: Form, notes: readonly Refusal[]): Opened {
  const parsed = parseJson(text)
  if (!parsed.ok) return unreadable(form, parsed.refusal.code, parsed.refusal.facts, notes)
  if (!isObject(parsed.value)) return unreadable(form, 'NOT_A_BADGE', {}, notes)
  const document = parsed.value
  const inside = openEnvelope(document, form, notes)
  if (inside !== null) return inside
  const detected = describe(document, form, securingOf(document), notes)
  return { detected, content: { as: 'json', document } }
}

/** @returns what is in an envelope, or null where a document is none. */
export function openEnvelope(
  document: JsonObject,
  form: Form = 'json',
  notes: readonly Refusal[] = [],
): Opened | null {
  const enveloped = envelopedIn(document)
  if (enveloped === null) return null
  const { token, mediaType } = enveloped
  if (token === null)
    return unreadable(form, 'NOT_CHECKED_BY_THIS_VERSION', { securing: mediaType }, notes)
  // A token and nothing else: an envelope in an envelope would have no end, and an address would be followed.
  if (!/^[\w=-]+\.[\w=-]*\.[\w=.~-]*$/.test(token))
    return unreadable(form, 'PARSING_ERROR', { part: 'envelope' }, notes)
  return openText(token, { form: form === 'json' ? 'jws' : form, notes })
}

function openJws(text: string, form: Form, notes: readonly Refusal[]): Opened {
  const jws = readJws(text)
  if (!jws.ok) return unreadable(form, jws.refusal.code, jws.refusal.facts, notes)
  const document = documentOfPayload(jws.value.payload)
  const alg = textOf(valueAt(jws.value.header, 'alg'))?.slice(0, 100)
  const detected = describe(document, form, alg === undefined ? [] : [alg], notes)
  return { detected, content: { as: 'jws', document, jws: jws.value } }
}

function describe(
  document: JsonObject,
  form: Form,
  securing: readonly string[],
  notes: readonly Refusal[],
): Detected {
  const classified = classify(document)
  const reason: Refusal | null =
    classified.kind === 'none'
      ? { code: 'NOT_A_BADGE', facts: { reason: 'no type and context of a badge' } }
      : null
  return { ...classified, form, securing, reason, notes }
}

function unreadable(
  form: Form,
  code: Code,
  facts: Facts = {},
  notes: readonly Refusal[] = [],
): Opened {
  const detected: Detected = {
    kind: 'none',
    version: null,
    dataModel: null,
    form,
    name: 'Not a badge',
    securing: [],
    reason: { code, facts },
    notes,
  }
  return { detected, content: { as: 'nothing' } }
}
