import fc from 'fast-check'
import { expect, test } from 'vitest'
import { html } from './html.ts'

test('whatever a value says stands there as text, in an element as in an attribute', () => {
  fc.assert(
    fc.property(fc.string(), text => {
      const { text: page } = html`<p title="${text}">${text}</p>`
      const said = page.slice('<p title="'.length, -'</p>'.length)
      expect(said).not.toMatch(/[<>'].*[<>']/)
      expect(page.match(/[<>]/g)).toHaveLength(4)
      expect(page.match(/"/g)).toHaveLength(2)
    }),
  )
  expect(html`<p>${`<b>&"'`}</p>`.text).toBe('<p>&lt;b&gt;&amp;&quot;&#39;</p>')
})

test('markup in markup stays markup, lists are joined, and nothing is nothing', () => {
  const lines = ['a', '<'].map(text => html`<li>${text}</li>`)
  const list = html`<ul>
    ${lines}${undefined}
  </ul>`.text.replaceAll(/\s+/g, '')
  expect(list).toBe('<ul><li>a</li><li>&lt;</li></ul>')
})
