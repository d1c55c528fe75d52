// What intake's verbs stand on.
import type { Actor, Rejection } from '#kernel/decider';
import type { Pack } from '#policy/pack';
import type { Appeal } from '../domain/appeal';
import type {
  AppealCommand,
  ClerkCommand,
  EnterpriseCommand,
  ProtectionCommand,
} from '../domain/appeal-commands';
import type { IdentitySetting, RegisteredEnterprise } from '../domain/register-finding';
import type { SubmissionLists } from '../domain/submission';

/** A command with its envelope. */
export interface AppealOrder<C = AppealCommand> {
  readonly id: string;
  readonly command: C;
  readonly commandId?: string;
  readonly actor: Actor;
  readonly expectedSeq?: number;
  /** The appeal is hardly there yet: it is tried as new before it is read. */
  readonly opens?: boolean;
}

/** Commands that people give once an appeal exists. */
export type PersonsCommand =
  | Exclude<EnterpriseCommand, { type: 'SubmitAppeal' }>
  | ClerkCommand
  | ProtectionCommand;

/** What became of a command. */
export type AppealOutcome =
  | {
      readonly ok: true;
      readonly eventId: string;
      readonly version: number;
      readonly repeated: boolean;
      readonly state: Appeal;
    }
  | { readonly ok: false; readonly rejection: Rejection; readonly asOf: string; readonly state: Appeal };

/** An appeal with its id and the seq of its last own event. */
export interface FoundAppeal {
  readonly id: string;
  readonly seq: number;
  readonly appeal: Appeal;
}

/** Appeals, durable. */
export interface Appeals {
  /** Makes sure that the words of a new appeal can be sealed. */
  admitKey(id: string): Promise<void>;
  /**
   * Answers `number-taken` when the number of a submission belongs to another appeal; nothing is stored
   * then.
   */
  execute(order: AppealOrder): Promise<AppealOutcome | 'number-taken'>;
  get(id: string): Promise<FoundAppeal | undefined>;
  byNumber(number: string): Promise<FoundAppeal | undefined>;
  /** Open appeals filed under a credit code. */
  openOf(uscc: string): Promise<readonly FoundAppeal[]>;
}

/** 法人库 */
export interface Register {
  byCode(uscc: string): Promise<RegisteredEnterprise | undefined>;
  byName(name: string): Promise<readonly RegisteredEnterprise[]>;
}

/** What speaks against admitting a text; throws an infrastructure error when nobody can be asked. */
export interface Screening {
  ask(question: {
    readonly title: string;
    readonly content: string;
    readonly kind: string;
    readonly topic: string;
  }): Promise<{ readonly ground: string; readonly words: readonly string[]; readonly score: number }>;
}

/** Ids, numbers and codes of this instance. */
export interface Codes {
  appealId(channel: string, sourceNumber: string): string;
  /** Another number for each attempt. */
  number(id: string, at: number, attempt: number): string;
  queryCode(id: string): string;
  /** Compares in constant time. */
  same(left: string, right: string): boolean;
}

/** Everything intake's door stands on. */
export interface IntakePorts {
  readonly appeals: Appeals;
  readonly register: Register;
  readonly screening: Screening;
  readonly codes: Codes;
  readonly now: () => number;
  /** The pack in force for a door and a kind. */
  readonly packFor: (door: string, kind: string) => Pack;
  readonly lists: () => SubmissionLists;
  readonly identity: (door: string, kind: string) => IdentitySetting;
}
