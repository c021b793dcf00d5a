const groupChars = 4

/** A code in groups of four with hyphens between, so that it can be read out; hyphens it has already go first. */
export const codeInGroups = (code: string): string =>
  code
    .replaceAll(/[\s-]/g, '')
    .match(new RegExp(`.{1,${groupChars}}`, 'g'))
    ?.join('-') ?? ''
