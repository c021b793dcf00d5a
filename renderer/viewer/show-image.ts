import type { Show, Shown } from './show.ts'

/** Shows a picture, no larger than the window. */
export async function showImage({ address, root, screen }: Shown): Promise<Show> {
  const image = document.createElement('img')
  image.alt = ''
  image.src = address
  root.append(image)
  await image.decode()
  screen.tell({ kind: 'ready', shows: 'image' })
  return { asked: () => undefined }
}
