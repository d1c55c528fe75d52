// 专家库: who may be named to a panel (KB-5), for whoever may convene one. Whether somebody must stand aside
// depends on the case and is decided when the panel is convened.
import { z } from 'zod';
import { holdsOn } from '#policy/holds-on';
import type { Expert } from '#policy/profile-people';
import { civilDayOf } from '#working-calendar/civil-day';
import { giving } from '../../../../app/roles';
import type { Edge } from '../edge';
import { answered, type Route, route } from '../route';

const text = z.string();

/** The experts, each with his unit or, outside all units, his organisation. */
const experts = z.strictObject({
  experts: z.array(
    z.strictObject({
      ...{ id: text, name: text, unit: text, organisation: text },
      fields: z.array(text).describe('topics'),
      since: text.describe('first day in office, YYYY-MM-DD; empty: open'),
      until: text.describe('last day in office; empty: open'),
      inOffice: z.boolean().describe('today · 今日在任'),
    }),
  ),
});

/** The row of the experts. */
export function expertRoute({ versions, now }: Edge): Route {
  return route({
    ...{ method: 'GET', tag: 'reference', id: 'listExperts', path: '/api/v1/experts' },
    enter: giving('ConvenePanel'),
    summary: { zh: '研判专家', en: 'Experts who may be named to a panel' },
    replies: { 200: experts },
    handle: async () => {
      const today = civilDayOf(now());
      return answered(200, { experts: versions.profile().experts.map((one) => shown(one, today)) });
    },
  });
}

function shown(expert: Expert, today: string) {
  const { id, name, fields, unit = '', organisation = '', since = '', until = '' } = expert;
  return { id, name, fields, unit, organisation, since, until, inOffice: holdsOn(expert, today) };
}
