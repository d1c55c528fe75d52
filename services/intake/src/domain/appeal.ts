// An appeal 诉求 as intake holds it: from the enterprise's words to admission. Afterwards others own its
// stage; intake keeps only whether it is still open, because material and urging are appended here at any
// open stage (IN-7).
import type { Attachment } from './attachment';

/**
 * The enterprise's own words; `erased` when its data key was destroyed. No rule of evolution looks into
 * them.
 */
export type AppealWords =
  | 'erased'
  | {
      readonly title: string;
      readonly content: string;
      readonly enterpriseName: string;
      readonly contactName: string;
      readonly contactPhone: string;
      readonly queryCode: string;
      readonly attachments: readonly Attachment[];
    };

/** What never changes after submission, and what is only counted. */
export interface AppealCore {
  readonly number: string;
  readonly channel: string;
  readonly sourceNumber: string;
  readonly kind: string;
  readonly topic: string;
  /** As the enterprise gave them; the register may know better. */
  readonly given: { readonly uscc: string; readonly region: string; readonly tags: readonly string[] };
  readonly words: AppealWords;
  readonly submittedAt: number;
  /** End of the pack's desk clock, epoch ms; 0 when the pack has none. */
  readonly deskDueAt: number;
  /** Who the enterprise is is shown to nobody who works on it (HD-10). */
  readonly protect?: true;
  readonly urges: number;
  readonly materials: number;
  /** Everything the enterprise added: material, urging, wishes to withdraw. */
  readonly additions: number;
}

/** Whose appeal it is, as far as known. */
export type Identity =
  | { readonly how: 'open' }
  | {
      readonly how: 'matched';
      readonly uscc: string;
      readonly region: string;
      readonly tags: readonly string[];
    }
  | { readonly how: 'founding' }
  /** Registered in another jurisdiction, or in none. */
  | { readonly how: 'elsewhere' };

/** Fields of a push that carry a code of the platform. */
export type CodedField = 'kind' | 'topic' | 'region';

/** Codes without a meaning by their field; empty codes where the person was erased. */
export type Unmapped = Readonly<Partial<Record<CodedField, string>>>;

/** 受理状态: one member per status, with what exists only there. */
export type Appeal =
  | { readonly status: 'none' }
  /** A push waits for a person to say what its platform's codes mean. */
  | { readonly status: 'held'; readonly core: AppealCore; readonly unmapped: Unmapped }
  /** A person found that a held push is none to be taken in. */
  | { readonly status: 'rejected'; readonly core: AppealCore; readonly reason: string }
  /** Taken in; the due worker takes it on next. */
  | { readonly status: 'submitted'; readonly core: AppealCore; readonly identity: Identity }
  | { readonly status: 'identity-review'; readonly core: AppealCore; readonly reason: string }
  | {
      readonly status: 'screening';
      readonly core: AppealCore;
      readonly identity: Identity;
      readonly ground: string;
    }
  | { readonly status: 'sent-back'; readonly core: AppealCore; readonly identity: Identity }
  | { readonly status: 'admitted'; readonly core: AppealCore; readonly identity: Identity }
  | { readonly status: 'declined'; readonly core: AppealCore; readonly ground: string }
  | {
      readonly status: 'joined';
      readonly core: AppealCore;
      readonly joinedTo: string;
      readonly joinedToNumber: string;
    }
  | { readonly status: 'withdrawn'; readonly core: AppealCore }
  /** Closed by whoever handled it; a reopening brings `admitted` back. */
  | { readonly status: 'closed'; readonly core: AppealCore; readonly identity: Identity }
  /** A unit told of it when it had closed it (SZ 1.3); `sameAs` is the appeal that counts in its place. */
  | {
      readonly status: 'reported';
      readonly core: AppealCore;
      readonly identity: Identity;
      readonly sameAs: string;
      readonly table: string;
    };

/** An appeal that exists. */
export type TakenAppeal = Exclude<Appeal, { readonly status: 'none' }>;

/** Before anything happened. */
export const NO_APPEAL: Appeal = { status: 'none' };

/** True while material and urging may be appended. */
export function isOpen(appeal: Appeal): appeal is Extract<TakenAppeal, { readonly status: OpenStatus }> {
  return (OPEN as readonly string[]).includes(appeal.status);
}

const OPEN = ['submitted', 'identity-review', 'screening', 'sent-back', 'admitted'] as const;
type OpenStatus = (typeof OPEN)[number];

/** True unless it ended without being anybody's matter, or another counts in its place. */
export function counts(appeal: TakenAppeal): boolean {
  if (appeal.status === 'reported') return appeal.sameAs === '';
  return !['held', 'rejected', 'declined', 'joined', 'withdrawn'].includes(appeal.status);
}

/**
 * The credit code an appeal is filed under: the matched one, else the one given; empty when there is none.
 */
export function filedUnder(appeal: TakenAppeal): string {
  return 'identity' in appeal && appeal.identity.how === 'matched'
    ? appeal.identity.uscc
    : appeal.core.given.uscc;
}
