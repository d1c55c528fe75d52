/** What the operator does to official accounts of WeChat: have the menu of the profile made there. */
import { askOps, type Reached } from './reach';
import { print, printJson, ZtFailure } from './speak';

type Made =
  | { readonly outcome: 'done' }
  | { readonly outcome: 'away' }
  | { readonly outcome: 'refused'; readonly code: number }
  | { readonly code: string; readonly zh: string; readonly en: string };

/** `zt wechat menu [door]`; exit code 0 when WeChat took it. */
export async function wechat(
  act: string | undefined,
  door: string,
  reached: Reached,
  flags: { json?: boolean },
): Promise<number> {
  if (act !== 'menu') throw new ZtFailure('只有 wechat menu。', 'There is wechat menu only.');
  const base = reached.ops['intake'] ?? '';
  const made = await askOps<Made>(base, '/ops/wechat-menu', { door });
  if (made === undefined) throw new ZtFailure('intake 没有应答。', 'Intake does not answer.');
  if (!('outcome' in made)) throw new ZtFailure(made.zh, made.en);
  if (flags.json) printJson(made);
  else if (made.outcome === 'refused') print(`微信拒绝 WeChat refused: errcode ${made.code}`);
  else print(made.outcome === 'done' ? '菜单已创建 menu made' : '微信无应答 WeChat does not answer');
  return made.outcome === 'done' ? 0 : 1;
}
