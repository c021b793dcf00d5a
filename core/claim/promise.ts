import type { MicroCredential } from '../micro-credential/record.ts'
import { dayOf, workingDaysAfter, type Calendar } from '../turnaround/working-days.ts'

/** The days by which a claim sent at an instant is checked, and answered; with the holidays stepped over. */
export function promiseFor(
  micro: Pick<MicroCredential, 'turnaround'>,
  sentAt: number,
  calendar: Calendar,
): { precheckBy: string; answerBy: string; skipped: readonly string[] } {
  const { precheckWorkingDays, scoreWorkingDays } = micro.turnaround
  const sentOn = dayOf(sentAt, calendar)
  const precheck = workingDaysAfter(sentOn, precheckWorkingDays, calendar)
  const answer = workingDaysAfter(sentOn, precheckWorkingDays + scoreWorkingDays, calendar)
  return { precheckBy: precheck.day, answerBy: answer.day, skipped: answer.skipped }
}
