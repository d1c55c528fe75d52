import { MessageDesk, SUBMITTED, wall } from '../../test/desk';
import { PaperProvider } from '../../test/planted';
import { USUAL_CIRCUIT } from '../domain/circuit';
import { Carrier } from './carriers';
import type { MessageFiles, Receipts } from './ports';
import { sendWaiting } from './send-waiting';

const NINE = wall('2026-03-02 09:00');
const receipts: Receipts = { put: async () => {}, due: async () => [], latest: async () => [] };

test('while e-mail works and no short message does, nobody is looked up for what waits', async () => {
  const desk = new MessageDesk().happens(NINE, SUBMITTED);
  const now = () => NINE + 1000;
  const [short, mail] = [new PaperProvider('short'), new PaperProvider('mail')];
  short.answer = () => ({ outcome: 'refused', fault: 'provider', reason: 'ECONNREFUSED' });
  mail.carries = ({ channel }) => channel === 'email';
  const carriers = [short, mail].map((provider) => new Carrier(provider, USUAL_CIRCUIT, now));
  let lookedUp = 0;
  const files: MessageFiles = {
    execute: async (_id, command) => desk.command(now(), command).state,
    find: async () => desk.state,
    erased: async () => {
      lookedUp += 1;
      return false;
    },
  };
  const looked: number[] = [];
  for (let round = 0; round < 8; round += 1) {
    const left = await sendWaiting('a1', desk.state, { files, carriers, receipts, now, pastUntil: 0 });
    expect(left).toBe(1);
    looked.push(lookedUp);
  }
  // Five refusals open the circuit.
  expect(looked).toEqual([1, 2, 3, 4, 5, 5, 5, 5]);
});
