import type { Say } from '../say.ts'

/** A file on show. */
export const see = (_say: Say) => ({
  frame: (f: { title: string }) => `Viewer: ${f.title}`,
  fetching: 'Fetching the file',
  save: 'Save the file',
  why: {
    gone: (f: { title: string }) => `“${f.title}” was open for a long time and is closed now.`,
    damaged: (f: { title: string }) => `“${f.title}” can’t be shown; its bytes may be damaged.`,
    unknown: (f: { title: string }) => `“${f.title}” could not be opened.`,
    nothing: (f: { title: string }) => `“${f.title}” is of a kind that can’t be shown here.`,
  },
  next: {
    gone: 'Open it again; you come back to the same place.',
    damaged: 'Save it and open it in the program it comes from.',
    unknown: 'Try again.',
    nothing: 'Save it and open it in the program it comes from.',
  },
})
