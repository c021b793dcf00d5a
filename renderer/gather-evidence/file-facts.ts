import { dayOf, type Calendar } from '../../core/turnaround/working-days.ts'
import { readableName } from './readable-name.ts'

const titleCharsMax = 200

/** A title out of a file's name: without its folder and its ending. */
export function titleFromName(name: string): string {
  const base = readableName(name).split(/[/\\]/).at(-1) ?? name
  const cut = base.replace(/(?<=.)\.[a-z0-9]{1,8}$/i, '')
  return cut.trim().slice(0, titleCharsMax)
}

/** The day a file is from: its last change, or today where that isn't known or lies ahead (both epoch ms). */
export function dayOfFile(lastModifiedMs: number, nowMs: number, calendar: Calendar): string {
  const isKnown = lastModifiedMs > 0 && lastModifiedMs <= nowMs
  return dayOf(isKnown ? lastModifiedMs : nowMs, calendar)
}
