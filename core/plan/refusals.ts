export interface PlanRefusals {
  goal_serves_itself: { goal: string }
  goal_has_claims: { goal: string }
  too_many: { what: string; most: number }
}
