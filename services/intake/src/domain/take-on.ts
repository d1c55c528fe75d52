// Taking an appeal on 受理 (IN-4, IN-5): whose it is, whether it is one we have, whether something speaks
// against it – then it is admitted at once, under the pack in force for its door and kind. Only a person
// declines; the machine only proposes.
import { natureOf } from '#policy/kinds';
import type { Pack } from '#policy/pack';
import { type Decided, decided, reject } from '#kernel/decider';
import type { Appeal, Identity } from './appeal';
import type { AppealPolicy, AppealRefusal, TakeOnAppeal } from './appeal-commands';
import type { AppealEvent } from './appeal-events';
import type { RegisteredEnterprise, RegisterFinding } from './register-finding';

/** Decides the worker's step. */
export function decideTakeOn(
  { finding, twin, screening }: TakeOnAppeal,
  appeal: Appeal,
  policy: AppealPolicy,
): Decided<AppealEvent, AppealRefusal> {
  if (appeal.status !== 'submitted') return reject('NOT_AT_THIS_STAGE', 'IN-5', { status: appeal.status });
  const found = finding ? eventsOf(finding) : [];
  const identity = finding ? identityOf(finding) : appeal.identity;
  if (identity === undefined || identity.how === 'elsewhere') return decided(...found);
  if (twin) {
    const { id, number, similarity } = twin;
    return decided<AppealEvent>(...found, {
      type: 'AppealJoined',
      joinedTo: id,
      joinedToNumber: number,
      similarity,
    });
  }
  if (screening && screening.ground !== '')
    return decided<AppealEvent>(...found, { type: 'ScreeningHeld', ...screening });
  return decided<AppealEvent>(...found, admission(appeal, identity, policy, ''));
}

/**
 * The event that hands an appeal over to triage. Region and tags are the register's where it knows them;
 * where its row names no region of ours, the one given stands.
 */
export function admission(
  { core }: Extract<Appeal, { status: 'submitted' | 'screening' | 'sent-back' }>,
  identity: Identity,
  { packFor }: AppealPolicy,
  decidedBy: string,
): AppealEvent {
  const { pack, hash: packHash } = packFor(core.channel, core.kind);
  const known = identity.how === 'matched' ? identity : core.given;
  return {
    type: 'AppealAdmitted',
    pack: pack.id,
    packHash,
    kind: kindGiven(pack, core.kind),
    topic: core.topic,
    region: known.region || core.given.region,
    uscc: identity.how === 'founding' ? '' : known.uscc,
    tags: known.tags,
    decidedBy,
  };
}

/** Who gave no kind asks for help. */
export function kindGiven(pack: Pack, kind: string): string {
  const help = pack.kinds.find(({ id }) => natureOf(pack, id) === 'help');
  const counted = help ?? pack.kinds.find((one) => one.counted);
  return kind === '' ? (counted?.id ?? '') : kind;
}

/** The event by which a registered enterprise is recognised. */
export function matched(
  { uscc, region, status, tags, industry }: RegisteredEnterprise,
  nameDiffers: boolean,
  ruledBy: string,
): AppealEvent {
  return {
    type: 'IdentityMatched',
    uscc,
    domicileRegion: region,
    registerStatus: status,
    tags,
    industry,
    nameDiffers,
    ruledBy,
  };
}

/** The event by which an enterprise of another jurisdiction is put before a person. */
export function heldAsNotRegistered(words: readonly string[]): AppealEvent {
  return { type: 'ScreeningHeld', ground: 'not-registered', words, score: 1 };
}

function eventsOf(finding: RegisterFinding): readonly AppealEvent[] {
  switch (finding.found) {
    case 'registered':
      return [matched(finding.enterprise, finding.nameDiffers, '')];
    case 'founding':
      return [{ type: 'IdentityFounding', ruledBy: '' }];
    case 'elsewhere':
      return [heldAsNotRegistered(finding.words)];
    case 'doubt':
      return [{ type: 'IdentityQueried', reason: finding.reason, candidates: finding.candidates }];
  }
}

function identityOf(finding: RegisterFinding): Identity | undefined {
  switch (finding.found) {
    case 'registered': {
      const { uscc, region, tags } = finding.enterprise;
      return { how: 'matched', uscc, region, tags };
    }
    case 'founding':
      return { how: 'founding' };
    case 'elsewhere':
      return { how: 'elsewhere' };
    case 'doubt':
      return undefined;
  }
}
