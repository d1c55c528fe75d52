// What the messages of an appeal may be told: an event brings occasions, the sender reports what the provider
// said. They refuse nothing; a report about a message that is already further changes nothing.
import type { SponsorLeader } from '#policy/sponsors';
import type { Reached } from '#policy/duty';
import type { Pack } from '#policy/pack';
import type { WorkingCalendar } from '#working-calendar/calendar';
import type { Occasion } from './occasions';
import type { Receiver, Told } from './receiver';

/** What the provider said about one message. */
export type Report =
  | {
      readonly messageId: string;
      readonly outcome: 'sent';
      readonly provider: string;
      readonly providerId: string;
      /** The provider reported the delivery with its answer. */
      readonly delivered: boolean;
    }
  | {
      readonly messageId: string;
      readonly outcome: 'failed';
      readonly reason: string;
      /** Trying again cannot help. */
      readonly final: boolean;
      /** When the provider's limit for the number ends (epoch ms); it costs no attempt. */
      readonly againAt?: number;
      /** The provider does not work: it costs no attempt, and the message keeps its place. */
      readonly blameless?: true;
    }
  | UnsureReport;

/** Whether a message went out is not known. */
export interface UnsureReport {
  readonly messageId: string;
  readonly outcome: 'unsure';
  readonly provider: string;
  readonly reason: string;
  /**
   * `later`: it may still be told; `unknown`: the provider was asked and cannot tell; `silent`: it cannot be
   * asked, while another provider would take the message.
   */
  readonly told: 'later' | 'unknown' | 'silent';
}

/** Everything they may be told. */
export type MessageCommand =
  | {
      readonly type: 'ClaimMessages';
      /** Id and time of the event. */
      readonly cause: string;
      readonly at: number;
      readonly occasions: readonly Occasion[];
      /** What platforms and systems are told of it. */
      readonly told?: Told;
    }
  | { readonly type: 'OfferMessages'; readonly provider: string; readonly messageIds: readonly string[] }
  | { readonly type: 'ReportSending'; readonly reports: readonly Report[] }
  | {
      readonly type: 'ReportDelivery';
      readonly messageIds: readonly string[];
      /** Those the network could not deliver, with its code. */
      readonly failed?: readonly { readonly messageId: string; readonly reason: string }[];
    };

/** Somebody's phone, and e-mail if he has one. */
type Reachable = Pick<Reached, 'phone' | 'email'>;

/** What the rules look up. */
export interface MessagePolicy {
  readonly pack: (hash: string) => Pack;
  /** The pack an appeal of that door and kind would be admitted under now. */
  readonly packFor: (door: string, kind: string) => Pack;
  readonly calendar: () => WorkingCalendar;
  readonly platform: () => string;
  readonly unitName: (code: string) => string;
  /** How the unit is reached at that instant: who is on duty, else its contact. */
  readonly ofUnit: (code: string, at: number) => Reachable | undefined;
  /** How a person of the profile is reached. */
  readonly ofPerson: (id: string) => Reachable | undefined;
  /** How the holder of the post with a role is reached. */
  readonly ofRole: (role: string) => Reachable | undefined;
  /** The leaders who look after an enterprise at that instant (IN-6). */
  readonly sponsors: (uscc: string, at: number) => readonly SponsorLeader[];
  /** Platforms and systems that are told what happens; the operator says where they stand. */
  readonly receivers: () => readonly Receiver[];
  readonly article: (id: string) => { readonly title: string; readonly body: string } | undefined;
}
