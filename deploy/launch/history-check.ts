/**
 * A history is read through before its first record is loaded: a journal takes nothing back, so a file that
 * is cut, doubled, out of order or mixed with another's is refused while the instance is still empty.
 */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { type HistoryHead, readHead, readRecordLine } from '#platform/journal/history-file';
import { LaunchFailure, badConfiguration } from './launch-failure';

/** The head of a history that is whole: every line a record, every writer's events of a key 1, 2, 3, … */
export async function checkedHead(file: string): Promise<HistoryHead> {
  const latest = new Map<string, number>();
  let head: HistoryHead | undefined;
  let [line, records] = [0, 0];
  for await (const text of linesOf(file)) {
    line += 1;
    if (head === undefined) {
      head = readHead(text);
      if (head === undefined) break;
      continue;
    }
    const record = readRecordLine(text);
    if (record === undefined || record.instance !== head.instance) throw noRecord(file, line, head);
    const of = `${record.key} ${record.writer}`;
    const seq = (latest.get(of) ?? 0) + 1;
    if (record.seq !== seq) throw notNext(file, line, { writer: record.writer, seq });
    latest.set(of, seq);
    records += 1;
  }
  if (head === undefined) throw noHistory(file);
  if (records !== head.records) throw notWhole(file, records, head);
  return head;
}

/** The lines of a history or of its keys. */
export function linesOf(file: string): AsyncIterable<string> {
  return createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY });
}

const refusal = (zh: string, en: string) => new LaunchFailure(zh, en, badConfiguration);

function noHistory(file: string): LaunchFailure {
  return refusal(
    `${file} 不是历史文件(zt simulate --export)。`,
    `${file} is no history (zt simulate --export).`,
  );
}

function noRecord(file: string, line: number, { instance }: HistoryHead): LaunchFailure {
  return refusal(
    `${file} 第 ${line} 行不是实例“${instance}”的记录。请重新导出。`,
    `${file}, line ${line}, is no record of instance "${instance}". Export it anew.`,
  );
}

function notNext(
  file: string,
  line: number,
  { writer, seq }: { writer: string; seq: number },
): LaunchFailure {
  return refusal(
    `${file} 第 ${line} 行:此处应为 ${writer} 的第 ${seq} 条,有缺失、重复或错序。请重新导出。`,
    `${file}, line ${line}: event ${seq} of ${writer} belongs here. ` +
      'Lines are missing, doubled or out of order; export it anew.',
  );
}

function notWhole(file: string, records: number, head: HistoryHead): LaunchFailure {
  return refusal(
    `${file} 不完整:应有 ${head.records} 条,实有 ${records} 条。请重新导出。`,
    `${file} is not whole: ${records} records of ${head.records}. Export it anew.`,
  );
}
