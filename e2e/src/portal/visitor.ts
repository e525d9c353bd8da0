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
  /** Whose ways were gone without a mouse, from the sign-in to the end of what he came for: `stranger`, or role and organisation. */
  readonly keyboard = new Set<string>();
}

const usual = { width: 1280, height: 860 };
/** A telephone; the usual screen at 200 % zoom; a large one. */
const screens = { 360: { width: 360, height: 740 }, 640: { width: 640, height: 430 }, 1280: usual, 1920: { width: 1920, height: 1080 } };
const narrow = [screens[360], screens[640]];

/** Ends what hangs; being slow is no fault. */
const patienceMillis = 120_000;
/** Longer than the look of a box takes to change, or an act that keeps its button disabled so long. */
const patienceToSeeMillis = 5_000;
/** What is further away than so many steps, the keyboard does not reach. */
const mostSteps = 200;

/** Notes in the page whether somebody pointed at anything there, and whether anything had the focus yet. */
const noteHands = `
  addEventListener('pointerdown', () => sessionStorage.setItem('pointed', 'yes'), true);
  addEventListener('focusin', () => (window.hadFocus = true), true);
`;
const hasPointed = `sessionStorage.getItem('pointed') !== null`;

/** In the portal; the Temporal UI, which is also walked, is as it is. */
const isPortal = `document.getElementById('portal') !== null`;
const isFocusLost = `${isPortal} && window.hadFocus === true && !${hasPointed} && document.activeElement === document.body`;

/** Somebody in front of a browser of their own. */
export class Visitor {
  private whom = 'stranger';

  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
    private readonly settings: VisitSettings,
    private readonly findings: Findings,
  ) {}

  static async with(browser: Browser, settings: VisitSettings, findings: Findings): Promise<Visitor> {
    const context = await browser.newContext({ viewport: usual, locale: 'zh-CN', reducedMotion: 'reduce' });
    await context.addInitScript(noteHands);
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
    const [position] = person.positions;
    this.whom = `${position?.role} of ${position?.organisationId}`;
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

  /** The way that he came for is gone to its end. @throws Error where it was not gone with the keys alone */
  async wentWithKeys(): Promise<void> {
    if (await this.page.evaluate<boolean>(hasPointed)) {
      throw new Error(`The way of ${this.whom} was not gone with the keys alone`);
    }
    this.findings.keyboard.add(this.whom);
  }

  /** With the Tab key to what is called so, or begins so. */
  tabTo(name: string, way: 'on' | 'back' = 'on'): Promise<void> {
    return this.stepTo(name, way === 'on' ? 'Tab' : 'Shift+Tab', async () => (await this.nameOfFocus()).startsWith(name));
  }

  /** With another key, pressed until what has the focus is called so. */
  async goWithKeysTo(name: string, key: string): Promise<void> {
    const isThere = async (): Promise<boolean> => (await this.nameOfFocus()).startsWith(name);
    if (!(await isThere())) {
      await this.stepTo(name, key, isThere);
    }
  }

  /** With the Tab key alone. */
  async reach(locator: Locator): Promise<void> {
    await locator.waitFor();
    await this.stepTo(locator.toString(), 'Tab', () => locator.evaluate((element) => element === document.activeElement));
  }

  /** A day or a month into its box, part by part, in the order of the browser's own language: the year last, as in English, or first. */
  async typeDate(locator: Locator, date: string): Promise<void> {
    const { keyboard } = this.page;
    const [year = '', month = '', ...day] = date.split('-');
    await this.reach(locator);
    // English names the month: one goes on from it by oneself.
    await keyboard.type(month);
    await (day.length === 0 ? keyboard.press('ArrowRight') : keyboard.type(day.join('')));
    await keyboard.type(year);
    if ((await locator.inputValue()) !== date) {
      await keyboard.press('ArrowLeft');
      await keyboard.press('ArrowLeft');
      await keyboard.type(year);
      await keyboard.press('ArrowRight');
      await keyboard.type(month + day.join(''));
    }
    if ((await locator.inputValue()) !== date) {
      throw new Error(`${locator.toString()} took ${date} for ${await locator.inputValue()}`);
    }
  }

  /** Down the list of a box until it is the one. */
  async choose(locator: Locator, value: string): Promise<void> {
    await this.reach(locator);
    for (let step = 0; (await locator.inputValue()) !== value; step += 1) {
      if (step === mostSteps) {
        throw new Error(`${locator.toString()} does not offer ${value}`);
      }
      await this.page.keyboard.press('ArrowDown');
    }
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

  /** @throws Error where the focus was lost before, where the key does not get there, and where one does not see that it has */
  private async stepTo(what: string, key: string, isThere: () => Promise<boolean>): Promise<void> {
    const isLost = (): Promise<boolean> => this.page.evaluate<boolean>(isFocusLost);
    await pollUntil(`something has the focus before ${what}`, isLost, (lost) => !lost, patienceToSeeMillis);
    for (let step = 0; step < mostSteps; step += 1) {
      await this.page.keyboard.press(key);
      if (await isThere()) {
        await pollUntil(
          `one sees that ${what} has the focus`,
          () => this.page.evaluate<boolean>(isFocusSeen),
          Boolean,
          patienceToSeeMillis,
        );
        return;
      }
    }
    throw new Error(`The key ${key} does not reach ${what}; it is at ${await this.nameOfFocus()}`);
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

/** Whether what has the focus is drawn so: it, the mark beside it, or the box around it. */
const isFocusSeen = `!(${isPortal}) || (() => {
  const focused = document.activeElement;
  const isDrawn = (element) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
  };
  const around = [focused, focused.nextElementSibling, focused.parentElement, focused.closest('[class*="-focused"]')];
  return around.some((element) => element !== null && isDrawn(element));
})()`;

/** Null where everything fits, once it is drawn; else what reaches furthest. */
const tooWide = `new Promise((told) => requestAnimationFrame(() => requestAnimationFrame(() => {
  const { scrollWidth, clientWidth } = document.documentElement;
  const reach = (element) => element.getBoundingClientRect().right;
  const widest = [...document.body.querySelectorAll('*')].reduce((far, one) => (reach(one) > reach(far) ? one : far), document.body);
  told(scrollWidth <= clientWidth ? null : scrollWidth + ' px, ' + widest.tagName.toLowerCase() + '.' + widest.className);
})))`;
