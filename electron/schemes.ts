import type { CustomScheme } from 'electron'
import { scheme } from './origins.ts'

/**
 * What the window's own scheme may. Never `corsEnabled`: it permits other origins to read (security.md row 4). Never
 * `bypassCSP`. `stream` lets video and audio seek.
 */
export const schemes: CustomScheme[] = [
  {
    scheme,
    privileges: {
      standard: true,
      secure: true,
      supportFetchAPI: true,
      stream: true,
      codeCache: true,
    },
  },
]
