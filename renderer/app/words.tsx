import { createContext, use } from 'react'
import { wordsIn, type Words } from '../../words/words.ts'

export type { Words } from '../../words/words.ts'

const WordsContext = createContext<Words>(wordsIn('en', () => Date.now()))

/** Gives the screens inside it their sentences. */
export const WordsProvider = WordsContext.Provider

/** Every sentence, in the person's language. */
export const useWords = (): Words => use(WordsContext)
