// What happens to an appeal at intake, and what of the others' doings intake must know.
import type { AppealWords, Unmapped } from './appeal';
import type { Attachment } from './attachment';

/** A person's sentence, or `erased`. */
type Sentence = string;

/** Events intake writes. */
export type AppealEvent =
  | {
      readonly type: 'AppealSubmitted';
      readonly number: string;
      readonly channel: string;
      readonly sourceNumber: string;
      readonly kind: string;
      readonly topic: string;
      readonly uscc: string;
      readonly region: string;
      readonly tags: readonly string[];
      readonly deskDueAt: number;
      /** Problem template that was chosen; empty for none. */
      readonly template: string;
      /** 保护诉求 (HD-10); absent where the enterprise did not ask for it. */
      readonly protect?: true;
      /** Of a push that was held: when it came in (epoch ms), and who said what its codes mean. */
      readonly receivedAt?: number;
      readonly releasedBy?: string;
      readonly words: AppealWords;
    }
  | {
      readonly type: 'PushHeld';
      readonly number: string;
      readonly channel: string;
      readonly sourceNumber: string;
      readonly kind: string;
      readonly topic: string;
      readonly uscc: string;
      readonly region: string;
      readonly deskDueAt: number;
      readonly unmapped: Unmapped;
      readonly words: AppealWords;
    }
  | { readonly type: 'PushRejected'; readonly decidedBy: string; readonly reason: Sentence }
  | {
      readonly type: 'IdentityMatched';
      readonly uscc: string;
      readonly domicileRegion: string;
      readonly registerStatus: string;
      readonly tags: readonly string[];
      readonly industry: string;
      readonly nameDiffers: boolean;
      /** Empty when the register decided. */
      readonly ruledBy: string;
    }
  | { readonly type: 'IdentityQueried'; readonly reason: string; readonly candidates: readonly string[] }
  | { readonly type: 'IdentityFounding'; readonly ruledBy: string }
  | {
      readonly type: 'ScreeningHeld';
      readonly ground: string;
      /** The words or digits that speak for the ground. */
      readonly words: readonly string[];
      readonly score: number;
    }
  | {
      readonly type: 'AppealAdmitted';
      readonly pack: string;
      readonly packHash: string;
      readonly kind: string;
      readonly topic: string;
      readonly region: string;
      readonly uscc: string;
      readonly tags: readonly string[];
      /** Empty when nothing spoke against it and no person had to decide. */
      readonly decidedBy: string;
    }
  | {
      readonly type: 'AppealDeclined';
      readonly ground: string;
      readonly decidedBy: string;
      readonly explanation: Sentence;
    }
  | { readonly type: 'AppealSentBack'; readonly decidedBy: string; readonly wanted: Sentence }
  | {
      readonly type: 'AppealJoined';
      readonly joinedTo: string;
      readonly joinedToNumber: string;
      readonly similarity: number;
    }
  | {
      readonly type: 'AppealReported';
      readonly number: string;
      readonly channel: string;
      readonly sourceNumber: string;
      readonly kind: string;
      /** By the register; empty where the enterprise is not in it. */
      readonly uscc: string;
      readonly region: string;
      readonly pack: string;
      readonly packHash: string;
      readonly unit: string;
      readonly period: string;
      readonly receivedAt: number;
      readonly closedAt: number;
      readonly satisfaction: string;
      /** The appeal that counts in its place; empty for none. */
      readonly sameAs: string;
      readonly sameAsNumber: string;
      readonly similarity: number;
      readonly reportedBy: string;
      readonly table: string;
      readonly words: ReportedWords;
    }
  | { readonly type: 'MaterialAdded'; readonly material: Material }
  | { readonly type: 'AppealUrged'; readonly count: number; readonly note: Sentence }
  | { readonly type: 'WithdrawalRequested'; readonly reason: Sentence }
  | { readonly type: 'AppealWithdrawn' }
  | { readonly type: 'ProtectedOpened'; readonly by: string; readonly reason: Sentence }
  | { readonly type: 'ProtectionLifted' };

/** What a unit wrote of an appeal it closed, or `erased`. */
type ReportedWords =
  | 'erased'
  | {
      readonly title: string;
      readonly content: string;
      readonly enterpriseName: string;
      readonly contactName: string;
      readonly contactPhone: string;
      readonly answer: string;
      readonly unitContact: string;
      readonly unitPhone: string;
    };

/** Added material, or `erased`. */
export type Material = 'erased' | { readonly text: string; readonly attachments: readonly Attachment[] };

/** Events of the later owners that end an appeal or open it again. */
export type AppealCause =
  | { readonly type: 'AppealClosed' }
  | { readonly type: 'AppealReopened' }
  | { readonly type: 'WithdrawalGranted' };
