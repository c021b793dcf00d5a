import { canonical } from '../kit/canonical.ts'

/**
 * Any object as a text of its own, for the hashes of the audit: canonical JSON (RFC 8785), where half a sign (a lone
 * surrogate, as a text that was cut in the middle of an emoji ends) stands as its escape. RFC 8785 knows no text for it;
 * but the audit must take whatever a record took, or nothing that waits behind it would ever be decided.
 */
export function auditTextOf(value: object): string {
  const json = JSON.stringify(value)
  // Only halves, and few whole texts, have this in their JSON.
  if (!json.includes(String.raw`\ud`)) return canonical(value)
  return canonical(
    JSON.parse(json, (_name, each: unknown) => {
      if (typeof each === 'string') return whole(each)
      if (typeof each !== 'object' || each === null || Array.isArray(each)) return each
      return Object.fromEntries(Object.entries(each).map(([name, one]) => [whole(name), one]))
    }),
  )
}

const whole = (text: string) => (text.isWellFormed() ? text : JSON.stringify(text))
