/** The one script that this page may start besides itself, under the name that its policy allows. */
export function trustedWorkerUrl(workerUrl: string): string {
  const factory = window.trustedTypes
  if (factory === undefined) return workerUrl
  const policy = factory.createPolicy('pdf-worker', {
    createScriptURL(url) {
      if (url !== workerUrl) throw new TypeError('only the PDF worker')
      return url
    },
  })
  return policy.createScriptURL(workerUrl)
}

declare global {
  interface Window {
    readonly trustedTypes?: {
      createPolicy(
        name: string,
        rules: { createScriptURL(url: string): string },
      ): { createScriptURL(url: string): string }
    }
  }
}
