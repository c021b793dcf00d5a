/** Says that something is as it should be; throws with what was found. */
export function expect(found: unknown, what: string): { toBe(wanted: unknown): void } {
  return {
    toBe(wanted) {
      const isSo = wanted === true ? Boolean(found) : Object.is(found, wanted)
      if (!isSo) throw new Error(`${what}: expected ${String(wanted)}, found ${String(found)}`)
    },
  }
}
