import type { MergedText } from './text.ts'

/** The fields that a merged text sets: the text at `path`, and what stands beside it under `name`. */
export function textFields(
  path: string,
  name: string,
  merged: MergedText,
): Record<string, unknown> {
  return {
    ...(merged.text === undefined ? {} : { [path]: merged.text }),
    ...(merged.aside === undefined ? {} : { [`aside.${name}`]: merged.aside ?? undefined }),
  }
}
