import type { MicroCredential } from '../micro-credential/record.ts'
import type { Attempt } from './record.ts'

/** Where an answer stands as the place of an anchor; a piece stands there by its evidence's id. */
export const answerPlace = (prompt: string): string => `answer:${prompt}`

/** What a person calls what holds an anchor's place: a piece by its title, an answer by its part's. '': it isn't in this attempt. */
export function titleOfPlace(
  { parts }: Pick<MicroCredential, 'parts'>,
  { items }: Pick<Attempt, 'items'>,
  place: string,
): string {
  const item = items.find(({ evidence }) => evidence === place)
  const part = parts.find(({ prompts }) => prompts.some(({ id }) => answerPlace(id) === place))
  return item?.title ?? part?.title ?? ''
}
