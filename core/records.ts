import { CauseDecisionRecord } from './badge/cause.ts'
import { BadgeRecord } from './badge/record.ts'
import { RevokingPaceRecord } from './badge/revoking-pace.ts'
import { IssuerRecord, StatusListRecord } from './badge/trust.ts'
import { TrustBundleRecord } from './badge/trust-bundle.ts'
import { ClaimRecord, DraftRecord } from './claim/record.ts'
import { CompetencyRecord, FrameworkRecord } from './competency/record.ts'
import { GivenEndorsementRecord } from './endorsement/given.ts'
import { EndorsementRecord } from './endorsement/record.ts'
import { HoldRecord } from './person/hold.ts'
import { ErasureRecord } from './erasure/record.ts'
import { EvidenceRecord } from './evidence/record.ts'
import { KeyChangeRecord } from './joint-act/key-change.ts'
import { JointActRecord } from './joint-act/record.ts'
import type { AnyRecordType } from './kit/record-type.ts'
import { MicroCredentialRecord } from './micro-credential/record.ts'
import { DeviceKeyRecord } from './person/device-key.ts'
import { DistrictRecord } from './person/district.ts'
import { InChargeRecord } from './person/in-charge.ts'
import { PasswordSetRecord } from './person/password-set.ts'
import { PersonRecord } from './person/record.ts'
import { RoleRequestRecord } from './person/role-request.ts'
import { UnitRecord } from './person/unit.ts'
import { ActivityRecord, CheckInRecord, GoalRecord } from './plan/record.ts'
import { ReviewRecord } from './review/record.ts'

/** Every kind of record there is. */
export const recordTypes: readonly AnyRecordType[] = [
  PersonRecord,
  UnitRecord,
  DeviceKeyRecord,
  DistrictRecord,
  FrameworkRecord,
  CompetencyRecord,
  MicroCredentialRecord,
  GoalRecord,
  ActivityRecord,
  CheckInRecord,
  EvidenceRecord,
  ClaimRecord,
  DraftRecord,
  ReviewRecord,
  BadgeRecord,
  IssuerRecord,
  StatusListRecord,
  TrustBundleRecord,
  CauseDecisionRecord,
  RevokingPaceRecord,
  JointActRecord,
  KeyChangeRecord,
  InChargeRecord,
  RoleRequestRecord,
  EndorsementRecord,
  GivenEndorsementRecord,
  ErasureRecord,
  HoldRecord,
  PasswordSetRecord,
]
