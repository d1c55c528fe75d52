// Contradictions between the settings of a pack that say who does what and what is counted: roles nobody
// declared or nobody gave anything to do, acts nobody may do, a supervision step that comes before the one
// below it, figures and ratings that exclude one another.
import { panelQuestionsOf } from './panel-questions';
import { classesOf, pathOfClass } from './classes';
import { officeSlices } from './office-hours';
import { formulaProblems } from './figure-formula';
import { isNature } from './kinds';
import type { PackFile } from './pack';
import { dataRequestProblems } from './pack-data-request-checks';
import { roughHours } from './pack-course-checks';
import { reportProblems } from './pack-report-checks';
import { type Path, type Report, duplicates } from './pack-report';
import { scopeProblems } from './pack-scope-checks';
import { NATURES, type PackCommand } from './pack-words';

/** Tells what is wrong beyond the shape of each setting. */
export function settingProblems(pack: PackFile, report: Report): void {
  for (const list of LISTS) duplicates(pack[list], list, report);
  duplicates(pack.admission.decline, 'admission.decline', report);
  duplicates(pack.supervision.steps, 'supervision.steps', report);
  if (officeSlices(pack.officeHours) === null) report('office-hours', ['officeHours']);
  roleProblems(pack, report);
  scopeProblems(pack, report);
  ladderProblems(pack, report);
  reviewProblems(pack, report);
  figureProblems(pack, report);
  reportProblems(pack, report);
  extensionProblems(pack, report);
  answeringProblems(pack, report);
  duplicates(pack.unitChain?.steps ?? [], 'unitChain.steps', report);
  endProblems(pack, report);
  bodyProblems(pack, report);
  chainProblems(pack, report);
  dataRequestProblems(pack, report);
}

const LISTS = [
  'clocks',
  'stages',
  'doors',
  'kinds',
  'roles',
  'templates',
  'completionTypes',
  'figures',
  'transfers',
  'rankings',
  'reports',
  'deductions',
  'tasks',
] as const;

/** Names the product gives to those who are no staff, and to recipients of messages; no role may take one. */
const TAKEN_NAMES: readonly string[] = ['anyone', 'channel', 'enterprise', 'sponsors', 'system', 'unit'];

/** Every place where a pack names a role. */
function namedRoles(pack: PackFile): readonly (readonly [role: string, path: Path])[] {
  const { admission, supervision, panel, jointMeeting, review, contest } = pack;
  return [
    [pack.followUp.by, ['followUp', 'by']],
    ...admission.decline.flatMap(({ exceptionBy }, i) =>
      exceptionBy === undefined ? [] : [named(exceptionBy, 'admission', 'decline', i, 'exceptionBy')],
    ),
    ...pack.scopes.map(({ role }, i) => named(role, 'scopes', i, 'role')),
    ...pack.objection.ruledBy.map((role, i) => named(role, 'objection', 'ruledBy', i)),
    ...(pack.extension?.ruledBy ?? []).map((role, i) => named(role, 'extension', 'ruledBy', i)),
    ...supervision.steps.map(({ by }, i) => named(by, 'supervision', 'steps', i, 'by')),
    ...(pack.answering.role === undefined ? [] : [named(pack.answering.role, 'answering', 'role')]),
    ...(['facts', 'result'] as const).flatMap((what) => {
      const by = pack.checks?.[what]?.by;
      return by === undefined ? [] : [named(by, 'checks', what, 'by')];
    }),
    ...(pack.grading === undefined
      ? []
      : [named(pack.grading.escalation.auditBy, 'grading', 'escalation', 'auditBy')]),
    ...(pack.urgent?.confirmedBy ?? []).map((role, i) => named(role, 'urgent', 'confirmedBy', i)),
    ...(panel === undefined ? [] : [named(panel.by, 'panel', 'by')]),
    ...(jointMeeting === undefined ? [] : [named(jointMeeting.by, 'jointMeeting', 'by')]),
    ...pack.transfers.map(({ by }, i) => named(by, 'transfers', i, 'by')),
    ...pack.reports.map(({ to }, i) => named(to, 'reports', i, 'to')),
    ...(review?.by ?? []).map((role, i) => named(role, 'review', 'by', i)),
    ...(pack.dataRequests?.readBy ?? []).map((role, i) => named(role, 'dataRequests', 'readBy', i)),
    ...(contest?.ruledBy ?? []).map((role, i) => named(role, 'contest', 'ruledBy', i)),
  ];
}

function named(role: string, ...path: PropertyKey[]): readonly [string, Path] {
  return [role, path];
}

function roleProblems(pack: PackFile, report: Report): void {
  const known = pack.roles.map(({ id }) => id);
  for (const [role, path] of namedRoles(pack)) {
    if (!known.includes(role)) report('unknown-role', path, { role, known: known.join(' ') });
  }
  pack.roles.forEach(({ id }, i) => {
    if (TAKEN_NAMES.includes(id)) report('role-name-taken', ['roles', i, 'id'], { id });
  });
  const held = pack.scopes.map(({ role }) => role);
  pack.roles.forEach(({ id }, i) => {
    if (!held.includes(id)) report('role-without-scope', ['roles', i], { id });
  });
}

/** An answer that is held needs somebody who releases it, and none that is not held does (HD-2). */
function answeringProblems({ answering: { by, role } }: PackFile, report: Report): void {
  if ((by === 'unit') !== (role === undefined)) report('answer-released-by', ['answering'], { by });
}

/** What is to be moved must be there (HD-2). */
function extensionProblems({ extension, clocks }: PackFile, report: Report): void {
  const known = clocks.map(({ id }) => id);
  if (extension !== undefined && !known.includes(extension.clock)) {
    const { clock } = extension;
    report('unknown-clock', ['extension', 'clock'], { clock, known: known.join(' ') });
  }
}

/** What happens inside a unit beside the signatures; no step may be called so (HD-9). */
const INSIDE_WORDS: readonly string[] = ['drafting', 'drafted', 'returned', 'assigned', 'handed-over'];

function chainProblems({ unitChain }: PackFile, report: Report): void {
  unitChain?.steps.forEach(({ id }, i) => {
    if (INSIDE_WORDS.includes(id)) report('chain-step-taken', ['unitChain', 'steps', i, 'id'], { id });
  });
}

/** A body that is to rule must exist, and its role must be let do what the ruling takes (KB-5, RT-3). */
function bodyProblems(
  { panel, jointMeeting, objection, transfers, urgent, grading, clocks, scopes }: PackFile,
  report: Report,
): void {
  const lets = (role: string, command: PackCommand) =>
    scopes.some((scope) => scope.role === role && scope.may.includes(command));
  const need = (role: string, path: Path, ...commands: readonly PackCommand[]) => {
    for (const command of commands.filter((one) => !lets(role, one)))
      report('body-may-not', path, { role, command });
  };
  if (panel !== undefined) {
    if (panelQuestionsOf({ panel }).length === 0) report('panel-without-question', ['panel', 'when']);
    if (objection.then === 'panel' && !panelQuestionsOf({ panel }).includes('responsibility'))
      report('panel-not-on-duty', ['panel', 'when']);
    need(panel.by, ['panel', 'by'], 'DeclareRecusal', 'CastVote');
    if (!scopes.some(({ may }) => may.includes('ConvenePanel')))
      report('command-without-role', ['scopes'], { command: 'ConvenePanel' });
    const { majority, tie } = panel.voting;
    if (majority === 'two-thirds' && tie === 'chair')
      report('chair-below-majority', ['panel', 'voting', 'tie']);
  }
  if (jointMeeting !== undefined)
    need(jointMeeting.by, ['jointMeeting', 'by'], 'ConveneMeeting', 'RecordMeeting');
  if (grading !== undefined)
    need(grading.escalation.auditBy, ['grading', 'escalation', 'auditBy'], 'RuleEscalation');
  urgent?.confirmedBy.forEach((role, i) => {
    need(role, ['urgent', 'confirmedBy', i], 'ConfirmUrgent', 'DenyUrgent');
  });
  clocks.forEach(({ id, onlyIf }, i) => {
    if (onlyIf !== undefined && urgent === undefined)
      report('urgency-unsaid', ['clocks', i, 'onlyIf'], { id });
  });
  transfers.forEach(({ by }, i) => {
    need(by, ['transfers', i, 'by'], 'TransferAppeal');
  });
  const missing =
    (objection.then === 'panel' && panel === undefined) ||
    (objection.then === 'joint-meeting' && jointMeeting === undefined);
  if (missing) report('body-missing', ['objection', 'then'], { body: objection.then });
}

function ladderProblems(pack: PackFile, report: Report): void {
  const { steps } = pack.supervision;
  steps.forEach((step, i) => stepProblems(step, ['supervision', 'steps', i], pack, report));
  const hours = steps.map(({ after }) => (after === undefined ? 0 : roughHours(after)));
  steps.forEach(({ id, when }, i) => {
    const below = steps[i - 1];
    if (below !== undefined && (hours[i] ?? 0) < (hours[i - 1] ?? 0)) {
      report('ladder-out-of-order', ['supervision', 'steps', i, 'after'], { id, below: below.id });
    }
    for (const colour of ['yellow', 'red'] as const) {
      const shown = pack.clocks.some((clock) =>
        colour === 'yellow' ? clock.yellow : clock.red !== undefined,
      );
      if (when.includes(colour) && !shown) {
        report('ladder-ground-never', ['supervision', 'steps', i, 'when'], { id, colour });
      }
    }
  });
}

/** A drawing needs share, seed, a period and somebody who looks; a contest somebody who files and rules. */
function reviewProblems({ review, contest, scopes }: PackFile, report: Report): void {
  const given = (command: PackCommand, role?: string) =>
    scopes.some((scope) => scope.may.includes(command) && (role === undefined || scope.role === role));
  if (review !== undefined && (review.share === undefined) !== (review.seed === undefined))
    report('drawing-half-said', ['review'], {});
  if (review?.share !== undefined) {
    if (review.every === 'when-needed') report('drawing-without-period', ['review', 'every'], {});
    if (!given('MendAnswer')) report('command-without-role', ['scopes'], { command: 'MendAnswer' });
    review.by.forEach((role, i) => {
      for (const command of ['GiveFindings', 'RuleMending'] as const)
        if (!given(command, role)) report('named-without-command', ['review', 'by', i], { role, command });
    });
  }
  if (contest === undefined) return;
  if (!given('FileContest')) report('command-without-role', ['scopes'], { command: 'FileContest' });
  contest.ruledBy.forEach((role, i) => {
    if (!given('RuleContest', role))
      report('named-without-command', ['contest', 'ruledBy', i], { role, command: 'RuleContest' });
  });
}

/** A step is taken by an order, or where it is another body's by a transfer with an outcome (SV-3). */
function stepProblems(
  { id, by, transferTo }: PackFile['supervision']['steps'][number],
  path: Path,
  { scopes }: PackFile,
  report: Report,
): void {
  const given = (command: PackCommand) =>
    scopes.some(({ role, may }) => may.includes(command) && (transferTo !== undefined || role === by));
  const needed = transferTo === undefined ? STEP_BY_ORDER : STEP_BY_TRANSFER;
  for (const command of needed)
    if (!given(command)) report('step-without-command', [...path, 'by'], { id, role: by, command });
}

const STEP_BY_ORDER: readonly PackCommand[] = ['IssueOrder', 'RuleOrder'];
const STEP_BY_TRANSFER: readonly PackCommand[] = ['RecordTransfer', 'RecordTransferOutcome'];

function figureProblems(pack: PackFile, report: Report): void {
  const known = pack.figures.map(({ id }) => id);
  formulaProblems(pack.figures, report);
  pack.figures.forEach(({ id, target, reduction }, i) => {
    const isTime = id === 'dispatch-time';
    if (isTime && target !== undefined) report('target-of-a-time', ['figures', i, 'target'], { id });
    if (!isTime && reduction !== undefined)
      report('reduction-of-a-share', ['figures', i, 'reduction'], { id });
  });
  pack.rankings.forEach(({ by }, i) => {
    by.forEach((figure, k) => {
      if (figure === 'dispatch-time') report('ranking-by-a-time', ['rankings', i, 'by', k], { figure });
      if (!known.includes(figure)) report('unknown-figure', ['rankings', i, 'by', k], { figure });
    });
  });
}

/** How a case ends and is rated. */
function endProblems(pack: PackFile, report: Report): void {
  const { rating, dissatisfied, kinds } = pack;
  if (rating.unratedIs === 'satisfied' && !rating.unratedInDenominator) {
    report('satisfied-outside-denominator', ['rating', 'unratedInDenominator']);
  }
  if (dissatisfied.ways.includes('final') && dissatisfied.ways.length > 1) {
    report('final-and-more', ['dissatisfied', 'ways'], { ways: dissatisfied.ways.join(' ') });
  }
  pack.completionTypes.forEach(({ id, answerCheck: { doubtfulFrom, evasiveFrom } }, i) => {
    if (doubtfulFrom > evasiveFrom)
      report('thresholds-reversed', ['completionTypes', i, 'answerCheck'], { id });
  });
  kinds.forEach(({ id, nature }, i) => {
    if (nature === undefined && !isNature(id))
      report('kind-without-nature', ['kinds', i], { id, known: NATURES.join(' ') });
  });
  pack.templates.forEach(({ kind }, i) => {
    const known = kinds.map(({ id }) => id);
    if (!known.includes(kind))
      report('unknown-kind', ['templates', i, 'kind'], { kind, known: known.join(' ') });
  });
  classProblems(pack, report);
  pack.transfers.forEach(({ id, toPack }, i) => {
    if (toPack === pack.id) report('transfer-to-itself', ['transfers', i, 'toPack'], { id });
  });
}

/** A class stands once, a topic leads to one class, and a template names a class there is (IN-3). */
function classProblems(pack: PackFile, report: Report): void {
  const classes = classesOf(pack);
  const twice = (words: readonly string[]) => words.filter((word, i) => words.indexOf(word) < i);
  for (const id of twice(classes.map((one) => one.id)))
    report('class-twice', ['classification', 'classes'], { id });
  for (const topic of twice(classes.flatMap(({ topics }) => topics)))
    report('topic-of-two-classes', ['classification', 'classes'], { topic });
  pack.templates.forEach(({ class: named }, i) => {
    if (named === undefined || pathOfClass(pack, named) !== undefined) return;
    report('unknown-class', ['templates', i, 'class'], {
      class: named,
      known: classes.map(({ id }) => id).join(' '),
    });
  });
}
