// Intake's own settings.
import type { ConfigRow } from '#platform/edge/config';

/** File with the secrets of doors. */
export const DOOR_SECRETS = 'INTAKE_DOOR_SECRETS_FILE';
/** Where the virus scanner listens. */
export const SCANNER = 'INTAKE_SCANNER';

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
    name: SCANNER,
    type: 'string',
    optional: true,
    meaning: {
      zh: '病毒扫描程序 clamd 的地址（主机:端口，或套接字路径）；不设则附件一律隔离，不予打开',
      en: 'address of the scanner clamd (host:port, or path of its socket); without it every file stays in quarantine',
    },
  },
];
