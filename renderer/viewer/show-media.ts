import { isGone } from './gone.ts'
import type { Show, Shown } from './show.ts'

const stepMs = 5_000
const tellEveryMs = 250

/** Plays sound or film, and says where it is. */
export async function showMedia({ address, mediaType, root, screen }: Shown): Promise<Show> {
  const isFilm = mediaType.startsWith('video/')
  const player = document.createElement(isFilm ? 'video' : 'audio')
  player.controls = true
  player.preload = 'metadata'
  player.src = address
  root.append(player)
  await new Promise<void>((resolve, reject) => {
    player.addEventListener('loadedmetadata', () => resolve(), { once: true })
    player.addEventListener('error', () => reject(new Error('not playable')), { once: true })
  })
  const nowMs = () => Math.round(player.currentTime * 1_000)
  const lengthMs = Number.isFinite(player.duration)
    ? Math.round(player.duration * 1_000)
    : undefined
  let playing = false
  const tellPlace = () => {
    // A player that gets no bytes stops by itself: the person didn't.
    if (player.error === null) playing = !player.paused && !player.ended
    screen.tell({ kind: 'place', timeMs: nowMs(), playing })
  }
  let toldAt = 0
  player.addEventListener('timeupdate', event => {
    if (event.timeStamp - toldAt < tellEveryMs) return
    toldAt = event.timeStamp
    tellPlace()
  })
  for (const event of ['seeked', 'pause', 'play']) player.addEventListener(event, tellPlace)
  let isOver = false
  // What a player says when bytes don't come differs; what it asked for tells whether they still can.
  const onTrouble = async (isError: boolean) => {
    const gone = await isGone(address)
    if (isOver || !(gone || isError)) return
    isOver = true
    tellPlace()
    screen.tell({ kind: 'failed', why: gone ? 'gone' : 'damaged' })
  }
  player.addEventListener('error', () => void onTrouble(true))
  for (const event of ['waiting', 'stalled'])
    player.addEventListener(event, () => void onTrouble(false))
  screen.tell({
    kind: 'ready',
    shows: isFilm ? 'video' : 'audio',
    ...(lengthMs === undefined ? {} : { lengthMs }),
  })
  const goTo = (timeMs: number) => {
    player.currentTime = Math.max(0, timeMs) / 1_000
  }
  const play = () => {
    // A browser may want a click inside the frame first; the controls are there for it.
    player.play().catch(() => tellPlace())
  }
  const toggle = () => (player.paused ? play() : player.pause())
  return {
    asked(asked) {
      if (asked.kind === 'play') play()
      else if (asked.kind === 'pause') player.pause()
      else if (asked.kind === 'toggle') toggle()
      else if (asked.kind === 'seek') goTo(nowMs() + asked.byMs)
      else if (asked.kind === 'go' && asked.timeMs !== undefined) goTo(asked.timeMs)
    },
    key(key) {
      // The player's own controls already answer these while they are focused.
      if (document.activeElement === player) return [' ', 'ArrowLeft', 'ArrowRight'].includes(key)
      if (key === ' ') toggle()
      else if (key === 'ArrowLeft') goTo(nowMs() - stepMs)
      else if (key === 'ArrowRight') goTo(nowMs() + stepMs)
      else return false
      return true
    },
  }
}
