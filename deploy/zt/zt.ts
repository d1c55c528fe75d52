/** The operator's tool, `npm run -s zt -- <command>`. Each command is a file; here they are only named. */
import { Command } from 'commander';
import { deadline } from './deadline';
import { compare, parked, rebuild, status } from './operate';
import { outage } from './outage';
import { pack } from './pack';
import { PROFILE_ACTS, profile } from './profile';
import { reach } from './reach';
import { register } from './register';
import { replay } from './replay';
import { show } from './show';
import { simulate } from './simulate';
import { ZtFailure, print } from './speak';
import { wechat } from './wechat';

type Flags = Readonly<Record<string, never>>;

/** Of every command that talks to an instance. */
const DATA = ['--data <dir>', '实例的数据目录,默认 .data · data directory of the instance'] as const;

const program = new Command('zt')
  .description('直通运维工具 · operator tool of Zhitong')
  .option(...DATA)
  .option(
    '--port-base <n>',
    '与 npm start 相同的标志;实例由数据目录确定 · as in npm start; the data directory decides',
  )
  .option('--instance <name>', '实例名 · name of the instance')
  .option('--json', '机器可读 · for machines');

const flags = (own: object): Flags => ({ ...program.opts(), ...own }) as Flags;

function ends(run: (own: object, ...args: (string | undefined)[]) => Promise<number> | number) {
  return async (...all: unknown[]): Promise<void> => {
    const own = all.at(-2) as object;
    const args = all.slice(0, -2).flat() as (string | undefined)[];
    try {
      process.exitCode = await run(own, ...args);
    } catch (error) {
      if (!(error instanceof ZtFailure)) throw error;
      process.stderr.write(`${error.message}\n`);
      process.exitCode = error.exitCode;
    }
  };
}

program
  .command('replay <file>')
  .description('推送诉求文件并给出账目 · push appeals and account for them')
  .option('--report <file>', '逐行报告(JSON)· a report per line')
  .option('--in-flight <n>', '同时在途数 · pushes in flight', '32')
  .option('--settle-within-s <n>', '最长等待秒数 · longest wait in seconds', '300')
  .option('--json', 'JSON')
  .option(...DATA)
  .action(ends((own, file) => replay(file ?? '', reach(flags(own)), flags(own))));
program
  .command('deadline [rule] [start]')
  .description('计算时限 · compute a deadline')
  .option('--vectors <file>', '成批计算 · a file of rows')
  .option('--explain', '逐日说明 · day by day')
  .option('--json', 'JSON')
  .action(ends((own, rule, start) => deadline(rule, start, flags(own))));
program
  .command('pack <act> <dir>')
  .description('检查政策包:pack check 目录 · check a policy pack')
  .option('--json', 'JSON')
  .action(ends((own, act, directory) => pack(act, directory, flags(own))));
program
  .command('profile <act> [args...]')
  .description(
    '辖区档案:check 目录、show 单位、stale,以及修改 · jurisdiction profile: check DIR, show UNIT, stale, and edits',
  )
  .addHelpText('after', `\n操作 acts:\n${PROFILE_ACTS.map((act) => `  ${act}`).join('\n')}`)
  .option('--profile <dir>', '档案目录 · directory of the profile')
  .option('--packs <dir>', '政策包目录 · directory of packs')
  .option('--on <day>', '以此日(YYYY-MM-DD)为今天 · the day taken for today (YYYY-MM-DD)')
  .option('--from <hour>', '值班开始 · duty from')
  .option('--until <hour>', '值班结束 · duty until')
  .option('--post <title>', '联络员职务 · post of the contact')
  .option('--days <n>', '未确认天数 · days without confirmation')
  .option('--json', 'JSON')
  .action(
    ends((own, act, ...args) => {
      const given = args.map((one) => one ?? '');
      return profile(act ?? '', given, flags(own), Date.now());
    }),
  );
program
  .command('simulate')
  .description('模拟运行数月并给出账目 · let months pass in minutes and account for them')
  .option('--pack <name>', '政策包 · the pack')
  .option('--from <day>', '首日(YYYY-MM-DD) · first day (YYYY-MM-DD)')
  .option('--to <day>', '末日(YYYY-MM-DD) · last day (YYYY-MM-DD)')
  .option('--seed <n>', '种子 · the seed', '1')
  .option('--count <n>', '诉求件数 · how many appeals')
  .option('--appeals <file>', '诉求文件 · a file of appeals')
  .option('--against <name>', '与另一政策包比较 · compare with another pack')
  .option('--export <file>', '导出日志 · write the journal to a file')
  .option('--reports <dir>', '导出报表(XLSX) · write the tables of the pack as workbooks')
  .option('--json', 'JSON')
  .action(ends((own) => simulate(flags(own))));
program
  .command('status')
  .description('实例是否就绪 · is the instance ready')
  .option('--json', 'JSON')
  .option(...DATA)
  .action(ends((own) => status(reach(flags(own)), flags(own))));
program
  .command('show <number>')
  .description('按时间顺序显示案卷 · a case file in time order')
  .option('--json', 'JSON')
  .option(...DATA)
  .action(ends((own, number) => show(reach(flags(own)), number ?? '', flags(own))));
program
  .command('rebuild <service>')
  .description('从日志重建 · build again from the journal')
  .option('--group <group>', '只重建一个读者组 · one reader group only')
  .option(...DATA)
  .action(
    ends((own, service) => rebuild(reach(flags(own)), service ?? '', (own as { group?: string }).group)),
  );
program
  .command('compare [service]')
  .description('存储是否等于日志 · is what is stored what the journal says')
  .option('--json', 'JSON')
  .option(...DATA)
  .action(ends((own, service) => compare(reach(flags(own)), service, flags(own))));
program
  .command('parked [act] [key]')
  .description('搁置的诉求:list、retry KEY、skip KEY · parked keys')
  .option('--json', 'JSON')
  .option(...DATA)
  .action(ends((own, act, key) => parked(reach(flags(own)), act ?? 'list', key, flags(own))));
program
  .command('wechat <act> [door]')
  .description('公众号:menu 按档案创建菜单 · WeChat accounts: make the menu')
  .option('--json', 'JSON')
  .option(...DATA)
  .action(ends((own, act, door) => wechat(act, door ?? 'wechat', reach(flags(own)), flags(own))));
program
  .command('outage <act> [args...]')
  .description(
    '系统停机台账:list、state 起 止 原因、withdraw 编号 原因 · outages of the platform: list, state, withdraw',
  )
  .option('--by <name>', '登记人 · who states it')
  .option('--json', 'JSON')
  .option(...DATA)
  .action(
    ends((own, act, ...args) => {
      const given = args.map((one) => one ?? '');
      return outage(reach(flags(own)), act ?? 'list', given, flags(own));
    }),
  );
program
  .command('register <act> [file]')
  .description('法人库:import 文件(CSV、XLSX、JSON 行)、state · legal-person register: import FILE, state')
  .option('--delta', '增量:只增改,不移出 · adds and changes only')
  .option('--strict', '有一行不合格即整份不收 · one bad row refuses the file')
  .option('--shrinks', '允许移出多于收入 · more may leave than come')
  .option('--format <name>', 'csv、xlsx、jsonl;缺省看扩展名 · else by the extension')
  .option('--by <name>', '导入人 · who imports')
  .option('--json', 'JSON')
  .option(...DATA)
  .action(ends((own, act, file) => register(reach(flags(own)), act ?? '', file ?? '', flags(own))));
program
  .command('token <role>')
  .description('角色令牌 · token of a role')
  .option(...DATA)
  .action(
    ends((own, role) => {
      print(reach(flags(own)).token(role ?? ''));
      return 0;
    }),
  );
program
  .command('door-secret <door>')
  .description('外部平台推送签名的密钥 · secret with which a platform signs its pushes')
  .option('--wechat', '公众号的 Token 与 EncodingAESKey · those of a WeChat official account')
  .option(...DATA)
  .action(
    ends((own, door = '') => {
      const reached = reach(flags(own));
      const account = 'wechat' in own ? reached.accountSecrets(door) : undefined;
      if (account === undefined) print(reached.doorSecret(door));
      else print(`Token ${account.token}\nEncodingAESKey ${account.encodingAesKey}`);
      return 0;
    }),
  );

// Whoever reads may stop reading, as `head` does: that ends the tool quietly.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

void program.parseAsync();
