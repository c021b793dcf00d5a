import { caseLimits } from './limits.ts'

/** `error`: the thing named is not taken in. `warning`: taken in, look at it. `note`: put right on the way. */
export type CaseSeverity = 'error' | 'warning' | 'note'

/** Stable: sentences in `words` hang on these. */
export type CaseProblemCode =
  | 'encoding'
  | 'not-json'
  | 'not-a-package'
  | 'status-info'
  | 'too-large'
  | 'too-deep'
  | 'too-many'
  | 'missing-document'
  | 'missing-items'
  | 'missing-identifier'
  | 'missing-title'
  | 'missing-statement'
  | 'missing-type'
  | 'missing-node'
  | 'not-a-uuid'
  | 'duplicate-id'
  | 'cycle'
  | 'sourcedId'
  | 'value-case'
  | 'wrong-type'
  | 'too-long'
  | 'bad-datetime'
  | 'bad-uri'
  | 'control-characters'
  | 'markup'

/** Something the importer found. */
export interface CaseProblem {
  readonly code: CaseProblemCode
  readonly severity: CaseSeverity
  /** Where it was first seen: a JSON pointer (RFC 6901), or `line 12` where there is no JSON. */
  readonly path: string
  /** What stood there, cut to 200 characters. */
  readonly value?: string
  /** What the sender said about it (`imsx_description`), cut likewise. */
  readonly detail?: string
  /** How many equal ones there are; 1 for a single one. */
  readonly count: number
}

/** Collects problems; equal ones (same code, same field whatever the row) are told once and counted. */
export interface Problems {
  add(
    severity: CaseSeverity,
    code: CaseProblemCode,
    path: string,
    value?: unknown,
    detail?: string,
  ): void
  list(): readonly CaseProblem[]
}

const valueCharactersMax = 200

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  return text.slice(0, valueCharactersMax).toWellFormed()
}

/** A habit of the exporter, found in every object: one line says it. */
const everywhere: ReadonlySet<CaseProblemCode> = new Set(['sourcedId', 'value-case'])

const fieldOf = (path: string) => path.replaceAll(/\/\d+(?=\/|$)/g, '/*')

export function collectProblems(): Problems {
  const byKind = new Map<string, CaseProblem>()
  return {
    add(severity, code, path, value, detail) {
      const kind = `${code} ${severity} ${everywhere.has(code) ? '' : fieldOf(path)}`
      const seen = byKind.get(kind)
      if (seen !== undefined) {
        byKind.set(kind, { ...seen, count: seen.count + 1 })
        return
      }
      if (byKind.size >= caseLimits.problemsMax) return
      byKind.set(kind, {
        code,
        severity,
        path,
        count: 1,
        ...(value === undefined ? {} : { value: shown(value) }),
        ...(detail === undefined ? {} : { detail: shown(detail) }),
      })
    },
    list: () => [...byKind.values()],
  }
}
