/** The ids of a map of flags that are on. */
const on = (flags: Readonly<Record<string, boolean>>): readonly string[] =>
  Object.entries(flags).flatMap(([id, isOn]) => (isOn ? [id] : []))

/** The goals that a goal serves. */
export const serving = (goal: { readonly serves: Readonly<Record<string, boolean>> }) =>
  on(goal.serves)

/** The competencies that a goal works on. */
export const tiedTo = (goal: { readonly competencies: Readonly<Record<string, boolean>> }) =>
  on(goal.competencies)
