/**
 * Whether a key that was pressed here is one of the screen's: in its work or its margin, or where nothing has the focus
 * after a press beside everything. The places, and what floats above, are no part of the screen.
 */
export const isInPane = (target: EventTarget | null): target is HTMLElement =>
  target instanceof HTMLElement &&
  (target === document.body || target.closest('#work, #margin') !== null)
