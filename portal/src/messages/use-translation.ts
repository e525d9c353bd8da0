import i18next from 'i18next';
import type { TFunction } from 'i18next';
import { useSyncExternalStore } from 'react';
import type { Part } from './messages';

type Parts = Part | readonly [Part, ...Part[]];

/**
 * The words of a part of the catalogue in the language chosen; of several parts the first needs no prefix. Every component that says something
 * has this hook, so it is a light one: react-i18next's has eleven hooks and a copy of i18next for each component. It took an eighth of the time
 * in which a list is drawn first, and i18next's looking up what it had looked up before a seventh.
 */
export function useTranslation<const P extends Parts = 'shell'>(parts?: P): { t: TFunction<P>; i18n: typeof i18next } {
  const language = useSyncExternalStore(whenChosen, () => i18next.language);
  const [first = 'shell'] = typeof parts === 'string' ? [parts] : (parts ?? []);
  return { t: wordsOf(language, first) as TFunction<P>, i18n: i18next };
}

function whenChosen(changed: () => void): () => void {
  i18next.on('languageChanged', changed);
  return () => i18next.off('languageChanged', changed);
}

const known = new Map<string, TFunction>();

function wordsOf(language: string, part: Part): TFunction {
  const name = `${language} ${part}`;
  const words = known.get(name) ?? remembering(i18next.getFixedT<Part>(language, part) as TFunction);
  known.set(name, words);
  return words;
}

/** What has nothing to be put in is always the same, once it is there; what is not there is said as the end of its key. */
function remembering(t: TFunction): TFunction {
  const said = new Map<string, string>();
  const translate = t as (key: string, options?: object) => string;
  const words: typeof translate = (key, options) => {
    const before = options === undefined ? said.get(key) : undefined;
    if (before !== undefined) {
      return before;
    }
    const sentence = translate(key, options);
    if (options === undefined && !key.endsWith(sentence)) {
      said.set(key, sentence);
    }
    return sentence;
  };
  return words as TFunction;
}
