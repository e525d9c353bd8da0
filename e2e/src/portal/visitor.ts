import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import axe from 'axe-core';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';

export interface Violation {
  page: string;
  rule: string;
  targets: string[];
}

export interface VisitSettings {
  address: string;
  /** Where each page that was looked at is kept as a picture; null keeps none. */
  pictures: string | null;
}

/** What was looked at on a walk, and what was wrong with it. */
export class Findings {
  readonly pages = new Set<string>();
  readonly violations: Violation[] = [];
  /** What the browser itself complained of: scripts that failed, what its policy kept out. */
  readonly complaints: string[] = [];
}

/** Ends what hangs; being slow is no fault. */
const patienceMillis = 120_000;

/** Somebody in front of a browser of their own. */
export class Visitor {
  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
    private readonly settings: VisitSettings,
    private readonly findings: Findings,
  ) {}

  static async with(browser: Browser, settings: VisitSettings, findings: Findings): Promise<Visitor> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, locale: 'zh-CN', reducedMotion: 'reduce' });
    const page = await context.newPage();
    page.setDefaultTimeout(patienceMillis);
    page.on('pageerror', ({ message }) => findings.complaints.push(message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) {
        findings.complaints.push(message.text());
      }
    });
    return new Visitor(page, context, settings, findings);
  }

  async open(path: string): Promise<void> {
    await this.page.goto(this.settings.address + path);
  }

  async signIn(login: string, password: string): Promise<void> {
    await this.page.getByLabel('登录名').fill(login);
    await this.page.getByLabel('密码', { exact: true }).fill(password);
    await this.page.getByRole('button', { name: '登录', exact: true }).click();
  }

  /** Looks at the page as it is now: every rule of axe, and a picture, also as a telephone shows it. */
  async look(name: string): Promise<void> {
    await this.page.getByRole('status', { name: '正在加载' }).waitFor({ state: 'detached' });
    this.findings.pages.add(name);
    await this.page.evaluate(axe.source);
    const { violations } = await this.page.evaluate<AxeResults>('axe.run(document, { resultTypes: ["violations"] })');
    this.findings.violations.push(
      ...violations.map(({ id, nodes }) => ({ page: name, rule: id, targets: nodes.slice(0, 5).map(({ target }) => target.join(' ')) })),
    );
    await this.picture(name);
  }

  async leave(): Promise<void> {
    await this.context.close();
  }

  private async picture(name: string): Promise<void> {
    const { pictures } = this.settings;
    if (pictures === null) {
      return;
    }
    await mkdir(pictures, { recursive: true });
    for (const width of [1280, 360]) {
      await this.page.setViewportSize({ width, height: width === 360 ? 740 : 860 });
      await this.page.evaluate('window.scrollTo(0, 0)');
      await this.page.screenshot({ path: join(pictures, `${name}-${width}.png`), fullPage: true });
    }
    await this.page.setViewportSize({ width: 1280, height: 860 });
  }
}
