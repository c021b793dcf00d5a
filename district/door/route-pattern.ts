import { districtPaths } from '../../contract/sync/version.ts'
import { readinessPaths } from '../readiness/paths.ts'

const { files, blobs, badges, status } = districtPaths

/** Routes that carry something in their path. */
const withPart = [files, blobs, badges, status]

const plain = new Set<string>([...Object.values(districtPaths), ...Object.values(readinessPaths)])

/** The pattern of a path as it may stand in a log: never what was asked for by it. */
export function routePattern(target: string): string {
  const path = target.split('?', 1)[0] ?? ''
  const found = withPart.find(prefix => path.startsWith(`${prefix}/`))
  if (found !== undefined) return `${found}/:part`
  return plain.has(path) ? path : 'unknown'
}
