/**
 * Puts the focus into a pane because another screen has come: its keys act at once, and its title is read out. Nobody
 * went to the pane itself, so no ring is drawn round half the window until the focus has left it once.
 */
export function arriveAt(pane: HTMLElement): void {
  pane.dataset['arrived'] = ''
  pane.addEventListener('blur', () => delete pane.dataset['arrived'], { once: true })
  pane.focus({ preventScroll: true })
}
