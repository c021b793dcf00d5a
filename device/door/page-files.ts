import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  webmanifest: 'application/manifest+json; charset=utf-8',
  woff2: 'font/woff2',
  svg: 'image/svg+xml',
  png: 'image/png',
  ico: 'image/x-icon',
  wasm: 'application/wasm',
  bcmap: 'application/octet-stream',
  pfb: 'application/octet-stream',
  ttf: 'font/ttf',
  icc: 'application/octet-stream',
}

export interface PageFile {
  readonly path: string
  readonly type: string
  /** Its name holds the hash of its content. */
  readonly isFixed: boolean
}

/** The files of a built page by their address. What isn't in this map isn't served, whatever a path looks like. */
export type PageFiles = ReadonlyMap<string, PageFile>

/** Lists a folder of built files; an absent folder has none. */
export function pageFilesIn(folder: string): PageFiles {
  const files = new Map<string, PageFile>()
  for (const name of namesIn(folder)) {
    const path = join(folder, name)
    if (!statSync(path).isFile()) continue
    const address = `/${name.replaceAll('\\', '/')}`
    const extension = name.slice(name.lastIndexOf('.') + 1)
    files.set(address, {
      path,
      type: types[extension] ?? 'application/octet-stream',
      isFixed: /-[\w-]{8,}\.\w+$/.test(name),
    })
  }
  return files
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}

/** A built file as an answer under a policy. */
export function pageAnswer(file: PageFile, contentPolicy: string): Response {
  return new Response(readFileSync(file.path), {
    headers: {
      'content-type': file.type,
      'content-security-policy': contentPolicy,
      'cache-control': file.isFixed ? 'private, max-age=31536000, immutable' : 'no-cache',
    },
  })
}
