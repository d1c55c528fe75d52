// Intake's own setting.
import type { ConfigRow } from '#platform/edge/config';

/** File with the secrets of doors. */
export const DOOR_SECRETS = 'INTAKE_DOOR_SECRETS_FILE';

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
];
