/** Text that is markup already; only `html` makes it. */
export class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

type Part = string | Html | undefined | readonly Part[]

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/**
 * Markup with values in it: whatever a value says stands there as text, in an element as in a quoted attribute. Nothing
 * is left of `undefined`.
 */
export function html(parts: TemplateStringsArray, ...values: readonly Part[]): Html {
  return new Html(
    parts.map((part, at) => `${part}${at < values.length ? said(values[at]) : ''}`).join(''),
  )
}

function said(value: Part): string {
  if (value === undefined) return ''
  if (value instanceof Html) return value.text
  if (typeof value === 'string') return value.replaceAll(/[&<>"']/g, sign => signs[sign] ?? '')
  return value.map(said).join('')
}
