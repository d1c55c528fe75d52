// What the account says of the people beside the unit: by which name an event is counted there.
import type { Heard } from './acts';

/** The name, or undefined for what the account tells otherwise or not at all. */
export function notedAs(heard: Heard): string | undefined {
  switch (heard.type) {
    case 'PanelConvened':
      return `panel convened on ${heard.question}`;
    case 'RecusalDeclared':
      return 'panel: member stood aside';
    case 'PanelRuled':
      return `panel ruled on ${heard.question}`;
    case 'SessionLapsed':
      return `session lapsed: ${heard.why}`;
    case 'MeetingConvened':
      return 'meeting convened';
    case 'MeetingRecorded':
      return 'meeting recorded';
    case 'ContributionGiven':
      return 'assisting: contribution';
    case 'AssistObjected':
      return 'assisting: objection';
    case 'ExtensionRequested':
      return 'extension asked for';
    case 'ExtensionRuled':
      return heard.granted ? 'extension granted' : 'extension refused';
    case 'EscalationRequested':
      return 'county: sent up';
    case 'EscalationRuled':
      return heard.accepted ? 'county: taken by the city' : 'county: returned';
    case 'UrgencyConfirmed':
      return 'urgency confirmed';
    case 'UrgencyDenied':
      return 'urgency denied';
    default:
      return notedInside(heard) ?? notedOfOversight(heard);
  }
}

function notedInside(heard: Heard): string | undefined {
  switch (heard.type) {
    case 'DraftSubmitted':
      return 'inside: draft';
    case 'DraftSigned':
      return heard.deputy ? 'inside: signature of a deputy' : 'inside: signature of the holder';
    case 'DraftReturned':
      return 'inside: draft returned';
    case 'InsideStepOverdue':
      return `inside: step overdue ${heard.step}`;
    default:
      return undefined;
  }
}

function notedOfOversight(heard: Heard): string | undefined {
  switch (heard.type) {
    case 'GroundNoticed':
      return `register: ${heard.ground}`;
    case 'EntryCleared':
      return 'register: cleared';
    case 'OrderIssued':
      return `order issued by ${heard.step}`;
    case 'OrderAnswered':
      return heard.late ? 'order answered late' : 'order answered';
    case 'OrderRuled':
      return `order ${heard.verdict}`;
    case 'OrderOverdue':
      return 'order overdue';
    case 'CaseTransferred':
      return `handed over by ${heard.step}`;
    case 'DeductionRecorded':
      return 'deduction recorded';
    case 'DeductionWithdrawn':
      return 'deduction withdrawn';
    case 'SpotCheckDrawn':
      return 'spot check drawn';
    case 'SpotCheckPassed':
      return 'spot check passed';
    case 'SpotCheckFailed':
      return heard.reopen ? 'spot check: opened again' : 'spot check: to be mended';
    case 'MendingRuled':
      return heard.accepted ? 'mending accepted' : 'mending not accepted';
    case 'ContestFiled':
      return `contest of a ${heard.about}`;
    case 'ContestRuled':
      return `contest of a ${heard.about} ${heard.upheld ? 'upheld' : 'dismissed'}`;
    case 'RatingExcluded':
      return 'rating left out';
    default:
      return undefined;
  }
}
