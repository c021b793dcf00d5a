import type { BrowserWindow } from 'electron'
import { dialog } from 'electron'
import type { ShellWords } from '../words/shell-words.ts'
import { placeOf } from './deep-link.ts'
import { screenOrigin } from './origins.ts'

/** Returns what follows a link from outside: it shows a screen, and only after a person said so. One at a time. */
export function linkFollower(
  words: ShellWords,
): (link: string, window: BrowserWindow) => Promise<void> {
  let isAsking = false
  return async (link, window) => {
    const place = placeOf(link)
    // A page that sends a hundred links gets one question.
    if (place === undefined || isAsking) return
    isAsking = true
    try {
      const answer = await dialog.showMessageBox(window, {
        type: 'question',
        message: words.linkAsks({ place }),
        buttons: [words.linkLeave, words.linkOpen],
        defaultId: 0,
        cancelId: 0,
        noLink: true,
      })
      if (answer.response === 1) await window.loadURL(`${screenOrigin}${place}`)
    } finally {
      isAsking = false
    }
  }
}
