// Loads a policy pack from its directory: pack.yaml and messages.yaml. Beyond the shape it looks for
// contradictions a schema cannot see: a clock that never stops, a role nobody holds, a text with a variable
// that will never be filled.
import { ok, type Result, refuse } from '#kernel/result';
import { contentAddress } from '#working-calendar/content-address';
import { diskFiles, type FileReader } from '#working-calendar/disk-files';
import { type Checked, type FileProblem, readSource, type SourceText } from '#working-calendar/source-file';
import { officeSlices } from './office-hours';
import {
  type Clock,
  MESSAGE_VARIABLES,
  type Message,
  messagesSchema,
  type Pack,
  type PackFile,
  packFileSchema,
} from './pack';
import { ruleOf } from './rule';

type Path = readonly PropertyKey[];
type Report = (code: string, path: Path, params?: Readonly<Record<string, string>>) => void;

/** Recipients of messages beside the roles of the pack. */
const RECIPIENTS: readonly string[] = ['enterprise', 'unit'];

/** Reads a pack from `directory`, which is named after its id. Problems are told by policyProblemText. */
export function loadPack(
  directory: string,
  files: FileReader = diskFiles,
): Result<Pack, readonly FileProblem[]> {
  const sources: SourceText[] = [];
  for (const name of ['pack.yaml', 'messages.yaml']) {
    const file = `${directory}/${name}`;
    const text = files.readText(file);
    if (text === null) return refuse([{ code: 'file-missing', file, line: 0, field: '', params: {} }]);
    sources.push({ file, text });
  }
  const [pack, messages] = sources as [SourceText, SourceText];
  return readPack(pack, messages);
}

/** Checks the two texts of a pack. */
export function readPack(
  packSource: SourceText,
  messageSource: SourceText,
): Result<Pack, readonly FileProblem[]> {
  const pack = readSource(packSource, packFileSchema);
  const messages = readSource(messageSource, messagesSchema);
  if (!pack.ok || !messages.ok) {
    return refuse([...(pack.ok ? [] : pack.error), ...(messages.ok ? [] : messages.error)]);
  }
  const problems = [...packProblems(pack.value), ...messageProblems(messages.value, pack.value.value)];
  if (problems.length > 0) return refuse(problems);
  return ok({ ...pack.value.value, messages: messages.value.value.messages });
}

/** Content address of a pack: `pack-` and 64 hex digits, the same for the same meaning on every machine. */
export function packHash(pack: Pack): string {
  return `pack-${contentAddress(pack)}`;
}

/** The variables of a text, e.g. `number` of `编号 {number}`. */
export function variablesOf(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? ''))].sort();
}

function packProblems(checked: Checked<PackFile>): FileProblem[] {
  const problems: FileProblem[] = [];
  const report = reporter(checked, problems);
  const pack = checked.value;
  for (const list of ['clocks', 'doors', 'kinds', 'roles', 'completionTypes', 'figures'] as const) {
    duplicates(pack[list], list, report);
  }
  duplicates(pack.admission.decline, 'admission.decline', report);
  if (officeSlices(pack.officeHours) === null) report('office-hours', ['officeHours']);
  pack.clocks.forEach((clock, i) => {
    clockProblems(clock, ['clocks', i], report);
  });
  const roles = pack.roles.map((role) => role.id);
  const knownRole = (role: string | undefined, path: Path): void => {
    if (role !== undefined && !roles.includes(role))
      report('unknown-role', path, { role, known: roles.join(' ') });
  };
  knownRole(pack.followUp.by, ['followUp', 'by']);
  pack.admission.decline.forEach((ground, i) => {
    knownRole(ground.exceptionBy, ['admission', 'decline', i, 'exceptionBy']);
  });
  agreements(pack, report);
  return problems;
}

function clockProblems(clock: Clock, path: Path, report: Report): void {
  const { id } = clock;
  if (clock.stops.length === 0) report('clock-without-stop', [...path, 'stops'], { id });
  const both = clock.starts.find((moment) => clock.stops.includes(moment));
  if (both !== undefined) report('clock-stops-as-it-starts', [...path, 'stops'], { id, moment: both });
  if ((clock.pausesOn ?? []).length > 0 !== (clock.resumesOn ?? []).length > 0) {
    report('clock-pause-without-resume', path, { id });
  }
  if (clock.red !== undefined && !clock.yellow) report('red-without-yellow', [...path, 'red'], { id });
  if (clock.near !== undefined && 'before' in clock.near) {
    const { kind } = ruleOf(clock.near.before);
    if (kind === 'workingHours' || kind === 'workingMinutes') {
      report('near-rule', [...path, 'near', 'before'], { value: clock.near.before });
    }
  }
}

/** The same period may stand as a setting and as a clock; then they must say the same. */
function agreements(pack: PackFile, report: Report): void {
  pack.clocks.forEach((clock, i) => {
    const at: Path = ['clocks', i, 'rule'];
    const { id, rule } = clock;
    if (clock.starts.includes('rating-reminder-delivered') && rule !== pack.rating.within) {
      report('rating-clock-differs', at, { id, rule, within: pack.rating.within });
    }
    if (clock.stops.includes('objected') && clock.id === 'objection' && rule !== pack.objection.within) {
      report('objection-clock-differs', at, { id, rule, within: pack.objection.within });
    }
  });
}

function messageProblems(
  checked: Checked<{ readonly messages: readonly Message[] }>,
  pack: PackFile,
): FileProblem[] {
  const problems: FileProblem[] = [];
  const report = reporter(checked, problems);
  const recipients = [...RECIPIENTS, ...pack.roles.map((role) => role.id)];
  const known: readonly string[] = MESSAGE_VARIABLES;
  duplicates(checked.value.messages, 'messages', report);
  checked.value.messages.forEach((message, i) => {
    const path: Path = ['messages', i];
    if (!recipients.includes(message.to)) {
      report('unknown-role', [...path, 'to'], { role: message.to, known: recipients.join(' ') });
    }
    for (const language of ['zh', 'en'] as const) {
      for (const variable of variablesOf(message.text[language]).filter((name) => !known.includes(name))) {
        report('unknown-variable', [...path, 'text', language], { variable, known: known.join(' ') });
      }
    }
    const [zh, en] = [variablesOf(message.text.zh), variablesOf(message.text.en)];
    const difference = [
      ...zh.filter((name) => !en.includes(name)),
      ...en.filter((name) => !zh.includes(name)),
    ];
    if (difference.length > 0) {
      report('variables-differ', [...path, 'text'], { id: message.id, difference: difference.join(' ') });
    }
  });
  return problems;
}

function duplicates(items: readonly { readonly id: string }[], list: string, report: Report): void {
  items.forEach((item, i) => {
    if (items.findIndex((other) => other.id === item.id) !== i) {
      report('duplicate-id', [...list.split('.'), i, 'id'], { id: item.id, list });
    }
  });
}

function reporter(checked: Omit<Checked<unknown>, 'value'>, problems: FileProblem[]): Report {
  return (code, path, params = {}) => {
    const field = path.map(String).join('.');
    problems.push({ code, file: checked.file, line: checked.lineOf(path), field, params });
  };
}
