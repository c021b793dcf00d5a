import type { BrowserWindow } from 'electron'
import { dialog } from 'electron'
import type { ShellWords } from '../words/shell-words.ts'
import { invitationOf, placeOf } from './deep-link.ts'
import { screenOrigin } from './origins.ts'

/** Where joining is filled in on a computer in whatever state: its own place in Settings, or the first screen of a new one. */
const joinPath = '/settings/district'

/** What is asked about a link, and the path that it leads to; `undefined` where it names nothing. */
function followedOf(
  words: ShellWords,
  link: string,
): { readonly message: string; readonly path: string } | undefined {
  const place = placeOf(link)
  if (place !== undefined) return { message: words.linkAsks({ place }), path: place }
  const invitation = invitationOf(link)
  if (invitation === undefined) return undefined
  const { address, code } = invitation
  const fragment = new URLSearchParams({ district: address, ...(code === '' ? {} : { code }) })
  return { message: words.linkJoins({ address }), path: `${joinPath}#${fragment.toString()}` }
}

/** Returns what follows a link from outside: it shows a screen, and only after a person said so. One at a time. */
export function linkFollower(
  words: ShellWords,
): (link: string, window: BrowserWindow) => Promise<void> {
  let isAsking = false
  return async (link, window) => {
    const followed = followedOf(words, link)
    // A page that sends a hundred links gets one question.
    if (followed === undefined || isAsking) return
    isAsking = true
    try {
      const answer = await dialog.showMessageBox(window, {
        type: 'question',
        message: followed.message,
        buttons: [words.linkLeave, words.linkOpen],
        defaultId: 0,
        cancelId: 0,
        noLink: true,
      })
      if (answer.response === 1) await window.loadURL(`${screenOrigin}${followed.path}`)
    } finally {
      isAsking = false
    }
  }
}
