// What is open about a case: entries of the register, orders and their answers, checks, contests, cards, a
// session that sits. Whoever plans something about one of them sees later whether it is open still.
import type { Heard } from './acts';

/** No session sits. */
export const NO_SESSION = 'no-session';

/** The things of one case that are open, by names such as `entry/E1`, `order/1/answered`, `session/2`. */
export type OpenThings = ReadonlySet<string>;

/** Before anything happened. */
export const NOTHING_OPEN: OpenThings = new Set([NO_SESSION]);

/** Whether all of them are open. */
export function areOpen(things: OpenThings, about: readonly string[]): boolean {
  return about.every((thing) => things.has(thing) && !things.has(taken(thing)));
}

/** What is open after an event; a step once taken on a cause is open no more. */
export function openAfter(things: OpenThings, heard: Heard): OpenThings {
  const { opens = [], closes = [] } = changeBy(heard);
  const overtaken = ({ type }: Heard, thing: string) =>
    type === 'AppealReopened' && thing.startsWith('check/');
  const left = [...things].filter((thing) => !closes.includes(thing) && !overtaken(heard, thing));
  return opens.length === 0 && left.length === things.size ? things : new Set([...left, ...opens]);
}

function taken(step: string): string {
  return `taken/${step}`;
}

/** A step that may be taken because of something. */
export function stepThing(step: string, cause: string): string {
  return `step/${step}/${cause}`;
}

interface Change {
  readonly opens?: readonly string[];
  readonly closes?: readonly string[];
}

function changeBy(heard: Heard): Change {
  switch (heard.type) {
    case 'UrgencyProposed':
      return { opens: ['urgency'] };
    case 'UrgencyConfirmed':
    case 'UrgencyDenied':
      return { closes: ['urgency'] };
    case 'CardShown':
      return { opens: [`card/${heard.cardId}`] };
    case 'CardRevoked':
      return { closes: [`card/${heard.cardId}`] };
    case 'ExtensionRequested':
      return { opens: ['extension'] };
    case 'ExtensionRuled':
      return { closes: ['extension'] };
    case 'PanelConvened':
    case 'MeetingConvened':
      return { opens: [`session/${heard.sessionNo}`], closes: [NO_SESSION] };
    case 'PanelRuled':
    case 'MeetingRecorded':
    case 'SessionLapsed':
      return { opens: [NO_SESSION], closes: [`session/${heard.sessionNo}`] };
    default:
      return changeByOversight(heard);
  }
}

function changeByOversight(heard: Heard): Change {
  switch (heard.type) {
    case 'GroundNoticed':
      return { opens: [`entry/${heard.entryId}`] };
    case 'EntryCleared':
      return { closes: [`entry/${heard.entryId}`] };
    case 'StepProposed':
      return { opens: [stepThing(heard.step, heard.cause)] };
    case 'OrderIssued':
      return { opens: [`order/${heard.orderNo}/open`, taken(stepThing(heard.step, heard.cause))] };
    case 'OrderAnswered':
      return { opens: [`order/${heard.orderNo}/answered`], closes: [`order/${heard.orderNo}/open`] };
    case 'OrderRuled': {
      const closes = [`order/${heard.orderNo}/open`, `order/${heard.orderNo}/answered`];
      return heard.verdict === 'not-accepted' ? { opens: closes.slice(0, 1), closes } : { closes };
    }
    case 'CaseTransferred':
      return { opens: [`transfer/${heard.transferNo}`, taken(stepThing(heard.step, heard.cause))] };
    case 'TransferOutcomeRecorded':
      return { closes: [`transfer/${heard.transferNo}`] };
    case 'DeductionRecorded':
      return { opens: [`deduction/${heard.deductionNo}`] };
    case 'DeductionWithdrawn':
      return { closes: [`deduction/${heard.deductionNo}`] };
    case 'ContestFiled':
      return { opens: [`contest/${heard.contestNo}`] };
    case 'ContestRuled':
      return { closes: [`contest/${heard.contestNo}`] };
    default:
      return changeByCheck(heard);
  }
}

function changeByCheck(heard: Heard): Change {
  switch (heard.type) {
    case 'SpotCheckDrawn':
      return { opens: [`check/${heard.checkNo}/drawn`] };
    case 'SpotCheckPassed':
      return { closes: [`check/${heard.checkNo}/drawn`] };
    case 'SpotCheckFailed':
      return {
        closes: [`check/${heard.checkNo}/drawn`],
        opens: heard.reopen ? [] : [`check/${heard.checkNo}/mending`],
      };
    case 'AnswerMended':
      return { closes: [`check/${heard.checkNo}/mending`], opens: [`check/${heard.checkNo}/mended`] };
    case 'MendingRuled':
      return {
        closes: [`check/${heard.checkNo}/mended`],
        opens: heard.accepted ? [] : [`check/${heard.checkNo}/mending`],
      };
    default:
      return {};
  }
}
