export { foldedTitle } from './folded-title';
export { gramsOf } from './grams';
export { commonParts, inHundredths, leastScore, likenessOf, warningScore } from './likeness';
export { TitleIndex } from './title-index';
export type { LikeTitle } from './nearest';
export type { Title } from './title-index';
