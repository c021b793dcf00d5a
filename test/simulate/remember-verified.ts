import { registerHooks } from 'node:module'

const module = '@noble/curves/ed25519.js'
const remembered = new URL('remembered-ed25519.ts', import.meta.url).href

/** From now on, whatever this process loads verifies a signature only once (`remembered-ed25519.ts`). */
export function rememberVerified(): void {
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === module && context.parentURL !== remembered
        ? { url: remembered, format: 'module-typescript', shortCircuit: true }
        : next(specifier, context),
  })
}
