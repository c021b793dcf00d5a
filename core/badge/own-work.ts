import type { Claim } from '../claim/record.ts'

/** Whether somebody wrote a claim or decided on it: then another in the office answers for its badge. */
export const isOwnWork = (
  { owner, attempts }: Pick<Claim, 'owner' | 'attempts'>,
  person: string,
): boolean => owner === person || attempts.some(one => one.outcome?.reader === person)
