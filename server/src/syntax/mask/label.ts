/** What a label such as `责任人：`, `验收日期：` or `Owner:` asks for. */
import type { BlankKind } from '../types';

/** The kind of blank that follows a text ending in a label and its colon, or in an item after one; undefined without a label. */
export function kindOfLabel(before: string): BlankKind | undefined {
  const label = labelled.exec(before);
  if (label !== null) return kindOfWords(label[1] ?? '');
  return undefined;
}

/** The kind of blank that a heading of a table's column or row, or a label, names; a figure where it names nothing else. */
export function kindOfWords(words: string): BlankKind {
  const trimmed = words.replace(/[*_\s]+$/, '').replace(/（[^（）]*）$|\([^()]*\)$/, '');
  if (dateWords.test(trimmed)) return 'date';
  return nameWords.test(trimmed) && !countWords.test(trimmed) ? 'name' : 'figure';
}

/** The label of the clause, then its colon, then items that are masks themselves. */
const labelled =
  /(?:^|[，。；、,;.|]\s*)?([^，。；：:;,|\n]{1,20})[：:][*_]{0,3}\s*(?:[*＊×Xx○〇□_某]{1,6}[、,]\s?){0,6}$/;

const dateWords =
  /(?:^[年月日]$|日期|时限|时间|日|期限|截止|年月日?|\b(?:date|due|deadline|when|on|release|launch|start|end|expiry|birth|next [a-z]+))$/i;
const nameWords =
  /(?:人|者|员|长|师|专家|嘉宾|姓名|名称|人选|单位|部门|科室|机构|公司|主任|书记|主席|经理|会计|出纳|领导|地点|地址|主持|记录|商|学校|医院|银行|课程|班级|品牌|型号|户名|住址|住所|院校|民族|国籍|学历|性别|科目|标题|主题|题目|地区|城市|品种|法人|代表|主管|教练|医生|护士|律师|职务|职称|岗位|专业|籍贯|(?:签[字名章]|盖章)处|[甲乙丙]方|签名|签字|签章|\b(?:name|author|lead|by|who|chair|contact|sponsor|secretary|treasurer|president|representative|signed|signature|location|venue|place|title|position|role|tenant|landlord|applicant|assistant|accountant|guardian|witness|employee|coach|host|principal|person|analyst|specialist|school|college|university|company|department|organi[sz]ation|institution|agency|city|country|county|district|province|street|project|course|subject|team|division|office|consultant|facilitator|client|[a-z]+(?:er|or)))$/i;
const countWords =
  /(?:增长|延长|\b(?:number|order|quarter|other|error|factor|power|timer|counter|water|paper|matter|server|computer|for|or|per|over|under|after|ever|never|rather))$/i;
