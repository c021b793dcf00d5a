export interface CompetencyRefusals {
  framework_exists: { title: string }
  case_refused: { code: string; where: string }
}
