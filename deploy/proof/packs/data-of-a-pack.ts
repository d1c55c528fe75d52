// What asking another unit for data comes to under a pack (HD-8), from the decider that runs in production.
import { equal } from 'node:assert/strict';
import type { Actor } from '#kernel/decider';
import type { DataCommand } from '#casework/domain/data-request-commands';
import { groundsIn } from '#supervision/domain/grounds';
import { ASK, DATA_GIVEN, PROVIDE, READ, aboutData } from '../../../services/casework/test/data-requests';
import { PEOPLE } from '../../../services/casework/test/scenario';
import type { Proof } from './proof';

const { taxHandler, waterHandler } = PEOPLE;

/** What a command leads to in a case on which the tax bureau works, on Monday at eleven. */
export function dataLeadsTo(
  past: keyof typeof DATA_GIVEN,
  actor: Actor,
  command: DataCommand,
  expected: string,
): Proof {
  return (pack) => {
    equal(aboutData(DATA_GIVEN[past], actor, command, 2, pack).told, expected);
  };
}

/** That the tax bureau may ask water, and water answer, by a template with the fields given. */
export function dataIsProvided(template: string, fields: Record<string, string>, expected: string): Proof {
  return (pack) => {
    const asked = aboutData(DATA_GIVEN.inWork, taxHandler, { ...ASK, template }, 2, pack);
    equal(asked.told, 'DataRequested');
    equal(aboutData(asked.past, waterHandler, { ...PROVIDE, fields }, 3, pack).told, expected);
  };
}

/** Until when water has to answer what it is asked on Monday at eleven. */
export function dataDue(template: string, until: string): Proof {
  return (pack) => {
    const [event] = aboutData(DATA_GIVEN.inWork, taxHandler, { ...ASK, template }, 2, pack).events;
    equal(event?.type === 'DataRequested' && event.dueAt, Date.parse(`${until}+08:00`));
  };
}

/** That a role beside those who asked opens what was provided, on record. */
export function dataIsReadBy(role: string): Proof {
  return (pack) => {
    const { events } = aboutData(DATA_GIVEN.provided, { role, id: 'x' }, READ, 4, pack);
    equal(events.map((event) => event.type === 'DataRead' && event.role).join(), role);
  };
}

/** When water is reminded of what it is asked on Monday at eleven. */
export function dataReminded(template: string, at: string): Proof {
  return (pack) => {
    const [event] = aboutData(DATA_GIVEN.inWork, taxHandler, { ...ASK, template }, 2, pack).events;
    equal(event?.type === 'DataRequested' && event.nearAt, Date.parse(`${at}+08:00`));
  };
}

/** What an overdue answer is to supervision: the grounds it shows. */
export function overdueDataIs(ground: string): Proof {
  return (pack) => {
    const course = { lead: 'tax', assist: [] } as unknown as Parameters<typeof groundsIn>[1];
    const shown = groundsIn({ type: 'DataRequestOverdue', requestNo: 1, unit: 'water' }, course, pack);
    equal(shown.map((one) => `${one.ground} ${one.unit}`).join(), `${ground} water`);
  };
}
