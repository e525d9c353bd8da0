import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import axe from 'axe-core';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import type { DemonstrationPerson } from '../demonstration-people';
import { pollUntil } from '../poll';
import { SharedLogin } from '../shared-login';

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
  /** Pages that are wider than the screen, on a telephone or at 200 % zoom. */
  readonly sideways: string[] = [];
  /** Ways that were gone without a mouse. */
  keyboardRuns = 0;
}

const usual = { width: 1280, height: 860 };
/** A telephone; the usual screen at 200 % zoom; a large one. */
const screens = { 360: { width: 360, height: 740 }, 640: { width: 640, height: 430 }, 1280: usual, 1920: { width: 1920, height: 1080 } };
const narrow = [screens[360], screens[640]];

/** Ends what hangs; being slow is no fault. */
const patienceMillis = 120_000;
/** What is further away than so many steps, the keyboard does not reach. */
const mostSteps = 200;

/** Somebody in front of a browser of their own. */
export class Visitor {
  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
    private readonly settings: VisitSettings,
    private readonly findings: Findings,
  ) {}

  static async with(browser: Browser, settings: VisitSettings, findings: Findings): Promise<Visitor> {
    const context = await browser.newContext({ viewport: usual, locale: 'zh-CN', reducedMotion: 'reduce' });
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

  get address(): string {
    return this.settings.address;
  }

  async open(path: string): Promise<void> {
    await this.page.goto(this.settings.address + path);
  }

  async signIn(login: string, password: string): Promise<void> {
    await this.page.getByLabel('登录名').fill(login);
    await this.page.getByLabel('密码', { exact: true }).fill(password);
    await this.page.getByRole('button', { name: '登录', exact: true }).click();
  }

  /** All the way in: also with a code of the authenticator app where one is asked for. */
  async signInAs(person: DemonstrationPerson, password: string): Promise<void> {
    await this.signIn(person.login, password);
    if (person.totpSecret !== undefined) {
      await this.showCode(person);
    }
  }

  /** The same without a mouse. */
  async signInWithKeys(person: DemonstrationPerson, password: string): Promise<void> {
    await this.page.getByLabel('登录名').waitFor();
    await this.tabTo('登录名');
    await this.page.keyboard.type(person.login);
    await this.tabTo('密码');
    await this.page.keyboard.type(password);
    await this.page.keyboard.press('Enter');
    if (person.totpSecret !== undefined) {
      await this.showCode(person);
    }
  }

  /** With the Tab key to a link or button, and it is pressed. */
  async enter(name: string, way: 'on' | 'back' = 'on'): Promise<void> {
    await this.tabTo(name, way);
    await this.page.keyboard.press('Enter');
  }

  /** With the Tab key into a box that is called so. */
  async typeInto(name: string, words: string): Promise<void> {
    await this.tabTo(name);
    await this.page.keyboard.type(words);
  }

  /** Codes until one was not used elsewhere before. */
  async showCode({ login, totpSecret }: DemonstrationPerson): Promise<void> {
    const field = this.page.getByLabel('验证码');
    await field.waitFor();
    await SharedLogin.of(this.settings.address, login, totpSecret).withCode(async (code = '') => {
      await field.fill(code);
      await this.page.keyboard.press('Enter');
      const refusal = this.page.getByRole('alert');
      const isRefused = await Promise.race([field.waitFor({ state: 'detached' }).then(() => false), refusal.waitFor().then(() => true)]);
      if (isRefused) {
        throw Object.assign(new Error(await refusal.innerText()), { problem: { code: 'CODE_USED' } });
      }
    });
  }

  /** After an act that may want the second factor anew: its code where it is asked for, until what it does is done. */
  async showCodeUnless(person: DemonstrationPerson, done: Locator): Promise<void> {
    const code = this.page.getByLabel('验证码');
    await done.or(code).first().waitFor();
    if (await code.isVisible()) {
      await this.showCode(person);
    }
    await done.waitFor();
  }

  /** One act of the page, by its button. */
  async act(button: string): Promise<void> {
    await this.page.getByRole('button', { name: button, exact: true }).click();
  }

  /** With the Tab key to what is called so, or begins so. */
  async tabTo(name: string, way: 'on' | 'back' = 'on'): Promise<void> {
    for (let step = 0; step < mostSteps; step += 1) {
      await this.page.keyboard.press(way === 'on' ? 'Tab' : 'Shift+Tab');
      if ((await this.nameOfFocus()).startsWith(name)) {
        return;
      }
    }
    throw new Error(`The keyboard does not reach ${name}; it is at ${await this.nameOfFocus()}`);
  }

  /** With another key, pressed until what has the focus is called so. */
  async goWithKeysTo(name: string, key: string): Promise<void> {
    for (let step = 0; step < mostSteps; step += 1) {
      if ((await this.nameOfFocus()).startsWith(name)) {
        return;
      }
      await this.page.keyboard.press(key);
    }
    throw new Error(`The key ${key} does not reach ${name}; it is at ${await this.nameOfFocus()}`);
  }

  /** Loads the page anew until it shows what is waited for; `otherwise` is what it shows as long as that is not there. */
  async reloadUntil(there: Locator, otherwise: Locator): Promise<void> {
    await pollUntil(
      'what is waited for is on the page',
      async () => {
        await this.page.reload();
        await there.or(otherwise).first().waitFor();
        return there.count();
      },
      (count) => count > 0,
    );
  }

  /** Looks at the page as it is now: every rule of axe, whether it fits narrow screens, and pictures of it. */
  async look(name: string): Promise<void> {
    const loading = this.page.getByRole('status', { name: '正在加载' });
    while ((await loading.count()) > 0) {
      await loading.first().waitFor({ state: 'detached' });
    }
    await this.page.locator('h1').first().waitFor({ state: 'attached' });
    this.findings.pages.add(name);
    await this.page.evaluate(axe.source);
    const { violations } = await this.page.evaluate<AxeResults>('axe.run(document, { resultTypes: ["violations"] })');
    this.findings.violations.push(
      ...violations.map(({ id, nodes }) => ({ page: name, rule: id, targets: nodes.slice(0, 5).map(({ target }) => target.join(' ')) })),
    );
    await this.fits(name);
    await this.picture(name);
  }

  /** With the Tab key alone, as far as a page goes. @throws Error for what it does not come to */
  async reach(locator: Locator): Promise<void> {
    await locator.waitFor();
    for (let pressed = 0; pressed < mostSteps; pressed += 1) {
      await this.page.keyboard.press('Tab');
      if (await locator.evaluate((element) => element === document.activeElement)) {
        return;
      }
    }
    throw new Error(`${mostSteps} times Tab do not come to ${locator.toString()}`);
  }

  /** As when a session has run out meanwhile. */
  async loseSession(): Promise<void> {
    await this.context.clearCookies();
  }

  /** What the browser keeps of it, for another one to begin with. */
  kept(): ReturnType<BrowserContext['storageState']> {
    return this.context.storageState();
  }

  async leave(): Promise<void> {
    await this.context.close();
  }

  private nameOfFocus(): Promise<string> {
    return this.page.evaluate<string>(`(() => {
      const focused = document.activeElement;
      return (focused?.getAttribute('aria-label') ?? focused?.labels?.[0]?.textContent ?? focused?.textContent ?? '').trim();
    })()`);
  }

  private async fits(name: string): Promise<void> {
    for (const screen of narrow) {
      await this.page.setViewportSize(screen);
      const wide = await this.page.evaluate<string | null>(tooWide);
      if (wide !== null) {
        this.findings.sideways.push(`${name} at ${screen.width}: ${wide}`);
      }
    }
    await this.page.setViewportSize(usual);
  }

  private async picture(name: string): Promise<void> {
    const { pictures } = this.settings;
    if (pictures === null) {
      return;
    }
    await mkdir(pictures, { recursive: true });
    for (const [width, screen] of Object.entries(screens)) {
      await this.page.setViewportSize(screen);
      await this.page.evaluate(scrolledUp);
      await this.page.screenshot({ path: join(pictures, `${name}-${width}.png`), fullPage: true });
    }
    await this.page.setViewportSize(usual);
  }
}

/** At its top, once it is drawn so. */
const scrolledUp = `new Promise((drawn) => {
  window.scrollTo(0, 0);
  requestAnimationFrame(() => requestAnimationFrame(drawn));
})`;

/** Null where everything fits, once it is drawn; else what reaches furthest. */
const tooWide = `new Promise((told) => requestAnimationFrame(() => requestAnimationFrame(() => {
  const { scrollWidth, clientWidth } = document.documentElement;
  const reach = (element) => element.getBoundingClientRect().right;
  const widest = [...document.body.querySelectorAll('*')].reduce((far, one) => (reach(one) > reach(far) ? one : far), document.body);
  told(scrollWidth <= clientWidth ? null : scrollWidth + ' px, ' + widest.tagName.toLowerCase() + '.' + widest.className);
})))`;
