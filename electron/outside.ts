import { shell } from 'electron'

/** The address of a link that may be opened in the browser: https, without a name and password in it. */
export function outsideAddress(link: string): string | undefined {
  if (!URL.canParse(link)) return undefined
  const url = new URL(link)
  const isPlain = url.protocol === 'https:' && url.username === '' && url.password === ''
  // As it was parsed, not as it was written: what is checked is what is opened.
  return isPlain ? url.href : undefined
}

/** Opens a link in the system's browser if it may be; does nothing with any other. */
export async function openOutside(link: string): Promise<void> {
  const address = outsideAddress(link)
  if (address !== undefined) await shell.openExternal(address)
}
