/** Numbers that come out the same every time. */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const words = (text: string): readonly string[] => text.split(' ');

const places = words(
  '晋北 晋中 晋南 太行 吕梁 沁水 河东 汾河 黄土高原 黄河中游 山西 煤矿区 高寒地区 西部 干旱区 丘陵区 城镇 农村 园区 矿区',
);
const conditions = words(
  '低浓度 高瓦斯 深部 厚煤层 薄煤层 复杂地质 高温 高压 超临界 低阶煤 大采高 近距离 多场耦合 非线性 小样本 变工况 大规模 高比例 分布式 强腐蚀 微纳米 超低 绿色 智能化 无人化 数字化 精准 快速 全流程 长寿命 高强度 轻量化 模块化 低成本 抗干扰 宽温区 自适应 多源 远程 在线',
);
const objects = words(
  '煤层气 瓦斯 矿井水 采空区 煤矸石 粉煤灰 焦炉煤气 焦化废水 甲醇 风电机组 光伏组件 储能电站 锂离子电池 氢燃料电池 输电线路 变压器 配电网 锅炉 汽轮机 空冷机组 镁合金 铝合金 不锈钢 特种钢 碳纤维 石墨烯 陶瓷 玻璃 水泥 混凝土 沥青路面 桥梁 隧道 边坡 轨道车辆 高速列车 轮对 轴承 齿轮 液压支架 采煤机 掘进机 刮板输送机 带式输送机 提升机 通风机 水泵 机床 机器人 传感器 雷达 激光器 芯片 显示屏 数据中心 物联网 遥感影像 小麦 玉米 谷子 高粱 马铃薯 苹果 红枣 核桃 葡萄 中药材 黄芪 党参 连翘 食用菌 生猪 肉羊 奶牛 家禽 蔬菜 土壤 盐碱地 水库 地下水 污水 污泥 烟气 挥发性有机物 二氧化碳 垃圾渗滤液 肝癌 胃癌 冠心病 糖尿病 骨折 脑卒中 白内障 肺结核 儿童哮喘 慢性肾病 疫苗 抗体 醋 白酒 乳制品',
);
const methods = words(
  '抽采 发电 提纯 富集 预抽 封孔 压裂 充填 支护 注浆 监测 预警 诊断 识别 定位 检测 评估 预测 控制 调度 优化 仿真 建模 脱硫 脱硝 除尘 净化 回用 蒸发 结晶 分离 萃取 吸附 催化 合成 气化 液化 热解 焊接 轧制 铸造 锻造 挤压 切削 抛光 涂层 防腐 保温 换热 余热回收 并网 储能 充电 调频 选育 栽培 嫁接 施肥 灌溉 防治 收获 贮藏 加工 发酵 提取 检疫 免疫 手术 康复 护理 筛查 分型 修复 改良 降解 固化 追溯 分类 检索 加密 传输',
);
const things = words(
  '装置 设备 系统 平台 工艺 方法 技术 模型 机理 理论 规律 标准 规程 体系 模式 策略 软件 仪器 材料 产品 新品种 控制器 机组 生产线 示范工程 成套装备 关键部件 支架 阀 泵 探头 算法 数据库 终端 试剂盒 制剂 方案 路径 政策',
);
const endings = words(
  '研究 研究与应用 关键技术研究 关键技术及应用 技术研究与示范 研制 开发 开发与应用 及产业化 集成与示范 及推广应用 应用研究 推广 设计与实现 及其应用 优化研究',
);
/** For places, species, minerals and trade names: what there are thousands of, each seldom. */
const syllables = [
  ...'安保北博长昌成川春达大德定东丰峰福富高古关广国海和恒红宏洪华怀辉惠吉佳建江金晋京景康科兰乐立利良林灵岭龙隆鲁洛民明南宁平普奇启青清庆泉仁荣瑞三山尚沈胜石顺松泰唐天田通同万旺威文武西溪祥兴阳宜永元源云泽正中州',
];

const pick = <T = string>(from: readonly T[], random: () => number): T => from[Math.floor(random() * from.length)] as T;
/** Some often, most seldom; of a hundred things the first is in 3 % of names, of the usual words in a quarter. */
const pickSkewed = (from: readonly string[], random: () => number, skew = 2): string =>
  from[Math.floor(random() ** skew * from.length)] as string;
const SLIGHTLY = 1.3;

/** What a name is made of; edits put other parts in. */
export interface TitleParts {
  place: string;
  condition: string;
  object: string;
  second: string;
  method: string;
  thing: string;
  ending: string;
  model: string;
}

/** The nth of any number of titles such as a province registers: made up, always the same. */
export function partsOf(nth: number): TitleParts {
  const random = chance(nth * 2_654_435_761);
  const named = `${pickSkewed(syllables, random)}${pickSkewed(syllables, random)}`;
  return {
    place: random() < 0.55 ? (random() < 0.7 ? named : pick(places, random)) : '',
    condition: random() < 0.75 ? pickSkewed(conditions, random, SLIGHTLY) : '',
    object: pickSkewed(objects, random, SLIGHTLY),
    second: random() < 0.3 ? pick(objects, random) : '',
    method: pickSkewed(methods, random, SLIGHTLY),
    thing: random() < 0.7 ? pickSkewed(things, random) : pick(methods, random),
    ending: random() < 0.7 ? pickSkewed(endings, random) : '',
    model: random() < 0.35 ? `${pick(['', 'GB', 'kV', 'MW', 'X', 'SC'], random)}${Math.floor(random() * 3_000)}型` : '',
  };
}

export const titleOf = ({ place, condition, object, second, method, thing, ending, model }: TitleParts): string =>
  `${place}${condition}${model}${object}${second === '' ? '' : `与${second}`}${method}${thing}${ending}`;

/** Some units submit much, most little. */
const whichUnit = (nth: number): number => Math.floor(chance(nth + 77)() ** 2 * 40_000);
export const unitOf = (nth: number): string => `unit-${whichUnit(nth)}`;

/** The name it goes by: two characters of its own and its trade. */
export function unitNameOf(nth: number): string {
  const random = chance(whichUnit(nth) * 48_271 + 11);
  return `${pickSkewed(syllables, random)}${pickSkewed(syllables, random)}${pick(objects, random)}`;
}

export const another = { condition: conditions, object: objects, method: methods, thing: things, ending: endings };
export { pick };
