// The appeals of a simulation: texts from a file of appeals or the profile, enterprises from the register,
// and with each what really is the case – which unit is in charge of it – against which people act, whatever
// the platform believes.
import type { Enterprise, TrainingAppeal } from '#policy/profile';
import { natureOf } from '#policy/kinds';
import type { Pack } from '#policy/pack';
import type { Draw } from './seeded-draws';

/** An appeal as a file of appeals or the profile tells it; without a label nobody knows who is in charge. */
export type ToldAppeal = Omit<TrainingAppeal, 'label'> & { readonly label?: TrainingAppeal['label'] };

/** An appeal that comes in. */
export interface DrawnAppeal {
  readonly sourceNumber: string;
  readonly at: number;
  readonly told: ToldAppeal;
  readonly enterprise: TrainingAppeal['enterprise'];
}

/** What is known of an appeal outside the platform. */
export interface Story {
  readonly sourceNumber: string;
  /** Unit in charge. */
  readonly unit: string;
  /** Units that have a part in it. */
  readonly assist: readonly string[];
  readonly topic: string;
  readonly disposition: string;
  readonly urgent: boolean;
  readonly uscc: string;
  readonly title: string;
  /** What it asks for, in its own words. */
  readonly asked: string;
}

/** What the appeals of a town are drawn from. */
export interface Supply {
  readonly told: readonly ToldAppeal[];
  readonly register: readonly Enterprise[];
  /** Doors of the pack; an appeal told for a door it does not have comes by one of them. */
  readonly doors: readonly string[];
  /** Kinds of the pack; an appeal told as of another kind comes as the first of the nature so called. */
  readonly kinds: Pack['kinds'];
}

/**
 * Appeals for the instants. The texts come in the order of the file; when it is used up it begins again with
 * other enterprises.
 */
export function appealsAt(
  instants: readonly number[],
  { told, register, doors, kinds }: Supply,
  draw: Draw,
): readonly DrawnAppeal[] {
  const active = register.filter(({ status }) => status === 'active');
  return instants.map((at, index) => {
    const pass = Math.floor(index / told.length);
    const one = ofKind(byDoor(told[index % told.length] as ToldAppeal, doors, draw), kinds);
    if (pass === 0) return { sourceNumber: one.id, at, told: one, enterprise: one.enterprise };
    const about = `${one.id}/${pass}`;
    const other = active[Math.floor(draw('enterprises', 'who', about) * active.length)];
    const enterprise = other
      ? { name: other.name, uscc: other.uscc, region: other.region, tags: other.tags }
      : one.enterprise;
    return { sourceNumber: about, at, told: one, enterprise };
  });
}

function byDoor(told: ToldAppeal, doors: readonly string[], draw: Draw): ToldAppeal {
  if (doors.includes(told.channel)) return told;
  const channel = doors[Math.floor(draw('enterprises', 'door', told.id) * doors.length)] ?? told.channel;
  return { ...told, channel };
}

function ofKind(told: ToldAppeal, kinds: Pack['kinds']): ToldAppeal {
  if (kinds.some(({ id }) => id === told.kind)) return told;
  const kind = kinds.find(({ id }) => natureOf({ kinds }, id) === told.kind)?.id;
  return kind === undefined ? told : { ...told, kind };
}

/** The story of an appeal; without a label the first unit is taken to be in charge. */
export function storyOf({ sourceNumber, told, enterprise }: DrawnAppeal, units: readonly string[]): Story {
  const unknown = { lead: units[0] ?? '', assist: [], disposition: 'dispatch', urgent: false };
  const { lead, assist, disposition, urgent } = told.label ?? unknown;
  const asked = told.content.split(/[。；？]/u).findLast((words) => words.trim() !== '') ?? told.title;
  const said = { title: told.title, topic: told.topic, asked: asked.replace(/^请求?/u, '') };
  return { sourceNumber, unit: lead, assist, disposition, urgent, uscc: enterprise.uscc, ...said };
}
