// What an event of any service makes of the case file.
import type { Recorded } from '#kernel/decider';
import { foldDataRequests } from './case-data-requests';
import type { CaseFact } from './case-facts';
import type { CaseFile, StatusMark } from './case-file';
import { milestoneOf } from './case-milestones';
import { foldClocks, foldIntake, foldTriage, foldWork } from './fold-case-parts';
import { foldReported } from './fold-reported';

/** The case file after an event; the order between writers makes no difference. */
export function foldCaseFile(file: CaseFile, recorded: Recorded<CaseFact>): CaseFile {
  return foldMilestone(foldParts(file, recorded), recorded, file.work.step === 'opinion-given');
}

function foldMilestone(
  file: CaseFile,
  { event, at, writer, seq }: Recorded<CaseFact>,
  opinionGiven: boolean,
): CaseFile {
  const milestone = milestoneOf(event, opinionGiven);
  if (!milestone) return file;
  const { step, status: word, dispatchNo } = milestone;
  const steps = { ...file.steps, [step]: Math.min(at, file.steps[step] ?? at) };
  const latest = { ...file.latest, [step]: Math.max(at, file.latest?.[step] ?? at) };
  const mark = { word, at, writer, seq, dispatchNo };
  const status = word !== '' && isLater(mark, file.status) ? mark : file.status;
  return { ...file, steps, latest, status, withdrawn: file.withdrawn || word === 'withdrawn' };
}

function isLater(one: StatusMark, other: StatusMark): boolean {
  if (one.at !== other.at) return one.at > other.at;
  if (one.writer !== other.writer) return one.writer > other.writer;
  return one.seq > other.seq;
}

function foldParts(file: CaseFile, recorded: Recorded<CaseFact>): CaseFile {
  const { event, at } = recorded;
  switch (event.type) {
    case 'AppealSubmitted':
    case 'IdentityMatched':
    case 'IdentityQueried':
    case 'IdentityFounding':
    case 'ScreeningHeld':
    case 'AppealAdmitted':
    case 'AppealDeclined':
    case 'AppealSentBack':
    case 'AppealJoined':
    case 'MaterialAdded':
    case 'AppealUrged':
    case 'WithdrawalRequested':
    case 'AppealWithdrawn':
    case 'ProtectedOpened':
    case 'ProtectionLifted':
      return { ...file, intake: foldIntake(file.intake, event, at) };
    case 'AppealReported':
      return foldReported(file, event);
    case 'AppealClassified':
    case 'AnsweredDirectly':
    case 'DeskEntered':
    case 'AppealDispatched':
    case 'DispatchRecalled':
    case 'ObjectionRuled':
    case 'EscalationRuled':
    case 'UrgencyConfirmed':
    case 'UrgencyDenied':
    case 'ClassSet':
    case 'PackChanged':
    case 'WithdrawalGranted':
      return { ...file, triage: foldTriage(file.triage, event) };
    default:
      return foldOthers(file, { ...recorded, event });
  }
}

type Others = Exclude<
  CaseFact,
  { type: 'AppealReported' } | Parameters<typeof foldIntake>[1] | Parameters<typeof foldTriage>[1]
>;

function foldOthers(file: CaseFile, recorded: Recorded<Others>): CaseFile {
  const { event, seq, at } = recorded;
  if ('details' in event) return file;
  switch (event.type) {
    case 'ClockStarted':
    case 'ClockStopped':
    case 'DeadlineRecomputed':
    case 'DeadlineNear':
    case 'YellowCardIssued':
    case 'RedCardIssued':
    case 'CardRevoked':
    case 'TimeLost':
      return { ...file, clocks: foldClocks(file.clocks, event) };
    case 'DataRequested':
    case 'DataProvided':
    case 'DataRefused':
    case 'DataRequestWithdrawn':
    case 'DataRequestsVoided':
    case 'DataRequestNear':
    case 'DataRequestOverdue':
    case 'DataRead':
      return { ...file, requests: foldDataRequests(file.requests ?? [], { ...recorded, event }) };
    case 'MessageClaimed':
    case 'MessageSent':
    case 'MessageDelivered':
    case 'MessageFailed':
    case 'MessageUnsure':
    case 'AnswerSought':
    case 'PanelConvened':
    case 'RecusalDeclared':
    case 'VoteCast':
    case 'PanelRuled':
    case 'SessionLapsed':
    case 'MeetingConvened':
    case 'MeetingRecorded':
      return file;
    default:
      return { ...file, work: foldWork(file.work, event, seq, at) };
  }
}
