/** Words that half of all names have. They count, but little: what an achievement is about stands in the others. */
const LIGHT_WORDS =
  '研究 研制 应用 技术 关键 系统 方法 基于 开发 推广 示范 项目 成果 工程 及其 1种 新型 集成 设计 理论 体系 建设 面向 综合 产业 业化 工艺 装置 设备'.split(
    ' ',
  );
const LINKING = new Set('的及与和其之在中对为于或');
/** The first and last characters of the words that names begin and end with; beside another character they tell half as much. */
const BEFORE_LIGHT = new Set('研关技应');
const AFTER_LIGHT = new Set('究键术用');

const light = new Set(LIGHT_WORDS);
const lightFirst = new Set(LIGHT_WORDS.map((word) => word[0]));
const lightLast = new Set(LIGHT_WORDS.map((word) => word[1]));

/** Quarters, so that sums are whole numbers and come out the same in whatever order they are added. */
export const fullWeight = 4;

/** How much two neighbouring characters tell: a function of these two alone, so a score never changes with what else is registered. */
export function weightOf(first: string, second: string): number {
  const endsLight = LINKING.has(first) || lightLast.has(first);
  const beginsLight = LINKING.has(second) || lightFirst.has(second);
  if (light.has(first + second) || (endsLight && beginsLight)) {
    return 1;
  }
  return LINKING.has(first) || LINKING.has(second) || AFTER_LIGHT.has(first) || BEFORE_LIGHT.has(second) ? 2 : fullWeight;
}

/** The bigrams of a folded title, each once, with their weights; a title of one character is its own. */
export function gramsOf(folded: string): Map<string, number> {
  const grams = new Map<string, number>();
  if (folded.length === 1) {
    grams.set(folded, fullWeight);
  }
  for (let at = 0; at + 1 < folded.length; at += 1) {
    const gram = folded.slice(at, at + 2);
    if (!grams.has(gram)) {
      grams.set(gram, weightOf(gram.charAt(0), gram.charAt(1)));
    }
  }
  return grams;
}
