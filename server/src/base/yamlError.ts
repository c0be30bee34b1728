/** What the YAML parser says about a text that is not YAML, in both languages. */
import type { Message } from './message';

/** As much of the parser's error as is told. */
export interface YamlFault {
  readonly code: string;
  readonly message: string;
}

/** One sentence with the reason. The parser's own words stay in the English one. */
export function yamlErrorMessage(error: YamlFault): Message {
  const reason = englishReasons[error.code] ?? (error.message.split('\n', 1)[0] ?? '').replace(/[.:]?\s*$/, '');
  return {
    en: `This is not valid YAML: ${reason}; correct it here or just before.`,
    zh: `此处不是有效的 YAML：${chineseReasons[error.code] ?? reason}，请检查此处及其前一行。`,
  };
}

/** Where the parser speaks to programmers. */
const englishReasons: Readonly<Partial<Record<string, string>>> = {
  MULTIPLE_DOCS: 'it holds more than one document, parted by "---"',
};

const chineseReasons: Readonly<Partial<Record<string, string>>> = {
  BAD_ALIAS: '引用了不存在的锚点',
  BAD_DQ_ESCAPE: '双引号内的转义写法不对，正则表达式请改用单引号',
  BAD_INDENT: '缩进不对',
  BAD_SCALAR_START: '值不能以这个字符开头，请加引号',
  BLOCK_AS_IMPLICIT_KEY: '同一行里不能再嵌一层键值，含冒号的文本请加引号',
  BLOCK_IN_FLOW: '花括号或方括号内不能换行缩进',
  MISSING_CHAR: '缺少冒号、逗号、引号或括号',
  MULTILINE_IMPLICIT_KEY: '键不能跨行，可能漏了冒号或引号',
  MULTIPLE_DOCS: '一个文件里只能有一份文档，请去掉多余的 ---',
  RESOURCE_EXHAUSTION: '嵌套过深',
  TAB_AS_INDENT: '缩进不能用制表符，请改用空格',
  UNEXPECTED_TOKEN: '出现了意外的字符',
};
