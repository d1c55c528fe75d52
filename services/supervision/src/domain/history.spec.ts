import { dispatched, wall } from '../../test/officer';

/** Dispatched on Monday 2 March 2026 at nine, and nobody does anything. */
const silent = () => dispatched('2026-03-02 09:00');

const shownAs = (line: string) => line.slice('2026-03-02 10:30 '.length).split(/[ ,]/)[0];

describe('a loaded history (SV-1, SV-2)', () => {
  test('a deadline that passed within it is neither reminded of nor carded; later ones are', () => {
    const docket = silent();
    docket.pastUntil = wall('2026-03-02 12:00');
    docket.looksUntil(wall('2026-03-10 00:00'));
    expect(docket.said('contact').map(shownAs)).toEqual(['started']);
    expect(docket.said('opinion').map(shownAs)).toEqual(['started', 'near', 'yellow', 'red']);
  });

  test('a yellow card shown within it is not followed by a red one that was due before its end', () => {
    const docket = silent().looksUntil(wall('2026-03-02 12:00'));
    expect(docket.said('contact').map(shownAs)).toEqual(['started', 'near', 'yellow']);
    docket.pastUntil = wall('2026-03-05 12:00');
    docket.looksUntil(wall('2026-03-10 00:00'));
    expect(docket.said('contact').map(shownAs)).toEqual(['started', 'near', 'yellow']);
  });

  test('one whose time comes after its end is', () => {
    const docket = silent().looksUntil(wall('2026-03-02 12:00'));
    docket.pastUntil = wall('2026-03-02 13:00');
    docket.looksUntil(wall('2026-03-10 00:00'));
    expect(docket.said('contact').map(shownAs)).toEqual(['started', 'near', 'yellow', 'red']);
  });
});
