import type { JsonObject } from '../json/value.ts'

/** @returns the document as it is signed: without its `proof`. */
export function unsecured(document: JsonObject): JsonObject {
  const { proof: _, ...rest } = document
  return rest
}
