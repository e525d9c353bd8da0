import { normalisedName } from '../words';

/** Of the name of an achievement: what belongs to the paper about it, what is a trial, what is cut off. */
const IMPROPER = [
  /^关于/u,
  /(项目|课题|工程项目|验收|结题|总结|研究报告|登记表|申报书|等)$/u,
  /测试数据|待定|暂无|未命名|xxx/iu,
  /^[\p{Script=Latin}\d\s\p{P}]+$/u,
];
const LENGTHS = { shortest: 4, longest: 60 };

/** 名称不规范: too short, too long, or of a forbidden pattern. */
export function doubtfulName(name: string): boolean {
  const { length } = [...normalisedName(name)];
  return length < LENGTHS.shortest || length > LENGTHS.longest || IMPROPER.some((pattern) => pattern.test(name.trim()));
}

/** 单位名称 in full, as on the seal: it ends in what kind of body it is. */
const BODY =
  /(公司|集团|厂|矿|企业|合作社|大学|学院|学校|研究院|研究所|研究中心|科学院|实验室|设计院|院|所|中心|医院|局|厅|委员会|站|场|社|会|队|部|馆|园|基地|总院|分院)$/u;

export function doubtfulUnitName(name: string): boolean {
  const plain = name
    .normalize('NFKC')
    .replace(/\([^()]*\)$/u, '')
    .trim();
  return plain !== '' && !BODY.test(plain);
}
