// What the desk shows of a case in one line: derived from the case file, never stored by anybody else.
import type { Pack } from '#policy/pack';
import type { CaseClock, CaseFile } from './case-file';
import { OBJECTION_OVERRULED } from './case-milestones';
import { stageOf } from './case-stage';
import { shownIntake } from './protected-case';

/** A case in one line. Times are epoch ms, 0 = none. */
export interface CaseSummary {
  readonly appealId: string;
  readonly number: string;
  readonly channel: string;
  readonly sourceNumber: string;
  readonly kind: string;
  readonly topic: string;
  readonly title: string;
  readonly status: string;
  readonly region: string;
  readonly lead: string;
  readonly assist: readonly string[];
  readonly dispatchNo: number;
  readonly submittedAt: number;
  readonly nextDeadlineAt: number;
  readonly nextClock: string;
  readonly worstCard: string;
  readonly urgent: boolean;
  readonly enterpriseName: string;
  readonly rating: string;
  readonly urged: number;
  readonly proposed: string;
  readonly statusAt: number;
  readonly seq: number;
  /** What the check said of the latest answer (HD-3); empty before there is one. */
  readonly answerVerdict: string;
  /** The last day a unit asks for while nobody has ruled, `YYYY-MM-DD`; else empty. */
  readonly extensionWishedOn: string;
  /** The pack that governs, by id and by the hash of its version; empty before admission. */
  readonly pack: string;
  readonly packHash: string;
  /** Industry of the enterprise by the register; empty when it is not there. */
  readonly industry: string;
  /** Code of the enterprise; empty where it is not known, and of a protected appeal whoever asks (HD-10). */
  readonly uscc: string;
  /** Ids of classes from the coarsest layer down (IN-3); none while it is not classed. */
  readonly classes: readonly string[];
  /** Id of the stage 环节 of its pack the case is in; empty once it has left the last (SV-1). */
  readonly stage: string;
  /** Who the enterprise is is not shown (HD-10). */
  readonly nameProtected: boolean;
}

/**
 * The line of a case; `stages` are those of the pack that governs, or will; `identified` shows who a
 * protected enterprise is.
 */
export function summaryOf(
  appealId: string,
  file: CaseFile,
  stages: Pack['stages'] = [],
  identified = false,
): CaseSummary {
  const { triage, work } = file;
  const intake = identified ? file.intake : shownIntake(file.intake);
  const next = nextClock(file.clocks);
  const words = intake.words === 'erased' ? { title: 'erased', enterpriseName: 'erased' } : intake.words;
  return {
    appealId,
    number: intake.number,
    channel: intake.channel,
    sourceNumber: intake.sourceNumber,
    kind: intake.kind,
    topic: triage.topic || intake.topic,
    title: words.title,
    status: shownStatus(file),
    region: intake.region,
    ...{ lead: triage.lead, assist: triage.assist, dispatchNo: triage.dispatchNo },
    submittedAt: intake.submittedAt,
    nextDeadlineAt: next?.deadlineAt ?? 0,
    nextClock: next?.clock ?? '',
    worstCard: worstCard(file.clocks),
    urgent: triage.urgent,
    enterpriseName: words.enterpriseName,
    rating: work.rating,
    urged: intake.urged,
    proposed: triage.proposed || (intake.screeningOpen ? `decline-${intake.screeningGround}` : ''),
    statusAt: file.status.at,
    seq: work.seq,
    answerVerdict: work.answerVerdict,
    extensionWishedOn: work.extensionWishedOn ?? '',
    ...governing(file, intake),
    classes: triage.classes ?? [],
    stage: stageOf(file, stages),
    nameProtected: intake.protect === true,
  };
}

/** What decides on the rules of the case, and on who reads it. */
function governing(
  { intake, triage }: CaseFile,
  shown: CaseFile['intake'],
): Pick<CaseSummary, 'pack' | 'packHash' | 'industry' | 'uscc'> {
  return {
    pack: triage.pack ?? intake.pack ?? '',
    packHash: triage.packHash ?? intake.packHash ?? '',
    industry: shown.industry ?? '',
    // Whoever looks after the enterprise would know it by the case being his.
    uscc: intake.protect === true ? '' : intake.uscc,
  };
}

/**
 * The status: the latest word, unless it speaks of a dispatch that has been taken back or replaced
 * meanwhile.
 */
function shownStatus({ status, triage, work, withdrawn }: CaseFile): string {
  if (withdrawn) return 'withdrawn';
  if (status.word === OBJECTION_OVERRULED)
    return work.dispatchNo === triage.dispatchNo && work.step !== '' ? work.step : 'dispatched';
  if (status.dispatchNo > 0 && status.dispatchNo <= triage.takenBackNo) return 'desk';
  if (status.dispatchNo > 0 && status.dispatchNo < triage.dispatchNo) return 'dispatched';
  return status.word;
}

function nextClock(clocks: readonly CaseClock[]): CaseClock | undefined {
  const running = clocks.filter(({ stoppedAt }) => stoppedAt === 0);
  return running.reduce<CaseClock | undefined>(
    (first, clock) => (first === undefined || clock.deadlineAt < first.deadlineAt ? clock : first),
    undefined,
  );
}

/** The worst card of a clock that stands. */
export function cardOf(clock: CaseClock): '' | 'yellow' | 'red' {
  const standing = clock.cards.filter(({ revoked }) => !revoked).map(({ colour }) => colour);
  if (standing.includes('red')) return 'red';
  return standing.includes('yellow') ? 'yellow' : '';
}

function worstCard(clocks: readonly CaseClock[]): '' | 'yellow' | 'red' {
  const cards = clocks.map(cardOf);
  if (cards.includes('red')) return 'red';
  return cards.includes('yellow') ? 'yellow' : '';
}
