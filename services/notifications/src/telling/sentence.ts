import { shownLastDay } from '@dengke/calendar';
import type { SubmissionNews } from './submission-news';
import type { Telling } from './tellings';

/** The sentence of a telling with its variables filled. What is not known is said in general words, never left out or shown as a variable. */
export function sentenceOf(telling: Telling, news: SubmissionNews, names: ReadonlyMap<string, string>): string {
  const nameOf = (id: string | null): string | undefined => (id === null ? undefined : names.get(id));
  const words: Record<string, string> = {
    serial: news.serial,
    desk: nameOf(news.deskId) ?? '办理单位',
    by: nameOf(news.byOrganisationId) ?? '办理单位',
    number: news.registrationNumber ?? '',
    due: news.dueAt === null ? '规定期限' : `${shownLastDay(news.dueAt)}${news.dueProvisional ? '（暂定）' : ''}`,
  };
  return telling.sentence.replace(/\{(\w+)\}/g, (_, word: string) => words[word] ?? '');
}
