// Whoever a pack writes to must have a post in the profile: else pack and profile do not fit.
import { unheldRoles } from './told-roles';

const text = (id: string, to: string) =>
  ({ id, to }) as Parameters<typeof unheldRoles>[1]['messages'][number];
const PACK = {
  id: 'p',
  messages: [
    text('received', 'enterprise'),
    text('ordered', 'unit'),
    text('assisting', 'assist'),
    text('leader', 'sponsors'),
    text('found', 'desk'),
    text('red', 'watch'),
    text('redder', 'watch'),
  ],
};
const post = (role?: string) => ({ id: 'x', title: 'x', role, holder: 'a', deputies: [] });

test('each role without a post is told once, by its first text; who is no role needs none', () => {
  expect(unheldRoles({ posts: [post('desk'), post()] }, PACK)).toEqual([
    { pack: 'p', role: 'watch', message: 'red', place: 5 },
  ]);
  expect(unheldRoles({ posts: [post('desk'), post('watch')] }, PACK)).toEqual([]);
});
