/** The browser has read the file long before; then its address is let go (ms). */
const releaseMs = 60_000

/** Saves bytes under a name, the way a browser saves a download. */
export function saveBytes(bytes: Blob, name: string): void {
  const address = URL.createObjectURL(bytes)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), releaseMs)
}
