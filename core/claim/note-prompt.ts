/** The prompt under which the note to the reader is written. */
export const notePrompt = 'note'
