import { verifyBadge, type TrustBundle } from 'open-badges-validator-core/verify'

/** What the test asks the page, as a message: badge and documents as text, the answer into an element of this id. */
export interface Question {
  readonly id: string
  readonly text: string
  readonly at: number
  /** JSON: address and text of each document. */
  readonly documents: string
}

/** @returns the same bundle from plain data, in Node and in the page. */
function bundleOf(documents: string): TrustBundle {
  const byUrl: Readonly<Record<string, string>> = JSON.parse(documents)
  const fetchedAt = Date.parse('2026-03-02T10:00:00Z')
  const entries = Object.entries(byUrl).map(
    ([url, text]) =>
      [url, { content: new TextEncoder().encode(text), fetchedAt, source: 'test' }] as const,
  )
  return { name: 'page', documents: new Map(entries), issuers: [] }
}

/** @returns the report as text: what the page shows and what Node says can be compared to the letter. */
export async function answerTo({ text, at, documents }: Question): Promise<string> {
  const bundle = bundleOf(documents)
  return JSON.stringify(await verifyBadge(new TextEncoder().encode(text), { at, bundle }))
}

/** Whether the policy lets a script evaluate text: asked here, because it does not bind a debugger. */
function canEvaluate(): boolean {
  try {
    return typeof Reflect.construct(Function, ['return true']) === 'function'
  } catch {
    // Refused, as the policy promises.
    return false
  }
}

function isQuestion(data: Partial<Question> | string): data is Question {
  return typeof data === 'object' && data.id !== undefined
}

function show(id: string, text: string): void {
  const element = document.createElement('pre')
  element.id = id
  element.textContent = text
  document.body.append(element)
}

if (typeof window !== 'undefined') {
  window.addEventListener('message', (event: MessageEvent<Partial<Question> | string>) => {
    // Libraries post messages to the page too, to have a task of their own.
    if (!isQuestion(event.data)) return
    const { id } = event.data
    void answerTo(event.data).then(answer => show(id, answer))
  })
  show('can-evaluate', String(canEvaluate()))
}
