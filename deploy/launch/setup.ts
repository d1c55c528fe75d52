/**
 * The set-up as a whole: what must be there before broker and store can run, and what must be built before
 * services can. Everything is checked at every start; what is there costs milliseconds.
 */
import { bundlesStep } from './setup-bundles';
import { contractsStep } from './setup-contracts';
import { kafkaArchiveStep, kafkaJarsStep } from './setup-kafka';
import { packagesStep } from './setup-packages';
import { storeServerStep } from './setup-store-server';
import { type Board, runSteps, silentBoard, type Step } from './step-runner';

const infrastructureSteps = () => [packagesStep(), storeServerStep(), kafkaJarsStep(), kafkaArchiveStep()];

/** Programs for broker and store, and whatever else is to be got beside them. */
export const prepareInfrastructure = (
  board: Board = silentBoard,
  beside: readonly Step[] = [],
): Promise<void> => runSteps([...infrastructureSteps(), ...beside], board);

/** Generated code and the services' bundles. */
export const prepareServices = (board: Board = silentBoard): Promise<void> =>
  runSteps([contractsStep(), bundlesStep()], board);

/** Everything, side by side. */
export const prepareAll = (board: Board): Promise<void> =>
  runSteps([...infrastructureSteps(), contractsStep(), bundlesStep()], board);
