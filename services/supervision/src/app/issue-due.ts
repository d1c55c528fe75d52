// Gives the reminders and shows the cards that are due on one docket (SV-1, SV-2).
import { cardsDue } from '../domain/card-rules';
import type { Docket } from '../domain/docket';
import type { DocketPolicy } from '../domain/docket-commands';
import type { CardGate, Dockets } from './ports';

/** What it needs. */
export interface IssueDuePorts {
  readonly dockets: Dockets;
  readonly gate: CardGate;
  readonly policy: DocketPolicy;
  readonly now: () => number;
}

/** Answers how many cards are due and have to wait for the gate. */
export async function issueDue(appealId: string, docket: Docket, ports: IssueDuePorts): Promise<number> {
  const due = cardsDue(docket, ports.policy, ports.now());
  const open = due.filter(({ passedAt }) => ports.gate.mayCard(appealId, passedAt));
  await ports.dockets.execute(appealId, { type: 'IssueDue', mayCard: open.map(({ clockId }) => clockId) });
  return due.length - open.length;
}
