import { door } from '../door/door.ts'

/** Saves a file as it came, under its own name. The address is asked for each time: it ends after a while. */
export async function saveFile(sha256: string, name: string | undefined): Promise<void> {
  const { download } = await door.fileAddress(sha256, name)
  const link = document.createElement('a')
  link.href = download
  link.download = name ?? ''
  link.click()
}
