// Notification's own settings. Without them the sandbox carries every message.
import type { ConfigRow } from '#platform/edge/config';

/** File that says who carries messages, and which text is which template there. */
export const PROVIDERS = 'NOTIFICATION_PROVIDERS_FILE';
/** File with the keys of the providers. */
export const PROVIDER_KEYS = 'NOTIFICATION_PROVIDER_KEYS_FILE';

/** File that says where platforms and systems that are told stand, and holds their secrets. */
export const RECEIVERS = 'NOTIFICATION_RECEIVERS_FILE';

/** Settings beside those every service has. */
export const notificationRows: readonly ConfigRow[] = [
  {
    name: PROVIDERS,
    type: 'path',
    optional: true,
    meaning: {
      zh: '短信服务商设置文件；不设则短信进入沙箱发件箱',
      en: 'file with the providers of short messages; without it the sandbox outbox takes them',
    },
  },
  {
    name: PROVIDER_KEYS,
    type: 'path',
    optional: true,
    meaning: { zh: '短信服务商密钥文件', en: 'file with the keys of the providers' },
  },
  {
    name: RECEIVERS,
    type: 'path',
    optional: true,
    meaning: {
      zh: '状态回推文件：平台地址、系统密钥、许可网段；不设则不向外推送',
      en: 'file with the platforms and systems that are told what happens; without it nobody is',
    },
  },
];
