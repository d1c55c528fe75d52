// The facts on disk. A rebuild goes into a second file while the first still answers; when the journal was
// read to its end the second is renamed over the first. A crash at any point is harmless: the second file
// carries its own seqs and is taken up again where it was left. Without a directory both are in memory, for
// tests and the simulation.
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { FactSums } from '../../app/compare-facts';
import type {
  AppraisedItems,
  CountedFigures,
  FactChange,
  FactFolding,
  FactReading,
  FoldedTo,
  Seen,
} from '../../app/ports';
import type { AppraisalQuestion } from '../../domain/appraisal-query';
import type { CaseRow, CaseRowsQuestion } from '../../domain/case-rows';
import type { CountedFigure } from '../../domain/figure-definition';
import type { FigureQuestion, FormerUnits } from '../../domain/figure-query';
import { DuckdbFacts } from './duckdb-facts';

const FILE = 'facts.duckdb';
const NEXT_FILE = 'facts.next.duckdb';
const MEMORY = ':memory:';

/** One pair of files; `directory` empty means in memory. */
export class FactsFile implements FactFolding, FactReading {
  private answering: DuckdbFacts | undefined;
  private building: DuckdbFacts | undefined;
  private rebuilding = false;
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly directory: string,
    private readonly former: () => FormerUnits = () => [],
  ) {}

  /** Opens what is there, a rebuild that was broken off included. */
  open(): Promise<void> {
    return this.inTurn(async () => {
      if (this.directory !== '') mkdirSync(this.directory, { recursive: true });
      this.rebuilding = this.directory !== '' && existsSync(this.path(NEXT_FILE));
      this.answering = await DuckdbFacts.open(this.path(FILE));
      this.building = this.rebuilding ? await DuckdbFacts.open(this.path(NEXT_FILE)) : this.answering;
    });
  }

  seen(keys: readonly string[]): Promise<readonly Seen[]> {
    return this.inTurn(() => opened(this.building).seen(keys));
  }

  foldedTo(): Promise<readonly FoldedTo[]> {
    return this.inTurn(() => opened(this.building).foldedTo());
  }

  write(change: FactChange): Promise<void> {
    return this.inTurn(() => opened(this.building).write(change));
  }

  count(definitions: readonly CountedFigure[], question: FigureQuestion): Promise<CountedFigures> {
    return this.inTurn(async () => {
      const counted = await opened(this.answering).count(definitions, question, this.former());
      return { ...counted, old: this.rebuilding };
    });
  }

  cases(question: CaseRowsQuestion): Promise<readonly CaseRow[]> {
    return this.inTurn(() => opened(this.answering).cases(question));
  }

  appraisal(question: AppraisalQuestion): Promise<AppraisedItems> {
    return this.inTurn(async () => {
      const found = await opened(this.answering).appraisal(question, this.former());
      return { ...found, old: this.rebuilding };
    });
  }

  /** Sums of the facts that answer. */
  sums(): Promise<FactSums> {
    return this.inTurn(() => opened(this.answering).sums());
  }

  seenOf(key: string, writer: string): Promise<number> {
    return this.inTurn(async () => {
      const seen = await opened(this.answering).seen([key]);
      return seen.find((one) => one.writer === writer)?.seq ?? 0;
    });
  }

  startRebuild(): Promise<void> {
    return this.inTurn(async () => {
      if (this.rebuilding) await opened(this.building).close();
      if (this.directory !== '') this.remove(NEXT_FILE);
      this.building = await DuckdbFacts.open(this.path(NEXT_FILE));
      this.rebuilding = true;
    });
  }

  finishRebuild(): Promise<void> {
    return this.inTurn(async () => {
      if (!this.rebuilding) return;
      await opened(this.answering).close();
      if (this.directory !== '') {
        await opened(this.building).close();
        this.remove(`${FILE}.wal`);
        renameSync(this.path(NEXT_FILE), this.path(FILE));
        this.building = await DuckdbFacts.open(this.path(FILE));
      }
      this.answering = this.building;
      this.rebuilding = false;
    });
  }

  /** Closes both files. */
  close(): Promise<void> {
    return this.inTurn(async () => {
      await this.answering?.close();
      if (this.rebuilding) await this.building?.close();
      this.answering = undefined;
      this.building = undefined;
    });
  }

  private path(file: string): string {
    return this.directory === '' ? MEMORY : join(this.directory, file);
  }

  private remove(file: string): void {
    for (const name of [file, `${file}.wal`]) rmSync(this.path(name), { force: true });
  }

  /** A transaction belongs to the connection, so nothing may run between its statements. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.last.then(work, work);
    this.last = turn.catch(() => undefined);
    return turn;
  }
}

function opened(facts: DuckdbFacts | undefined): DuckdbFacts {
  if (!facts) throw new Error('The facts are opened before the journal is read');
  return facts;
}
