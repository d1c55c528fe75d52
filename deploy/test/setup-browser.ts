/**
 * The pages are tested in a real browser with Chinese fonts: Debian's Chromium, installed after saying so.
 * Where that is not possible everything else is tested all the same; the tests of the pages then say what is
 * missing.
 */
import { findOnPath } from '../launch/cache';
import { installByApt } from '../launch/setup-packages';
import type { Step } from '../launch/step-runner';

/** Installs the browser of the page tests. */
export function browserStep(): Step {
  return {
    id: 'browser',
    title: { zh: '测试用浏览器与中文字体(apt-get)', en: 'browser and fonts for the page tests (apt-get)' },
    after: ['packages'],
    optional: true,
    done: async () => findOnPath('chromium') !== undefined,
    run: (note) => installByApt(['chromium'], ['chromium', 'fonts-noto-cjk'], note),
  };
}
