// What may be asked of an appeal at intake, why it may be refused, and what the rules must know. The
// refusals are a closed list; their sentences stand in libs/contracts/src/sentences/intake.ts.
import { computeDeadline } from '#policy/deadline';
import type { Pack } from '#policy/pack';
import { ruleOf } from '#policy/rule';
import type { WorkingCalendar } from '#working-calendar/calendar';
import type { CodedField, Unmapped } from './appeal';
import type { Attachment } from './attachment';
import type { FieldProblem } from './plain-text';
import type { RegisteredEnterprise, RegisterFinding } from './register-finding';
import type { ReportedRow } from './reported-table';
import type { Submission } from './submission';

/** Commands of enterprises and doors. */
export type EnterpriseCommand =
  | {
      readonly type: 'SubmitAppeal';
      readonly submission: Submission;
      readonly number: string;
      readonly queryCode: string;
    }
  | { readonly type: 'AddMaterial'; readonly text: string; readonly attachments: readonly Attachment[] }
  | { readonly type: 'UrgeAppeal'; readonly note: string }
  | { readonly type: 'WithdrawAppeal'; readonly reason: string };

/** The step the due worker takes with what it was told by register, earlier appeals and screening. */
export interface TakeOnAppeal {
  readonly type: 'TakeOnAppeal';
  /** Absent when a person has ruled the identity already. */
  readonly finding?: RegisterFinding;
  readonly twin?: { readonly id: string; readonly number: string; readonly similarity: number };
  readonly screening?: {
    readonly ground: string;
    readonly words: readonly string[];
    readonly score: number;
  };
}

/** A person's ruling on an identity. */
export type IdentityRuling =
  | { readonly ruling: 'matched'; readonly uscc: string; readonly enterprise?: RegisteredEnterprise }
  | { readonly ruling: 'founding' }
  | { readonly ruling: 'not-registered' };

/** A believed push some of whose codes mean nothing here, and what a person makes of it (IN-1). */
export type HeldPushCommand =
  | {
      readonly type: 'HoldPush';
      /** Fields without a meaning are empty. */
      readonly submission: Submission;
      readonly unmapped: Unmapped;
      readonly number: string;
      readonly queryCode: string;
    }
  | ReleasePush
  | { readonly type: 'RejectPush'; readonly reason: string };

/** What the codes mean, in ours; empty for those that were understood. */
export interface ReleasePush extends Readonly<Record<CodedField, string>> {
  readonly type: 'ReleasePush';
  /** Why the door would refuse it with these meanings; absent where it would not. */
  readonly problem?: FieldProblem;
}

/** Commands of clerks. */
export type ClerkCommand =
  | { readonly type: 'AdmitAppeal' }
  | { readonly type: 'DeclineAppeal'; readonly ground: string; readonly explanation: string }
  | { readonly type: 'SendBackAppeal'; readonly wanted: string }
  | { readonly type: 'RuleIdentity'; readonly ruling: IdentityRuling };

/** Commands about who a protected enterprise is (HD-10). */
export type ProtectionCommand =
  | { readonly type: 'OpenProtected'; readonly reason: string }
  | { readonly type: 'LiftProtection' };

/** A row of a unit's table that is closed, with what register and earlier appeals say of it. */
export interface ReportAppeal {
  readonly type: 'ReportAppeal';
  readonly row: ReportedRow;
  readonly number: string;
  readonly sourceNumber: string;
  readonly enterprise?: Pick<RegisteredEnterprise, 'uscc' | 'region'>;
  readonly same?: NonNullable<TakeOnAppeal['twin']>;
  readonly period: string;
  /** End of the period, exclusive. */
  readonly periodEndAt: number;
  readonly table: string;
}

/** Everything that may be asked. */
export type AppealCommand =
  | ReportAppeal
  | EnterpriseCommand
  | TakeOnAppeal
  | ClerkCommand
  | HeldPushCommand
  | ProtectionCommand;

/** Why a command is refused. */
export type AppealRefusal =
  | 'ADDITIONS_ENOUGH'
  | 'CLOSED'
  | 'GROUND_UNKNOWN'
  | 'JOINED'
  | 'MEANING_MISSING'
  | 'MEANING_NOT_ASKED'
  | 'MEANING_REFUSED'
  | 'NOT_AT_THIS_STAGE'
  | 'NOT_PROTECTED'
  | 'NOT_SUBMITTED'
  | 'REASON_MISSING'
  | 'ROLE_NOT_ALLOWED'
  | 'TEXT_MISSING'
  | 'TEXT_REFUSED'
  | 'USCC_NOT_GIVEN'
  | 'USCC_NOT_REGISTERED';

/** What the rules look up. */
export interface AppealPolicy {
  /** The pack an appeal of that door and kind is admitted under now, with its hash. */
  readonly packFor: (door: string, kind: string) => { readonly pack: Pack; readonly hash: string };
  readonly calendar: WorkingCalendar;
}

/** The pack that speaks for an appeal not admitted yet; it is fixed at admission. */
export function packOf(
  { packFor }: AppealPolicy,
  { channel, kind }: { readonly channel: string; readonly kind: string },
): Pack {
  return packFor(channel, kind).pack;
}

/**
 * End of the pack's desk clock 即时转办 for something submitted at `at`; 0 when the pack has no such clock.
 */
export function deskDueAt(pack: Pack, calendar: WorkingCalendar, at: number): number {
  const clock = pack.clocks.find(({ appliesTo }) => appliesTo === 'desk');
  if (!clock) return 0;
  const input = { rule: ruleOf(clock.rule), startAt: at, calendar, officeHours: pack.officeHours };
  return computeDeadline(input).deadlineAt ?? 0;
}
