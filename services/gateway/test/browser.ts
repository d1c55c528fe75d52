// A real browser over the real door with fake services behind it: opened once a spec, and what axe says of
// what it shows.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { chromium, type Page } from 'playwright-core';
import { type gatewayWorld, tokenOf } from './world';

const CHROMIUM = '/usr/bin/chromium';
const FLAGS = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

/** The browser at the pages of one world. */
export interface Browsed {
  readonly page: Page;
  readonly home: string;
  /** What the browser complained of, and every request that left for elsewhere. */
  readonly complaints: readonly string[];
  /** Serious findings of axe on the page as it stands. */
  findings(): Promise<string[]>;
  signIn(role: string, unit?: string): Promise<void>;
  close(): Promise<void>;
}

/** Opens it, on a desk. */
export async function browse({ gateway }: ReturnType<typeof gatewayWorld>): Promise<Browsed> {
  if (!existsSync(CHROMIUM)) {
    throw new Error(
      `没有浏览器 ${CHROMIUM}，请先安装：apt-get install chromium fonts-noto-cjk · Chromium is missing: install it`,
    );
  }
  const profile = mkdtempSync(join(tmpdir(), 'zt-page-'));
  const home = `http://127.0.0.1:${await gateway.listen(0)}/`;
  const options = { executablePath: CHROMIUM, args: FLAGS, viewport: { width: 1280, height: 900 } };
  const context = await chromium.launchPersistentContext(profile, options);
  const page = await context.newPage();
  const complaints = heard(page, home);
  return {
    ...{ page, home, complaints },
    findings: () => findingsOn(page),
    signIn: (role, unit) => signedIn(page, home, role, unit),
    close: async () => {
      await context.close();
      await gateway.stop?.();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

function heard(page: Page, home: string): readonly string[] {
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (one) => !one.url().startsWith(home) && complaints.push(`left for ${one.url()}`));
  return complaints;
}

async function findingsOn(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    .analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help }) => `${id}: ${help}`);
}

async function signedIn(page: Page, home: string, role: string, unit?: string): Promise<void> {
  await page.goto(`${home}#/desk`);
  await page.getByLabel('角色', { exact: false }).first().selectOption(role);
  await page.getByLabel('角色令牌').fill(tokenOf(role));
  await page.getByLabel('本人工号').fill(`${role}-1`);
  if (unit) await page.getByLabel('单位').selectOption(unit);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('heading', { name: '工作台' }).waitFor();
}
