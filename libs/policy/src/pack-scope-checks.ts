// Contradictions in who may do what (scopes): acts without which an appeal could never end and that nobody
// may do, bodies and callers that are not let do their part, units that would see an enterprise that is
// hidden from them.
import type { PackFile } from './pack';
import type { Report } from './pack-report';
import type { PackCommand } from './pack-words';
import { belongsToUnit } from './scopes';

/** Without these some appeal could never come to an end. */
const NEEDED: readonly PackCommand[] = [
  'RuleIdentity',
  'AdmitAppeal',
  'DeclineAppeal',
  'DispatchAppeal',
  'RecallDispatch',
  'AcknowledgeDispatch',
  'CompleteAppeal',
  'CloseAppeal',
];

/** Tells what is wrong with who may do what. */
export function scopeProblems(pack: PackFile, report: Report): void {
  protectionProblems(pack, report);
  const holders = (command: PackCommand) =>
    pack.scopes.filter(({ may }) => may.includes(command)).map(({ role }) => role);
  chainProblems(pack, report);
  const objects = holders('ObjectToDispatch').length > 0;
  const owed: readonly PackCommand[] = [
    ...(objects ? (['RuleObjection'] as const) : []),
    ...(pack.unitChain ? (['AssignInside', 'SignDraft'] as const) : []),
    ...(pack.reports.some(({ handedIn }) => handedIn) ? (['ReportAppeals'] as const) : []),
    ...(pack.assisting ? (['GiveContribution'] as const) : []),
  ];
  for (const command of [...NEEDED, ...owed]) {
    if (holders(command).length === 0) report('command-without-role', ['scopes'], { command });
  }
  pack.objection.ruledBy.forEach((role, i) => {
    if (!holders('RuleObjection').includes(role)) {
      report('body-may-not-rule', ['objection', 'ruledBy', i], { role });
    }
  });
  if (!holders('FollowUpAppeal').includes(pack.followUp.by)) {
    report('caller-may-not-call', ['followUp', 'by'], { role: pack.followUp.by });
  }
}

/** Nobody signs inside units where the programme knows no signatures there (HD-9). */
function chainProblems({ scopes, unitChain }: PackFile, report: Report): void {
  if (unitChain !== undefined) return;
  scopes.forEach(({ may }, i) => {
    const command = may.find((one) => one === 'AssignInside' || one === 'SignDraft');
    if (command !== undefined)
      report('command-without-setting', ['scopes', i, 'may'], { command, setting: 'unitChain' });
  });
}

/** Who a protected enterprise is is hidden from units: none of their roles opens it (HD-10). */
function protectionProblems(pack: PackFile, report: Report): void {
  pack.scopes.forEach(({ role, may }, i) => {
    if (may.includes('ReadProtected') && belongsToUnit(pack, role))
      report('protected-from-units', ['scopes', i, 'may'], { role });
  });
  const by = pack.contact.ofProtected?.by;
  if (by === undefined) return;
  const opens = pack.scopes.some(({ role, may }) => role === by && may.includes('ReadProtected'));
  if (!opens) report('protected-contact-by', ['contact', 'ofProtected', 'by'], { role: by });
}
