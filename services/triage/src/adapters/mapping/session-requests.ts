// Commands to a deliberation as they come over the wire, made into commands of the domain; undefined for
// those of a routing.
import type { ExecuteRequest } from '#contracts/gen/zhitong/triage/v1/service';
import type { SessionCommand } from '../../domain/deliberation-commands';

/** Longest sentence of a person, in characters. */
const LONGEST = 2000;
const MOST_NAMED = 30;

/**
 * The command, the name of the field whose shape is wrong, or undefined when it is none to a deliberation.
 */
export function sessionCommand(command: ExecuteRequest['command']): SessionCommand | string | undefined {
  switch (command?.$case) {
    case 'convenePanel':
      return wrongList(command.value.members, 'members') ?? spoken('ConvenePanel', command.value);
    case 'declareRecusal':
      return spoken('DeclareRecusal', command.value);
    case 'castVote':
      return spoken('CastVote', command.value);
    case 'conveneMeeting':
      return wrongList(command.value.units, 'units') ?? spoken('ConveneMeeting', command.value);
    case 'recordMeeting': {
      const { assist, attended, conclusion } = command.value;
      if (conclusion.length > LONGEST) return 'conclusion';
      return (
        wrongList(assist, 'assist') ??
        wrongList(attended, 'attended') ?? { type: 'RecordMeeting', ...command.value }
      );
    }
    default:
      return undefined;
  }
}

function spoken<T extends SessionCommand['type'], V extends { readonly reason: string }>(
  type: T,
  value: V,
): ({ readonly type: T } & V) | string {
  return value.reason.length > LONGEST ? 'reason' : { type, ...value };
}

function wrongList(names: readonly string[], field: string): string | undefined {
  return names.length > MOST_NAMED || names.includes('') ? field : undefined;
}
