/**
 * An address of the web as older badges use it as an id: `http` or `https`, a host, nobody's user
 * name. Compare `href`, never the text: `https://a.example/b/../c` is `https://a.example/c`.
 *
 * @returns the address, or null for anything else.
 */
export function webAddress(text: string | null): URL | null {
  if (text === null || !/^https?:\/\//i.test(text) || /\s/.test(text)) return null
  let url: URL
  try {
    url = new URL(text)
  } catch {
    return null
  }
  return url.username === '' && url.password === '' && url.hostname !== '' ? url : null
}
