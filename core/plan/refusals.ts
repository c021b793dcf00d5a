export interface PlanRefusals {
  goal_serves_itself: { goal: string }
}
