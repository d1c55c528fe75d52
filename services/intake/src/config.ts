// Intake's own settings.
import type { ConfigRow } from '#platform/edge/config';

/** File with the secrets of doors. */
export const DOOR_SECRETS = 'INTAKE_DOOR_SECRETS_FILE';
/** Where the virus scanner listens. */
export const SCANNER = 'INTAKE_SCANNER';

/** File that says in which bucket files lie. */
export const FILE_STORE = 'INTAKE_FILE_STORE_FILE';

/** Settings beside those every service has. */
export const intakeRows: readonly ConfigRow[] = [
  {
    name: DOOR_SECRETS,
    type: 'path',
    optional: true,
    meaning: {
      zh: '渠道密钥文件；未列出的渠道由实例密钥推出',
      en: "file with the secrets of doors; doors not in it have one derived from the instance's",
    },
  },
  {
    name: FILE_STORE,
    type: 'path',
    optional: true,
    meaning: {
      zh: 'S3 兼容存储的设置文件（JSON）；不设则附件存于数据目录',
      en: 'file (JSON) with the S3-compatible store of files; without it they lie in the data directory',
    },
  },
  {
    name: SCANNER,
    type: 'string',
    optional: true,
    meaning: {
      zh: '病毒扫描程序 clamd 的地址（主机:端口，或套接字路径）；不设则附件一律隔离，不予打开',
      en: 'address of the scanner clamd (host:port, or path of its socket); without it every file stays in quarantine',
    },
  },
];
