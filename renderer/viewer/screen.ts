import type { ViewerAsked, ViewerTells } from '../../contract/device/door.ts'

/** The page around the viewer: what it is told, and what it asks. */
export interface Screen {
  tell(value: ViewerTells): void
  onAsked(listener: (asked: ViewerAsked) => void): void
}

/** Talks to the one page that may frame the viewer, and to nobody else. */
export function screenAt(origin: string): Screen {
  return {
    tell: value => window.parent.postMessage(value, origin),
    onAsked(listener) {
      window.addEventListener('message', (message: MessageEvent<unknown>) => {
        if (message.origin !== origin || message.source !== window.parent) return
        const asked = readAsked(message.data)
        if (asked !== undefined) listener(asked)
      })
    },
  }
}

/** A message as one of ours; anything else is not listened to. */
export function readAsked(data: unknown): ViewerAsked | undefined {
  if (typeof data !== 'object' || data === null || !('kind' in data)) return undefined
  const numberIn = (name: 'page' | 'timeMs' | 'top' | 'byMs' | 'byPages'): number | undefined => {
    const value: unknown = Object.entries(data).find(([field]) => field === name)?.[1]
    return typeof value === 'number' && Number.isFinite(value) ? value : undefined
  }
  switch (data.kind) {
    case 'play':
    case 'pause':
    case 'toggle':
      return { kind: data.kind }
    case 'seek':
      return { kind: 'seek', byMs: numberIn('byMs') ?? 0 }
    case 'turn':
      return { kind: 'turn', byPages: numberIn('byPages') ?? 0 }
    case 'go': {
      const page = numberIn('page')
      const timeMs = numberIn('timeMs')
      const top = numberIn('top')
      return {
        kind: 'go',
        ...(page === undefined ? {} : { page }),
        ...(timeMs === undefined ? {} : { timeMs }),
        ...(top === undefined ? {} : { top }),
      }
    }
    default:
      return undefined
  }
}
