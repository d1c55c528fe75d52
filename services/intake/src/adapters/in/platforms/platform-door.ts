// The door of the external platforms (IN-1, YC-3): one for all of them, each by its own mapping. Believed,
// read, taken in like every other appeal, answered in the platform's own form; a repeated push gets its first
// receipt. What was refused is told with a code and a sentence, and nothing is stored of it. A push with a
// code nobody knows is held for a person, and has its receipt.
import { renderSentence } from '#contracts/render-sentence';
import { UnreadableBody } from '#platform/edge/json-body';
import type { PlatformMapping } from '#policy/platform-mapping';
import type { Unmapped } from '../../../domain/appeal';
import type { FieldProblem } from '../../../domain/plain-text';
import { readPush } from '../../../domain/push-reading';
import type { RawSubmission } from '../../../domain/submission';
import type { SubmitAnswer } from '../../../app/submit-appeal';
import { type DoorAnswer, type DoorCall, inJson, NO_SUCH_DOOR } from '../door';
import { type PushFields, readPushBody } from './push-body';
import { disbelief, type Push } from './push-signature';

/** What the door stands on. */
export interface PlatformDoorPorts {
  /** Takes a submission in. */
  readonly submit: (raw: RawSubmission) => Promise<SubmitAnswer>;
  /** Keeps one whose codes mean nothing to the mapping until a person says what they mean. */
  readonly hold: (raw: RawSubmission, unmapped: Unmapped) => Promise<SubmitAnswer>;
  /** Secrets of a door, the newest first; never empty. */
  readonly secretsOf: (door: string) => readonly string[];
  /** Whole seconds until the next push of a door may come; 0 = now. */
  readonly waitOf: (door: string, perMinute: number) => Promise<number>;
  readonly now: () => number;
  /** Whether somebody shut a door. */
  readonly isShut: (door: string) => boolean;
  /** Counts what became of a push. */
  readonly count: (door: string, outcome: string) => void;
}

const STATUS: Readonly<Record<string, number>> = {
  ...{ DOOR_CLOSED: 503, HELD_FULL: 503, TOO_MANY_PUSHES: 429 },
  ...{ SIGNATURE_MISSING: 401, SIGNATURE_WRONG: 401, STAMP_WRONG: 401 },
  ...{ BODY_MALFORMED: 400, BODY_NOT_UTF8: 400, BODY_TOO_DEEP: 400, BODY_KEY_FORBIDDEN: 400 },
};

/** Takes a push in and answers it. */
export async function receivePush(
  call: DoorCall,
  mapping: PlatformMapping,
  ports: PlatformDoorPorts,
): Promise<DoorAnswer> {
  if (call.method === 'GET') return NO_SUCH_DOOR;
  try {
    return await answerTo(call, mapping, ports);
  } catch (error) {
    if (error instanceof UnreadableBody) return tell({ problems: [whole(error.code)] }, mapping, ports);
    throw error;
  }
}

async function answerTo(
  call: DoorCall,
  mapping: PlatformMapping,
  ports: PlatformDoorPorts,
): Promise<DoorAnswer> {
  // Read once, and not before the signature or the mapping asks for it.
  let fields: PushFields | undefined;
  const parameters = () => (fields ??= readPushBody(call.body, mapping.body));
  const refused = await atTheDoor({ ...call, parameters }, mapping, ports);
  if (refused !== undefined) return tell(refused, mapping, ports);
  const { raw, unmapped } = readPush(parameters(), mapping);
  const understood = Object.keys(unmapped).length === 0;
  const answer = await (understood ? ports.submit(raw) : ports.hold(raw, unmapped));
  if (answer.outcome === 'refused') return tell(answer, mapping, ports);
  ports.count(mapping.door, answer.outcome);
  const { number, queryCode } = answer.receipt;
  const { answer: form } = mapping;
  const held = answer.outcome === 'held';
  const code = held ? (form.held ?? form.taken) : form.taken;
  const message = held ? renderSentence('intake', 'PUSH_HELD', {}).zh : '';
  const told = [
    ...[at(form.code, code), at(form.message, message), at(form.number, number)],
    ...(form.queryCode === undefined ? [] : [at(form.queryCode, queryCode)]),
  ];
  return inJson(200, nested(told));
}

interface Refusal {
  readonly problems: readonly FieldProblem[];
  readonly retryAfterS?: number;
}

async function atTheDoor(
  push: Push,
  { door, open, signature, perMinute }: PlatformMapping,
  ports: PlatformDoorPorts,
): Promise<Refusal | undefined> {
  if (!open || ports.isShut(door)) return { problems: [whole('DOOR_CLOSED')], retryAfterS: CLOSED_RETRY_S };
  const code = disbelief(push, signature, ports.secretsOf(door), ports.now());
  if (code !== undefined) {
    const now = new Date(ports.now()).toISOString();
    const params = { seconds: String(signature.stamp.withinSeconds), now };
    return { problems: [{ code, field: '', params }] };
  }
  const retryAfterS = await ports.waitOf(door, perMinute);
  return retryAfterS > 0 ? { problems: [whole('TOO_MANY_PUSHES')], retryAfterS } : undefined;
}

/** A closed door is asked again after an hour. */
const CLOSED_RETRY_S = 3600;

function tell({ problems, retryAfterS = 0 }: Refusal, mapping: PlatformMapping, ports: PlatformDoorPorts) {
  const { answer: form, door } = mapping;
  const [first] = problems;
  const code = first?.code ?? 'INPUT_INVALID';
  ports.count(door, code);
  const sentence = problems.map(sentenceOf).join('');
  const told = [at(form.code, form.refused), at(form.message, `${code}: ${sentence}`)];
  return inJson(form.always200 ? 200 : (STATUS[code] ?? 422), nested(told), retryAfterS);
}

/** In Chinese: the people who read it are the platform's. */
function sentenceOf({ code, field, params }: FieldProblem): string {
  const { zh } = renderSentence('intake', code, params);
  return field === '' ? zh : `${field} ${zh}`;
}

function whole(code: string): FieldProblem {
  return { code, field: '', params: {} };
}

type Placed = readonly [place: string, value: string | number];

function at(place: string, value: string | number): Placed {
  return [place, value];
}

/** The answer with its values at their places. */
function nested(values: readonly Placed[]): object {
  const root: Record<string, unknown> = {};
  for (const [place, value] of values) {
    const names = place.split('.');
    const last = names.pop() ?? '';
    let inside = root;
    for (const name of names) {
      inside[name] ??= {};
      inside = inside[name] as Record<string, unknown>;
    }
    inside[last] = value;
  }
  return root;
}
