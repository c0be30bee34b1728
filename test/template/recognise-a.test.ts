/** Titles and headings as authors write them, held against the templates of Party and office reports. */
import { describe, expect, test } from 'vitest';
import { chooseTemplate } from '../../server/src/template/choose';
import { shippedTemplates } from '../../server/src/template/shipped';

/** Titles of each kind: those that must get its template, and those that must not. */
const titles: Readonly<Record<string, { readonly of: readonly string[]; readonly notOf: readonly string[] }>> = {
  'party-governance-responsibility': {
    of: [
      '中共青禾市水务局党组关于2024年度落实全面从严治党主体责任情况的报告',
      '2023年履行全面从严治党主体责任情况报告',
      '关于落实党风廉政建设主体责任情况的汇报',
      '县教育局党委2022年党风廉政建设责任制落实情况的报告',
      '某区住建局关于履行管党治党政治责任情况的报告（送审稿）',
    ],
    notOf: [
      '关于报送2024年全面从严治党主体责任落实情况报告的通知',
      '落实全面从严治党主体责任情况报告范文',
      '全面从严治党主体责任清单',
      '签订党风廉政建设责任书',
      '关于召开全面从严治党工作会议的请示',
    ],
  },
  'annual-summary': {
    of: [
      '临溪县图书馆2024年工作总结',
      '2024年上半年工作总结及下半年工作打算',
      '市场监管所第三季度工作小结',
      '个人年度工作总结',
      '县住建局2023年工作总结和2024年工作计划',
    ],
    notOf: [
      '关于做好2024年工作总结的通知',
      '年度工作总结模板',
      '2024年度工作总结大会在京召开',
      '工作总结怎么写',
      '2024年意识形态工作总结',
    ],
  },
  'work-report': {
    of: [
      '关于云岭县农村供水保障工作情况的报告',
      '城区积水点整治工作进展情况汇报',
      '市发展改革委关于2024年国民经济和社会发展计划执行情况的报告',
      '关于百货大楼火灾处置情况的报告',
      '优化营商环境工作汇报材料',
    ],
    notOf: ['工作报告写作要点', '关于报送工作情况的通知', '政府工作报告', '工作汇报会议程', '先进事迹报告会'],
  },
  'duty-integrity-report': {
    of: [
      '2024年度个人述职述廉报告',
      '述职报告',
      '县财政局副局长2023年述责述廉报告',
      '述学述职述廉述法报告',
      '2024年述职述廉材料',
    ],
    notOf: [
      '关于召开述职述廉大会的通知',
      '述职报告写作技巧',
      '述职述廉报告模板',
      '述职评议办法',
      '2024年度抓基层党建工作述职报告',
    ],
  },
  'party-building-duty': {
    of: [
      '松溪镇党委书记抓基层党建工作述职报告',
      '2023年度抓党建工作述职报告',
      '党支部书记抓基层党建述职评议报告',
      '2024年履行基层党建工作责任述职报告',
      '社区党总支书记述职报告',
    ],
    notOf: [
      '关于开展抓基层党建述职评议考核工作的通知',
      '抓基层党建工作述职报告范文',
      '全县党建工作会议召开',
      '2024年度述职述廉报告',
      '党建工作要点',
    ],
  },
  'research-report': {
    of: [
      '关于桐川市油茶产业发展的调研报告',
      '农村养老服务调研报告',
      '县域商业体系建设情况的调查报告',
      '关于基层减负工作的调查与思考',
      '关于社区治理的调研报告——以青禾市为例',
    ],
    notOf: ['关于开展专题调研的通知', '调研报告写法', '事故调查报告', '调研工作方案', '大兴调查研究实施意见'],
  },
  'rectification-report': {
    of: [
      '中共清源县交通运输局党组关于巡察整改进展情况的通报',
      '关于落实市委第三巡察组反馈意见整改情况的报告',
      '县医院关于专项审计整改情况的报告',
      '关于中央生态环境保护督察反馈问题整改落实情况的报告',
      '巡视整改工作汇报',
    ],
    notOf: ['巡察整改方案', '关于做好巡察整改工作的通知', '巡察整改报告模板', '责令整改通知书', '巡察反馈意见'],
  },
  'democratic-life-self-review': {
    of: [
      '石桥镇党委班子2024年度民主生活会对照检查材料',
      '主题教育专题民主生活会个人对照检查材料（含案例）',
      '组织生活会个人检视剖析材料',
      '民主生活会个人发言提纲',
      '领导班子对照检查材料',
    ],
    notOf: [
      '关于召开2024年度民主生活会的通知',
      '民主生活会对照检查材料范文',
      '民主生活会会议纪要',
      '民主生活会整改方案',
      '2024年度组织生活会情况报告',
    ],
  },
  'ideology-report': {
    of: [
      '清源县文化馆党支部2024年意识形态工作责任制落实情况报告',
      '县委关于2025年度落实意识形态工作责任制情况的报告',
      '2024年上半年意识形态工作总结',
      '关于意识形态领域情况的分析研判报告',
      '意识形态工作情况汇报',
    ],
    notOf: [
      '意识形态工作责任制实施办法',
      '关于报送意识形态工作总结的通知',
      '意识形态工作专题培训班',
      '意识形态分析研判联席会议制度',
      '意识形态工作总结范文',
    ],
  },
  'org-life-report': {
    of: [
      '关于召开2024年度组织生活会和开展民主评议党员情况的报告',
      '党支部2023年度组织生活会情况报告',
      '民主评议党员工作总结',
      '主题教育专题组织生活会召开情况',
      '机关党委关于开展民主评议党员工作情况的汇报',
    ],
    notOf: [
      '关于召开2024年度组织生活会和开展民主评议党员的通知',
      '组织生活会个人检视剖析材料',
      '组织生活会情况报告模板',
      '民主评议党员测评表',
      '组织生活会方案',
    ],
  },
};

describe.each(Object.entries(titles))('%s', (id, { of, notOf }) => {
  const chosen = (title: string): string => {
    const choice = chooseTemplate(undefined, title, shippedTemplates);
    return choice.kind === 'title' ? choice.template.id : choice.kind;
  };

  test.each(of)('is chosen for %s', (title) => {
    expect(chosen(title)).toBe(id);
  });

  test.each(notOf)('is not chosen for %s', (title) => {
    expect(chosen(title)).not.toBe(id);
  });
});

/** Headings by template and section; a heading may meet another optional section too, which is then named behind it. */
const headings: readonly (readonly [template: string, sections: string, ...titles: string[]])[] = [
  ['party-governance-responsibility', 'organization', '夯实组织基础，锻造过硬队伍', '筑牢战斗堡垒', '加强党员队伍管理'],
  ['annual-summary', 'work', '党建引领，提升治理水平', '聚焦民生，办好实事', '强化队伍建设'],
  ['work-report', 'situation', '基本情况', '工作开展情况', '前期主要工作', '工作进展情况'],
  ['work-report', 'situation practice', '主要做法及成效', '工作成效'],
  ['work-report', 'practice', '取得的成效', '亮点特色', '经验启示'],
  ['work-report', 'problems', '存在的主要问题', '困难和问题', '还存在的不足'],
  ['work-report', 'next', '下一步工作打算', '下步工作措施', '明年工作思路', '意见建议'],
  ['duty-integrity-report', 'learning', '强化理论学习', '提高政治素养', '坚定理想信念'],
  ['duty-integrity-report', 'duties', '履行岗位职责情况', '主要工作实绩', '聚焦主业，推动高质量发展'],
  ['duty-integrity-report', 'party-responsibility', '履行“一岗双责”情况', '落实全面从严治党责任', '落实主体责任情况'],
  ['duty-integrity-report', 'integrity', '廉洁自律情况', '廉洁从政情况', '严格自律，永葆本色'],
  ['duty-integrity-report', 'problems', '存在的问题和不足', '问题和不足', '差距与不足'],
  ['duty-integrity-report', 'next', '今后努力方向', '下一步打算', '改进措施'],
  ['party-building-duty', 'work', '履职工作及成效', '履职情况和工作亮点', '主要做法和成效', '特色工作'],
  [
    'party-building-duty',
    'last-year-fix',
    '上年度述职评议问题整改情况',
    '去年问题整改落实',
    '2023年述职评议点评意见整改',
  ],
  ['party-building-duty', 'problems', '存在的主要问题及原因', '问题和不足', '存在的不足'],
  ['party-building-duty', 'next', '下一步工作思路和措施', '下步打算', '今后工作思路', '努力方向'],
  ['research-report', 'status', '发展现状', '基本情况', '主要做法和成效'],
  ['research-report', 'problems', '存在的主要问题', '面临的困难', '制约因素', '成长中的困惑'],
  ['research-report', 'causes', '原因分析', '深层次成因', '根源剖析'],
  ['research-report', 'advice', '对策建议', '几点思考', '发展路径', '意见和建议'],
  ['rectification-report', 'organization', '履行巡察整改主体责任情况', '整改工作总体情况', '高度重视，精心组织'],
  ['rectification-report', 'findings', '反馈问题整改落实情况', '巡察反馈意见整改情况', '坚持问题导向，逐项抓好整改'],
  ['rectification-report', 'effects', '整改成效', '取得的成果', '主要效果'],
  ['rectification-report', 'unfinished', '尚未完成的事项', '需长期坚持的事项', '未完成整改事项及原因'],
  ['rectification-report', 'next', '下一步整改安排', '下步工作打算', '后续整改计划'],
  ['rectification-report', 'effects next', '持续巩固拓展巡察整改成效'],
  [
    'democratic-life-self-review',
    'last-year-fix',
    '上年度民主生活会整改落实情况',
    '去年整改措施完成情况',
    '上次整改情况',
  ],
  ['democratic-life-self-review', 'problems', '存在的主要问题', '查摆出的突出问题', '对照检查发现的主要问题'],
  ['democratic-life-self-review', 'case-analysis', '典型案例剖析', '反面典型案例', '以案为鉴'],
  ['democratic-life-self-review', 'causes', '产生问题的原因剖析', '问题根源', '深刻剖析'],
  ['democratic-life-self-review', 'measures', '整改措施和努力方向', '今后的努力方向', '下一步改进措施'],
  ['ideology-report', 'work', '工作开展情况', '主要做法', '意识形态工作责任落实'],
  ['ideology-report', 'risks', '风险隐患排查', '风险研判', '形势分析'],
  ['ideology-report', 'problems', '存在的问题和不足', '问题和风险', '当前面临的风险和挑战'],
  ['ideology-report', 'next', '下一步打算', '下步工作安排', '2025年工作计划'],
  ['org-life-report', 'basics', '基本情况', '活动的基本情况', '会议召开情况'],
  ['org-life-report', 'practice', '主要做法', '会前准备充分', '会中批评坦诚'],
  ['org-life-report', 'result', '民主评议结果', '民主评议党员情况', '评定优秀党员'],
  ['org-life-report', 'problems', '存在的问题', '查摆的主要问题', '不足之处'],
  ['org-life-report', 'next', '整改措施', '下一步打算', '下步工作'],
];

test.each(headings)('%s: %s', (id, sections, ...written) => {
  const template = shippedTemplates.find((each) => each.id === id)?.load();
  for (const heading of written) {
    const met = template?.sections.filter(
      ({ where, match }) => (where === 'heading' || where === 'any') && match.test(heading),
    );
    expect([heading, met?.map((section) => section.id).join(' ')]).toEqual([heading, sections]);
  }
});

describe('paragraphs without a heading', () => {
  const ends = ['problems', 'next'];
  test.each([
    ['work-report', '工作中还存在一些问题，主要是进度不平衡。下一步，我们将倒排工期。', 'problems next'],
    ['work-report', '针对检查发现的问题，逐条制定整改措施，已全部销号。', ''],
    ['duty-integrity-report', '回顾一年，自己仍有不小差距。今后工作中，我将加强学习。', 'problems next'],
    ['ideology-report', '虽然取得一定成效，但还存在短板。2025年，支部将继续抓好阵地管理。', 'problems next'],
    ['ideology-report', '把意识形态工作纳入年度工作计划，定期排查风险隐患。', ''],
    ['rectification-report', '针对学习不够的问题，建立长效机制，已完成整改。', ''],
    ['org-life-report', '会上共查摆问题，制定了整改清单。', ''],
  ])('%s: %s', (id, paragraph, sections) => {
    const template = shippedTemplates.find((each) => each.id === id)?.load();
    const met = template?.sections.filter(
      (section) => ends.includes(section.id) && section.where === 'any' && section.match.test(paragraph),
    );
    expect(met?.map((section) => section.id).join(' ')).toBe(sections);
  });
});
