import { type Voting, countVotes } from './panel-count';

const SIMPLE: Voting = { clause: 'c', quorum: 2, majority: 'simple', within: 'workingDays:2', tie: 'chair' };
const TWO_THIRDS = { majority: 'two-thirds' } as const;
const cast = (votes: string) =>
  votes.split(' ').map((vote) => ({ member: vote.charAt(0), option: vote.slice(1) }));

test.each([
  ['more than half', 'aY bY cN', {}, 'Y 2'],
  ['exactly half is none', 'aY bY cN dN', { tie: 'again' }, 'tied'],
  ["between equals the chair's vote decides", 'aN bY cN dY', {}, 'N 2 chair'],
  ['unless the chair was silent', 'bY cN', {}, 'tied'],
  ['or his vote does not count', 'bY cY dN eN', {}, 'tied'],
  ['between three nobody decides', 'aY bN cX', {}, 'tied'],
  ['nor between three that are two each', 'aY bN cX dY eN fX', {}, 'tied'],
  ['nor where the two are not half each', 'aY bY cN dN eX', {}, 'tied'],
  ['or voted for neither', 'aX bY cY dN eN', {}, 'tied'],
  ['half of two thirds is too little, whoever has the chair', 'aY bY cN dN', TWO_THIRDS, 'tied'],
  ['the most of three is no majority', 'aY bY cN dX', {}, 'no-majority'],
  ['two thirds are enough', 'aY bY cN', TWO_THIRDS, 'Y 2'],
  ['less are not', 'aY bY cY dN eN', TWO_THIRDS, 'no-majority'],
  ['a quorum counts votes, not seats', 'aY', {}, 'no-quorum'],
] as const)('%s', (_name, votes, change, expected) => {
  const count = countVotes(cast(votes), 'a', { ...SIMPLE, ...change });
  const told = count.ruled ? `${count.option} ${count.votesFor}${count.byChair ? ' chair' : ''}` : count.why;
  expect(told).toBe(expected);
});
