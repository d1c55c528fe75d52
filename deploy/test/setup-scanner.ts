/**
 * Files are looked at by the virus scanner that offices run: Debian's clamd, installed after saying so,
 * without its signatures, which its test brings itself.
 */
import { existsSync } from 'node:fs';
import { installByApt } from '../launch/setup-packages';
import type { Step } from '../launch/step-runner';

/** Installs the scanner of the test of files. */
export function scannerStep(): Step {
  return {
    id: 'scanner',
    title: { zh: '测试用病毒扫描程序(apt-get)', en: 'virus scanner for the test of files (apt-get)' },
    after: ['packages', 'browser'],
    optional: true,
    done: async () => existsSync('/usr/sbin/clamd'),
    run: (note) => installByApt(['clamd'], ['clamav-daemon'], note),
  };
}
