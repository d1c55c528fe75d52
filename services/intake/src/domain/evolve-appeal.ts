// What each event makes of an appeal. Nothing here looks into the enterprise's words, so that an erased
// person leaves every status, count and date as it was.
import { type Recorded, unreachable } from '#kernel/decider';
import { type Appeal, type AppealCore, type Identity, NO_APPEAL, type TakenAppeal } from './appeal';
import type { AppealCause, AppealEvent } from './appeal-events';

type Reported = Extract<AppealEvent, { type: 'AppealReported' }>;
type Held = Extract<AppealEvent, { type: 'PushHeld' }>;
type Later = Exclude<AppealEvent, { type: 'AppealSubmitted' | 'PushHeld' | 'AppealReported' }> | AppealCause;
type Anytime = Extract<
  Later,
  {
    type:
      | 'MaterialAdded'
      | 'AppealUrged'
      | `Withdrawal${string}`
      | `Protect${string}`
      | `Appeal${'Withdrawn' | 'Closed' | 'Reopened'}`;
  }
>;
type Submitted = Extract<AppealEvent, { type: 'AppealSubmitted' }>;

/** Evolves an appeal. */
export function evolveAppeal(appeal: Appeal, { event, at }: Recorded<AppealEvent | AppealCause>): Appeal {
  if (event.type === 'AppealSubmitted') {
    return { status: 'submitted', core: coreOf(event, event.receivedAt ?? at), identity: { how: 'open' } };
  }
  if (event.type === 'PushHeld')
    return { status: 'held', core: coreOf({ ...event, tags: [] }, at), unmapped: event.unmapped };
  if (event.type === 'AppealReported') return reported(event);
  return appeal.status === 'none' ? NO_APPEAL : later(appeal, event);
}

function later(appeal: TakenAppeal, event: Later): Appeal {
  const { core } = appeal;
  switch (event.type) {
    case 'IdentityMatched': {
      const { uscc, domicileRegion: region, tags } = event;
      return { status: 'submitted', core, identity: { how: 'matched', uscc, region, tags } };
    }
    case 'IdentityFounding':
      return { status: 'submitted', core, identity: { how: 'founding' } };
    case 'IdentityQueried':
      return { status: 'identity-review', core, reason: event.reason };
    case 'ScreeningHeld':
      return {
        status: 'screening',
        core,
        identity: heldIdentity(identityOf(appeal), event.ground),
        ground: event.ground,
      };
    case 'AppealAdmitted':
      return { status: 'admitted', core, identity: identityOf(appeal) };
    case 'PushRejected':
      return { status: 'rejected', core, reason: event.reason };
    case 'AppealDeclined':
      return { status: 'declined', core, ground: event.ground };
    case 'AppealSentBack':
      return { status: 'sent-back', core, identity: identityOf(appeal) };
    case 'AppealJoined': {
      const { joinedTo, joinedToNumber } = event;
      return { status: 'joined', core, joinedTo, joinedToNumber };
    }
    default:
      return appended(appeal, event);
  }
}

/** What comes at any stage: the enterprise's additions, and the ends others bring. */
function appended(appeal: TakenAppeal, event: Anytime): Appeal {
  const { core } = appeal;
  switch (event.type) {
    case 'MaterialAdded':
      return { ...appeal, core: { ...added(core), materials: core.materials + 1 } };
    case 'AppealUrged':
      return { ...appeal, core: { ...added(core), urges: event.count } };
    case 'WithdrawalRequested':
      return { ...appeal, core: added(core) };
    case 'ProtectedOpened':
      return appeal;
    case 'ProtectionLifted': {
      const { protect: _lifted, ...open } = core;
      return { ...appeal, core: open };
    }
    case 'AppealWithdrawn':
    case 'WithdrawalGranted':
      return { status: 'withdrawn', core };
    case 'AppealClosed':
      return { status: 'closed', core, identity: identityOf(appeal) };
    case 'AppealReopened':
      return { status: 'admitted', core, identity: identityOf(appeal) };
    default:
      return unreachable(event);
  }
}

type Said = Omit<Submitted, 'type' | 'template'> | (Omit<Held, 'type'> & Pick<Submitted, 'tags' | 'protect'>);

function coreOf(event: Said, submittedAt: number): AppealCore {
  const { number, channel, sourceNumber, kind, topic, uscc, region, tags, deskDueAt, words, protect } = event;
  return {
    number,
    channel,
    sourceNumber,
    kind,
    topic,
    given: { uscc, region, tags },
    words,
    submittedAt,
    deskDueAt,
    ...(protect && { protect }),
    urges: 0,
    materials: 0,
    additions: 0,
  };
}

/** Who reads a table of units holds no query code: nobody outside asks for this appeal. */
function reported(event: Reported): Appeal {
  const { number, channel, sourceNumber, kind, uscc, region, receivedAt, words, sameAs, table } = event;
  const core = {
    ...{ number, channel, sourceNumber, kind, topic: '', given: { uscc, region, tags: [] } },
    ...{ words: words === 'erased' ? words : appealWords(words), submittedAt: receivedAt, deskDueAt: 0 },
    ...{ urges: 0, materials: 0, additions: 0 },
  };
  const identity: Identity = uscc === '' ? { how: 'open' } : { how: 'matched', uscc, region, tags: [] };
  return { status: 'reported', core, identity, sameAs, table };
}

function appealWords({
  answer: _,
  unitContact: __,
  unitPhone: ___,
  ...said
}: Exclude<Reported['words'], 'erased'>) {
  return { ...said, queryCode: '', attachments: [] };
}

function added(core: AppealCore): AppealCore {
  return { ...core, additions: core.additions + 1 };
}

function identityOf(appeal: TakenAppeal): Identity {
  return 'identity' in appeal ? appeal.identity : { how: 'open' };
}

function heldIdentity(identity: Identity, ground: string): Identity {
  return identity.how === 'open' && ground === 'not-registered' ? { how: 'elsewhere' } : identity;
}
