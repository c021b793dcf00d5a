import type { Review } from './record.ts'

/** Whether nothing was judged or said in a reading yet. */
export const isBlank = ({
  levels,
  comments,
  anchors,
}: Pick<Review, 'levels' | 'comments' | 'anchors'>): boolean =>
  Object.keys(levels).length === 0 &&
  Object.keys(anchors).length === 0 &&
  Object.values(comments).every(said => said.trim() === '')
