// What persons ruled, taught to the classifier (RT-1): a clerk's dispatch and an upheld objection say which
// unit a text belongs to. The rulings live in the routings themselves, which the journal can always build
// again, so a restarted or rebuilt triage learns them anew; of an appeal ruled more than once only the last
// counts then. Learning takes its time, for many rulings no longer than for one, so what has come meanwhile
// is taught together.
import type { Ruling, UnitClassifier } from './classifier-port';
import type { RuledRouting } from './ports';

/** How many rulings, the latest, are learnt anew at a start. */
const RULINGS_KEPT = 300;

/** The rulings a classifier is taught. */
export interface Rulings {
  /** Takes in what is new among these, oldest first; a ruling is taught once. */
  add(routings: readonly RuledRouting[]): void;
  /** Resolves when everything taken in has been taught. */
  settled(): Promise<void>;
  /** Teaches nothing more. */
  stop(): Promise<void>;
}

/** What teaching needs. */
export interface RulingPorts {
  readonly classifier: UnitClassifier;
  /** The unit that does now what the ruled one did. */
  readonly successorOf: (code: string) => string;
  /** Keeps out units dissolved since, and those that the region alone says. */
  readonly isTaught: (code: string) => boolean;
  /** Lets other work through before rulings are taught. */
  readonly pause: () => Promise<void>;
}

type Lesson = Ruling & { readonly name: string; readonly at: number };

/** Opens the rulings. */
export function openRulings({ classifier, successorOf, isTaught, pause }: RulingPorts): Rulings {
  const known = new Set<string>();
  const waiting: Lesson[] = [];
  let running: Promise<void> | undefined;
  const teach = async (): Promise<void> => {
    for (await pause(); waiting.length > 0; await pause()) classifier.learn(waiting.splice(0).map(rulingOf));
    running = undefined;
  };
  return {
    add(routings) {
      const lessons = routings
        .flatMap(lessonOf)
        .map((lesson) => ({ ...lesson, unit: successorOf(lesson.unit) }))
        .filter(({ name, unit }) => !known.has(name) && isTaught(unit));
      lessons.sort((a, b) => a.at - b.at || (a.name < b.name ? -1 : 1));
      for (const { name } of lessons) known.add(name);
      waiting.push(...lessons.slice(-RULINGS_KEPT));
      if (waiting.length > 0) running ??= teach();
    },
    settled: async () => running,
    stop: async () => {
      waiting.length = 0;
      await running;
    },
  };
}

function lessonOf({ id, state: { file } }: RuledRouting): Lesson[] {
  const { ruling, wording, topic } = file;
  if (ruling === null || wording === 'erased') return [];
  return [{ name: `${id}/${ruling.dispatchNo}`, at: ruling.at, ...wording, topic, unit: ruling.unit }];
}

function rulingOf({ title, content, topic, unit }: Lesson): Ruling {
  return { title, content, unit, ...(topic && { topic }) };
}
