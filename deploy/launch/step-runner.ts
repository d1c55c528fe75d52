/**
 * Setting up is a handful of steps, some of which take minutes: each says what it is, whether it is already
 * done and what must precede it; independent ones run side by side. Time and output come in from outside.
 */

/** A text in the two languages of the product. */
export interface Title {
  readonly zh: string;
  readonly en: string;
}

/** One step of the set-up. */
export interface Step {
  readonly id: string;
  readonly title: Title;
  /** Ids of the steps that must be finished before; ids that are not in the list are ignored. */
  readonly after?: readonly string[];
  /** The others go on without it when it fails. */
  readonly optional?: boolean;
  /** True when there is nothing to do; asked after the preceding steps have finished. */
  done(): Promise<boolean>;
  /** Does it; `note` tells how far it is. */
  run(note: (text: string) => void): Promise<void>;
}

/** Where the steps are shown. */
export interface Board {
  started(title: Title): void;
  noted(title: Title, text: string): void;
  finished(title: Title): void;
  failed(title: Title): void;
}

/** A board that shows nothing. */
export const silentBoard: Board = { started() {}, noted() {}, finished() {}, failed() {} };

/**
 * Runs all steps; after a failure, unless of an optional step, no new step begins, the running ones end, then
 * the first failure is thrown.
 */
export async function runSteps(steps: readonly Step[], board: Board): Promise<void> {
  const running = new Map<string, Promise<void>>();
  let failure: { readonly error: unknown } | undefined;
  const perform = async (step: Step) => {
    await Promise.all((step.after ?? []).map((id) => running.get(id)));
    if (failure || (await step.done())) return;
    board.started(step.title);
    try {
      await step.run((text) => board.noted(step.title, text));
      board.finished(step.title);
    } catch (error) {
      board.failed(step.title);
      throw error;
    }
  };
  for (const step of steps) {
    const known = (step.after ?? []).every(
      (id) => running.has(id) || !steps.some((other) => other.id === id),
    );
    if (!known) throw new Error(`step ${step.id} stands before one it needs`);
    running.set(
      step.id,
      perform(step).catch((error: unknown) => {
        if (!step.optional) failure ??= { error };
      }),
    );
  }
  await Promise.all(running.values());
  if (failure) throw failure.error;
}
