import { join } from 'node:path'

/**
 * The environment of a program that is run from its sources: Node keeps what it made of them in `dist`, so that the
 * next start need not make it again. A packaged window has no such folder: what it runs is what was signed.
 */
export const withCompileCache = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv => ({
  NODE_COMPILE_CACHE: join(import.meta.dirname, '..', 'dist', 'compile-cache'),
  ...env,
})
