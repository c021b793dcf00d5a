/** Something of `npm test` that did not run. */
export interface LeftOut {
  readonly name: string
  /** What is missing for it, and how to get it. */
  readonly needs: string
}

/** What is told of what did not run: one line for each thing that is missing. */
export function leftOutLines(leftOut: readonly LeftOut[]): readonly string[] {
  const needs = [...new Set(leftOut.map(one => one.needs))]
  return needs.map(need => {
    const names = leftOut.filter(one => one.needs === need).map(one => one.name)
    return `Left out: ${names.join(', ')}: needs ${need}`
  })
}

/** Where everything has to run, each thing that did not is a failure; elsewhere it is only told. */
export const failuresOf = (leftOut: readonly LeftOut[], isCi: boolean): number =>
  isCi ? leftOut.length : 0
