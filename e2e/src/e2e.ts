import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { roles } from '@dengke/contract';
import type { Role } from '@dengke/contract';
import { findReaders, repositoryRoot, shownOf } from '@dengke/local';
import type { Browser } from 'playwright-core';
import { houseHere, showsWorkflows } from './here';
import { administratorWalk } from './portal/administrator';
import { announce } from './portal/announced';
import { aChromium } from './portal/chromium';
import { closingWalk } from './portal/closing';
import { completerWalk } from './portal/completer';
import { departmentWalk } from './portal/department';
import { everybodyWalk, keyboardWalk } from './portal/everybody';
import { insiderWalk } from './portal/insider';
import { reorganisationWalk } from './portal/reorganisation';
import { reviewerWalk } from './portal/reviewer';
import { Findings } from './portal/visitor';
import type { VisitSettings } from './portal/visitor';

const here = houseHere();
const isProduction = here !== undefined && here.beside !== null;

const walks = {
  completer: completerWalk,
  reviewer: reviewerWalk,
  administrator: (browser: Browser, settings: VisitSettings, findings: Findings) =>
    administratorWalk(browser, settings, findings, showsWorkflows(here)),
  reorganisation: reorganisationWalk,
  department: departmentWalk,
  closing: closingWalk,
  everybody: async (browser: Browser, settings: VisitSettings, findings: Findings): Promise<void> => {
    const announced = await announce(settings.address);
    await everybodyWalk(browser, settings, findings, announced);
    await keyboardWalk(browser, settings, findings, announced);
    await insiderWalk(browser, settings, findings, announced);
  },
} as const;

const usage = `npm run e2e [-- WALK…]               walks through the portal of the running system in a real Chromium: ${Object.keys(walks).join(', ')}
  --pictures DIR                     keeps pictures of every page: 360, 640 (200 % zoom), 1280 and 1920 px wide
  --json FILE                        writes what was found there (docs/reports/e2e.json after all walks, e2e-production-shape.json of that shape)`;

/** Each walk, what axe and the browser say of every page on it, and the report. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { pictures: { type: 'string' }, json: { type: 'string' }, help: { type: 'boolean' } },
  });
  const chosen = Object.entries(walks).filter(([name]) => positionals.length === 0 || positionals.includes(name));
  const address = process.env['DENGKE_PUBLIC_URL'];
  if (values.help === true || address === undefined || chosen.length < positionals.length) {
    console.log(address === undefined ? `Nothing runs here: \`npm start\` first.\n\n${usage}` : usage);
    return values.help === true ? 0 : 1;
  }
  const findings = new Findings();
  const passed: Record<string, boolean> = {};
  await findReaders(['gnumeric'], console.log);
  const browser = await aChromium(console.log);
  for (const [name, walk] of chosen) {
    try {
      await walk(browser, { address, pictures: values.pictures ?? null }, findings);
      passed[name] = true;
    } catch (error) {
      passed[name] = false;
      console.error(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  await browser.close();
  findings.violations.forEach(({ page, rule, targets }) => console.log(`${page}: ${rule} at ${targets.join(', ')}`));
  findings.sideways.forEach((line) => console.log(`too wide: ${line}`));
  findings.complaints.forEach((line) => console.log(`the browser: ${line}`));
  const report = {
    ...common(),
    shape: isProduction ? 'production' : null,
    showsWorkflows: showsWorkflows(here),
    walkthroughs: passed,
    pages: findings.pages.size,
    axeViolations: findings.violations.length,
    tooWide: findings.sideways.length,
    keyboardRuns: findings.keyboard.size,
    keyboard: [...findings.keyboard],
  };
  const file =
    values.json ??
    (positionals.length === 0 ? join(repositoryRoot, `docs/reports/e2e${isProduction ? '-production-shape' : ''}.json`) : null);
  if (file !== null) {
    writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
  }
  const { pages, violations, sideways, complaints, keyboard } = findings;
  console.log(`with the keyboard alone: ${[...keyboard].join(', ')}`);
  const without = positionals.length === 0 ? rolesWithout(keyboard) : [];
  without.forEach((role) => console.log(`no ${role} has gone with the keyboard alone`));
  console.log(
    `${pages.size} pages, ${violations.length} violations, ${sideways.length} too wide, ${complaints.length} complaints of the browser`,
  );
  return Object.values(passed).every(Boolean) && violations.length + sideways.length + complaints.length + without.length === 0 ? 0 : 1;
}

/** Which roles of the house nobody has held on a way with the keyboard alone. */
const rolesWithout = (keyboard: ReadonlySet<string>): Role[] =>
  roles.filter((role) => ![...keyboard].some((who) => who.startsWith(`${role} `)));

function common(): object {
  const commit = execFileSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8', cwd: repositoryRoot }).trim();
  const machine = {
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    temporal: null,
    mariadb: null,
  };
  return { machine, at: new Date().toISOString(), commit, repetitions: 1 };
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(shownOf(error));
    process.exit(1);
  },
);
