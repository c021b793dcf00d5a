import type { Content, Evidence } from './record.ts'

/** What a piece holds now, to be brought back with it. */
export function contentOf(piece: Evidence): Content {
  const { title, note, file, text, link, shown, released, goals, competencies, aside } = piece
  return {
    ...{ title, note, shown, released, goals, competencies },
    ...(file && { file }),
    ...(text !== undefined && { text }),
    ...(link !== undefined && { link }),
    ...(aside && { aside }),
  }
}

/** What is left of it: nothing. */
export const noContent = {
  ...{ title: '', note: '', file: undefined, text: undefined, link: undefined },
  ...{ shown: 'unsure', released: false, goals: {}, competencies: {}, aside: undefined },
} as const satisfies Readonly<Record<keyof Content, unknown>>
