import i18next from 'i18next';
import type { account } from './zh/account';
import type { applications } from './zh/applications';
import type { applying } from './zh/applying';
import type { audit } from './zh/audit';
import type { draft } from './zh/draft';
import type { entries } from './zh/entries';
import type { beginning } from './zh/beginning';
import type { forms } from './zh/forms';
import type { journey } from './zh/journey';
import type { guide } from './zh/guide';
import type { kept } from './zh/kept';
import type { menu } from './zh/menu';
import type { notice } from './zh/notice';
import type { organisations } from './zh/organisations';
import type { people } from './zh/people';
import type { problems } from './zh/problems';
import type { references } from './zh/references';
import type { rights } from './zh/rights';
import type { settings } from './zh/settings';
import type { review } from './zh/review';
import type { shell } from './zh/shell';
import type { submit } from './zh/submit';
import type { deadlines } from './zh/deadlines';
import type { office } from './zh/office';
import type { registrar } from './zh/registrar';
import type { reports } from './zh/reports';
import type { statistics } from './zh/statistics';
import type { window } from './zh/window';
import type { visitors } from './zh/visitors';

export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];

/** The catalogue: one file a part in each language, `messages/zh/<part>.ts`, loaded with the page that says it needs it. */
export interface Catalogue {
  shell: typeof shell;
  account: typeof account;
  problems: typeof problems;
  journey: typeof journey;
  draft: typeof draft;
  submit: typeof submit;
  visitors: typeof visitors;
  guide: typeof guide;
  kept: typeof kept;
  menu: typeof menu;
  applying: typeof applying;
  audit: typeof audit;
  entries: typeof entries;
  references: typeof references;
  organisations: typeof organisations;
  applications: typeof applications;
  beginning: typeof beginning;
  forms: typeof forms;
  people: typeof people;
  rights: typeof rights;
  notice: typeof notice;
  settings: typeof settings;
  review: typeof review;
  office: typeof office;
  window: typeof window;
  registrar: typeof registrar;
  reports: typeof reports;
  statistics: typeof statistics;
  deadlines: typeof deadlines;
}
export type Part = keyof Catalogue;

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell';
    resources: Catalogue;
  }
}

const choice = 'dengke-language';

export async function beginMessages(): Promise<void> {
  await i18next.init({
    lng: chosenLanguage(),
    fallbackLng: false,
    defaultNS: 'shell',
    ns: [],
    resources: {},
    interpolation: { escapeValue: false },
  });
  sayLanguage();
}

/** Loads parts of the catalogue that are not there yet. */
export async function needMessages(parts: readonly Part[], language: Language = currentLanguage()): Promise<void> {
  await Promise.all(
    parts
      .filter((part) => !i18next.hasResourceBundle(language, part))
      .map(async (part) => {
        const words = (await import(`./${language}/${part}.ts`)) as Record<string, object>;
        i18next.addResourceBundle(language, part, words[part]);
      }),
  );
}

export async function chooseLanguage(language: Language): Promise<void> {
  const parts = Object.keys(i18next.store.data[currentLanguage()] ?? {}) as Part[];
  await needMessages(parts, language);
  await i18next.changeLanguage(language);
  localStorage.setItem(choice, language);
  sayLanguage();
}

export const currentLanguage = (): Language => (i18next.language === 'en' ? 'en' : 'zh');

const chosenLanguage = (): Language => (localStorage.getItem(choice) === 'en' ? 'en' : 'zh');

const sayLanguage = (): void => {
  document.documentElement.lang = currentLanguage() === 'zh' ? 'zh-CN' : 'en';
};
