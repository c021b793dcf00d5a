import type { Target } from './target.ts'
import { bundle } from './targets/bundle.ts'
import { canary } from './targets/canary.ts'
import { cbor } from './targets/cbor.ts'
import { dates } from './targets/dates.ts'
import { detect } from './targets/detect.ts'
import { didWeb } from './targets/did-web.ts'
import { jcs } from './targets/jcs.ts'
import { json } from './targets/json.ts'
import { jws } from './targets/jws.ts'
import { key } from './targets/key.ts'
import { png } from './targets/png.ts'
import { statusList } from './targets/status-list.ts'
import { svg } from './targets/svg.ts'
import { verifyTarget } from './targets/verify.ts'

const simple = [detect, json, jws, png, svg, cbor, key, jcs, statusList, bundle, didWeb, dates]

/** The names of all parsers that are fuzzed, in the order of a whole run. */
export const targetNames: readonly string[] = [...simple.map(({ name }) => name), 'verify']

/** @returns the parser of a name, or null where there is none. */
export async function targetOf(name: string): Promise<Target | null> {
  if (name === 'verify') return verifyTarget()
  return [...simple, canary].find(target => target.name === name) ?? null
}
