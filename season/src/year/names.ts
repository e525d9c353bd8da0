import type { Random } from '../random';

const words = [
  ...['瓦斯', '矿井', '光伏', '风场', '储能', '钢材', '主轴', '药材', '雾化', '管网', '支架', '铸件', '煤层', '余热', '水源', '碳材'],
  ...['巡检', '测温', '防爆', '预警', '监测', '调控', '定位', '装配', '焊接', '成像', '滤波', '制动', '提升', '传感', '建模', '评估'],
  ...['高寒', '复杂', '薄层', '山区', '城镇', '乡村', '深部', '低温', '大型', '微型', '柔性', '多相', '连续', '快速', '智能', '绿色'],
  ...['工艺', '装备', '方法', '机理', '系统', '平台', '标准', '路径', '材料', '控制', '网络', '模型', '涂层', '膜片', '催化', '回收'],
];

/** Names that are like no other's: what is near is for reviewers to judge, and not what is played here. */
export const nameOf = (random: Random): string => `${random.some(words, 6).join('')}研究`;

/** The same name to whoever compares names, and another text. */
export const spelledOtherwise = (name: string): string => `${name.slice(0, 4)} ${name.slice(4)}`;
