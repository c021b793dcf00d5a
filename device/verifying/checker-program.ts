import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The worker's program: beside this file in the sources; in a bundle under its own name, as it was cut. */
export function checkerProgram(): URL {
  const places = import.meta.url.endsWith('.ts')
    ? ['./checker-worker.ts']
    : ['../verifying/checker-worker.js', './verifying/checker-worker.js']
  const urls = places.map(place => new URL(place, import.meta.url))
  const found = urls.find(url => existsSync(fileURLToPath(url)))
  if (found === undefined) throw new Error('the program that checks badges is missing')
  return found
}
