// The session 会商 that sits on a case and the units the case has to do with, out of its course as everybody
// reads it (KB-5, RT-3), so that people are offered what they can do: nobody convenes a panel while a session
// sits, and who has voted is not asked again. Triage decides from its own document and refuses what came too
// late.
import { type UnitsOfMatter, concernOf } from '#policy/panel-concern';
import type { Pack } from '#policy/pack';
import type { CivilDay } from '#working-calendar/civil-day';

/** An entry of the course; lists stand in its fields as `a, b`. */
export interface CourseEntry {
  readonly type: string;
  readonly by: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** A session that sits, as somebody finds it. */
export interface SessionAtHand {
  readonly kind: 'panel' | 'joint-meeting';
  /** What a panel is asked; empty for a meeting. */
  readonly question: string;
  /** He sits on the panel and has neither voted nor stood aside. */
  readonly waitsForHim: boolean;
  /** His unit has come to be concerned by the matter: he may say so, and has no vote. */
  readonly concerned: boolean;
  /** The day of the meeting has come. */
  readonly held: boolean;
}

/** Who finds it: his id, and his unit by the experts of the profile. */
export interface Finder {
  readonly id: string;
  readonly unit: string | undefined;
  readonly today: CivilDay;
  readonly successorOf: (code: string) => string;
}

const BEGINS = ['PanelConvened', 'MeetingConvened'];
const ENDS = ['PanelRuled', 'SessionLapsed', 'MeetingRecorded'];

/** The session that sits; undefined while none does. */
export function sessionAtHand(
  course: readonly CourseEntry[],
  pack: Pack,
  { id, unit, today, successorOf }: Finder,
): SessionAtHand | undefined {
  const begun = course.findLast(({ type }) => BEGINS.includes(type));
  if (begun === undefined) return undefined;
  const { sessionNo, question = '', heldOn = '' } = begun.fields;
  const own = course.filter(({ fields }) => fields['sessionNo'] === sessionNo);
  if (own.some(({ type }) => ENDS.includes(type))) return undefined;
  const spoke = own.some(({ type, by }) => (type === 'VoteCast' || type === 'RecusalDeclared') && by === id);
  const matter = unitsOfMatter(course);
  return {
    kind: begun.type === 'PanelConvened' ? 'panel' : 'joint-meeting',
    question,
    waitsForHim: listOf(begun, 'members').includes(id) && !spoke,
    concerned: unit !== undefined && concernOf(unit, matter, pack, successorOf) !== undefined,
    held: heldOn !== '' && heldOn <= today,
  };
}

/** A dispatch taken back without a mark made nobody a party to the matter; who is only named is cleared. */
function unitsOfMatter(course: readonly CourseEntry[]): UnitsOfMatter {
  let given: readonly { readonly no: string | undefined; readonly units: readonly string[] }[] = [];
  let complainedOf: readonly string[] = [];
  for (const entry of course) {
    const { type, fields } = entry;
    const { dispatchNo: no, lead = '' } = fields;
    if (type === 'MeetingConvened') given = [...given, { no: '', units: listOf(entry, 'units') }];
    if (type === 'AppealClassified') complainedOf = listOf(entry, 'complainedOf');
    if (type === 'DispatchRecalled' && fields['withoutMark'] === 'true')
      given = given.filter((one) => one.no !== no);
    if (type !== 'AppealDispatched') continue;
    given = [...given, { no, units: [lead, ...listOf(entry, 'assist')] }];
    complainedOf = complainedOf.filter((one) => !listOf(entry, 'cleared').includes(one));
  }
  return { inCharge: given.flatMap(({ units }) => units), complainedOf };
}

function listOf({ fields }: CourseEntry, name: string): readonly string[] {
  return (fields[name] ?? '').split(', ').filter(Boolean);
}
