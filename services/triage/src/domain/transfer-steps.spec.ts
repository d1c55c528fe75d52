import type { Pack } from '#policy/pack';
import { GIVEN, PEOPLE, type Past, YICHENG, stateAfter, when } from '../../test/scenario';

const { clerk, supervisor } = PEOPLE;
const PACK: Pack = {
  ...YICHENG,
  scopes: [
    ...YICHENG.scopes,
    { role: 'clerk', clause: 'c', sees: 'all', on: 'all', may: ['TransferAppeal'] },
    { role: 'supervisor', clause: 'c', sees: 'all', on: 'all', may: ['TransferAppeal'] },
  ],
  transfers: [{ id: 't', clause: 'c', when: ['complicated'], toPack: 'fast-track', by: 'clerk' }],
};
const MOVE = {
  type: 'TransferAppeal',
  toPack: 'fast-track',
  ground: 'complicated',
  reason: '短期难以解决',
} as const;
const move = (past: readonly Past[], change: object = {}, actor: typeof clerk | typeof supervisor = clerk) =>
  when(past, actor, { ...MOVE, ...change }, 120, PACK);

describe('a change of pack (RT-5, CR 二-5)', () => {
  test('is on record from which to which, why and by whom, and the appeal is on the desk', () => {
    const { events, status, state } = move(GIVEN.desk);
    expect(events).toEqual([
      {
        ...{ type: 'PackChanged', fromPack: 'yicheng', toPack: 'fast-track', fromHash: 'pack' },
        ...{ toHash: 'pack-2', ground: 'complicated', kind: 'help', by: 'wang', reason: '短期难以解决' },
      },
      { type: 'DeskEntered', why: 'transferred', proposed: '' },
    ]);
    expect(status).toBe('desk');
    expect(state.file).toMatchObject({ packHash: 'pack-2', sent: 0 });
  });

  test.each([
    ['a unit that has not acknowledged', GIVEN.dispatched],
    ['a unit at work', GIVEN.acknowledged],
    ['a unit that objected', GIVEN.objected],
  ])('ends the order of %s', (_name, past) => {
    expect(move(past).events[0]).toMatchObject({ type: 'DispatchRecalled', dispatchNo: 1, unit: 'tax' });
    expect(move(past).types.slice(1)).toEqual(['PackChanged', 'DeskEntered']);
  });

  test.each<[string, readonly Past[], object, typeof clerk | typeof supervisor, string]>([
    ['to a pack nobody runs here', GIVEN.desk, { toPack: 'absent' }, clerk, 'TRANSFER_NOT_FORESEEN'],
    ['on a ground not foreseen', GIVEN.desk, { ground: 'several-units' }, clerk, 'TRANSFER_NOT_FORESEEN'],
    ['by another role than the pack names', GIVEN.desk, {}, supervisor, 'ROLE_NOT_ALLOWED'],
    ['without a reason', GIVEN.desk, { reason: ' ' }, clerk, 'REASON_MISSING'],
    ['while it is sorted', GIVEN.classified, {}, clerk, 'STILL_SORTING'],
    ['before admission', GIVEN.nothing, {}, clerk, 'NOT_ADMITTED'],
    ['after the answer', GIVEN.completed, {}, clerk, 'NOT_OWNER'],
    ['after the end', GIVEN.withdrawn, {}, clerk, 'CLOSED'],
  ])('%s is refused', (_name, past, change, actor, code) => {
    expect(move(past, change, actor).refused).toBe(code);
  });

  test('only to a pack in force here', () => {
    const elsewhere = { ...PACK, transfers: [{ ...PACK.transfers[0], toPack: 'elsewhere' }] } as Pack;
    const command = { ...MOVE, toPack: 'elsewhere' };
    expect(when(GIVEN.desk, clerk, command, 120, elsewhere).refused).toBe('PACK_NOT_IN_FORCE');
  });

  test('to a newer version of the same pack, and not to the same', () => {
    const renewed = { toPack: 'yicheng', ground: 'newer-version' };
    expect(move(GIVEN.desk, renewed).events[0]).toMatchObject({ toHash: 'pack-3' });
    const already: Past = [
      90,
      {
        ...{
          type: 'PackChanged',
          fromPack: 'yicheng',
          toPack: 'yicheng',
          fromHash: 'pack',
          toHash: 'pack-3',
        },
        ...{ ground: 'newer-version', kind: 'help', by: 'wang', reason: '' },
      },
    ];
    expect(stateAfter([...GIVEN.desk, already]).file.packHash).toBe('pack-3');
    expect(move([...GIVEN.desk, already], renewed).refused).toBe('SAME_PACK');
  });
});
