import { AxeBuilder } from '@axe-core/playwright'
import type { Window } from './window.ts'

const rules = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
} as const
/** Rules whose answer depends on colours: the others read a tree that is the same in both themes. */
const ofColour = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } as const

/** What axe finds, in light and in dark, each as the rule, the place and why. */
export async function found({ page }: Pick<Window, 'page'>): Promise<readonly string[]> {
  // Without a viewer's frame one pass in the page itself is all, and three times as fast.
  const hasViewer = (await page.locator('iframe').count()) > 0
  const all: string[] = []
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme })
    const runOnly = theme === 'light' ? rules : ofColour
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode(!hasViewer)
      .options({
        runOnly: { ...runOnly, values: [...runOnly.values] },
        resultTypes: ['violations'],
      })
      .analyze()
    for (const { id, nodes } of violations)
      for (const node of nodes)
        all.push(`${theme} ${id} ${node.target.join(' ')}: ${node.failureSummary ?? ''}`)
  }
  return all
}
