// How a pack classes appeals (IN-3), asked of triage's rules and of the pack language.
import { deepEqual, equal } from 'node:assert/strict';
import { classesOf } from '#policy/classes';
import * as triage from '../../../services/triage/test/scenario';
import type { Proof } from './proof';

const { system, clerk } = triage.PEOPLE;

function classedAs(pack: Parameters<Proof>[0], template: string, topic: string): string {
  const past = triage
    .admittedAs('help')
    .map(
      ([minute, event]): triage.Past =>
        event.type === 'AppealSubmitted' ? [minute, { ...event, template }] : [minute, event],
    );
  const command = { type: 'ClassifyAppeal', classification: triage.classification({ topic }) } as const;
  const set = triage.when(past, system, command, 1, pack).events.find(({ type }) => type === 'ClassSet');
  return set?.type === 'ClassSet' ? set.path.join(' ') : '';
}

/** The coarsest classes, and where appeals about these topics are put. */
export function classes(coarsest: string, byTopic: Readonly<Record<string, string>>): Proof {
  return (pack) => {
    const roots = classesOf(pack).filter(({ path }) => path.length === 1);
    equal(roots.map(({ id }) => id).join(' '), coarsest);
    const found = Object.keys(byTopic).map((topic) => [topic, classedAs(pack, '', topic)]);
    deepEqual(Object.fromEntries(found), byTopic);
  };
}

/** An appeal written with the template is of this class, also where its topic leads elsewhere. */
export function preselects(template: string, path: string): Proof {
  return (pack) => equal(classedAs(pack, template, 'tax'), path);
}

/** A clerk puts an appeal into this class. */
export function clerkClasses(classId: string): Proof {
  return (pack) => {
    const reply = triage.when(triage.GIVEN.desk, clerk, { type: 'SetClass', classId }, 120, pack);
    deepEqual(reply.types, ['ClassSet']);
  };
}
