// The desk's list under scopes holds exactly the cases that `inScope` of the pack language holds: the list
// shows what the file would, and counts no more.
import { successionOf } from '#policy/succession';
import fc from 'fast-check';
import { memoryTable } from '#testkit/memory-table';
import { inScope } from '#policy/scopes';
import { type DeskRow, tableDesk } from './adapters/out/table-desk';
import { EMPTY_CASE_FILE } from './domain/case-file';
import { summaryOf } from './domain/case-summary';

const word = fc.constantFrom('a', 'b', 'c');
const some = fc.uniqueArray(word, { maxLength: 2 });
const scope = fc.record({
  packs: some,
  unit: fc.constantFrom('', 'a', 'b'),
  topics: some,
  industries: some,
  enterprises: some,
});
const line = fc.record({
  ...{ pack: fc.constantFrom('', 'a', 'b'), lead: fc.constantFrom('', 'a', 'b'), assist: some },
  ...{ topic: word, industry: fc.constantFrom('', 'a', 'b'), uscc: fc.constantFrom('', 'a', 'b') },
});
const QUERY = {
  ...{ status: '', unit: '', channel: '', card: '', region: '', topic: '', answerVerdict: '', text: '' },
  ...{ sourceNumbers: [], appealIds: [], stage: '', underClass: '', urgent: false, limit: 200, cursor: '' },
};

test('a list under scopes is what each case by itself would be', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { maxLength: 8 }),
      fc.array(scope, { minLength: 1, maxLength: 3 }),
      async (lines, scopes) => {
        const desk = tableDesk(memoryTable<DeskRow>(), () => successionOf([]));
        const cases = lines.map((one, i) => ({ ...summaryOf(`case-${i}`, EMPTY_CASE_FILE), ...one }));
        await desk.put(cases);
        const expected = cases.filter((one) => scopes.some((held) => inScope(held, one)));
        const { cases: listed, total } = await desk.list({ ...QUERY, sort: 'newest', scopes });
        expect(listed.map(({ appealId }) => appealId).sort()).toEqual(
          expected.map(({ appealId }) => appealId),
        );
        expect([total, (await desk.counts(scopes)).total]).toEqual([expected.length, expected.length]);
      },
    ),
  );
});
