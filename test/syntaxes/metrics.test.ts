/** How the grammar colours tagged metrics. */
import { beforeAll, describe, expect, it } from 'vitest';
import { loadTokenizer, type Tokenize } from './tokenize';

let tokenize: Tokenize;
beforeAll(async () => {
  tokenize = await loadTokenizer();
});

const roles: Readonly<Record<string, string>> = {
  'punctuation.definition.tag.begin.tallymark': 'begin',
  'variable.other.metric.tallymark': 'id',
  'punctuation.separator.key-value.tallymark': 'separator',
  'constant.character.escape.mask.tallymark': 'mask',
  'constant.numeric.metric.tallymark': 'number',
  'string.unquoted.metric.tallymark': 'text',
  'punctuation.definition.tag.end.tallymark': 'end',
};

/** Every part of a tag in `line` as `role:text`. */
function parts(line: string): string[] {
  return tokenize(line)
    .flat()
    .flatMap(({ text, scopes }) => scopes.flatMap((scope) => (scope in roles ? [`${roles[scope]}:${text}`] : [])));
}

describe('a tagged metric', () => {
  it('with a mask', () => {
    expect(parts('召开会议<<meetings:**>>次')).toEqual(['begin:<<', 'id:meetings', 'separator::', 'mask:**', 'end:>>']);
  });
  it('with a number', () => {
    expect(parts('<<rate:12.5%>>')).toEqual(['begin:<<', 'id:rate', 'separator::', 'number:12.5%', 'end:>>']);
  });
  it('with a Chinese number', () => expect(parts('<<meetings:一百零三>>')).toContain('number:一百零三'));
  it('with a text', () => expect(parts('<<owner:办公室（综合科）>>')).toContain('text:办公室（综合科）'));
  it('with a text that holds an angle bracket', () => expect(parts('<<goal:>5%>>')).toContain('text:>5%'));
  it('with nothing filled in', () => {
    expect(parts('<<meetings:>>')).toEqual(['begin:<<', 'id:meetings', 'separator::', 'end:>>']);
  });
  it('with a placeholder word', () =>
    expect(parts('<<owner:TBD>>，<<sum:待定>>')).toEqual(expect.arrayContaining(['mask:TBD', 'mask:待定'])));
  it('that repeats a value', () => expect(parts('共<<meetings>>次')).toEqual(['begin:<<', 'id:meetings', 'end:>>']));
  it('with a Chinese id in parts', () => expect(parts('<<党建.会议_1-a:3>>')).toContain('id:党建.会议_1-a'));
  it('twice in a line', () =>
    expect(parts('<<a1:*>>个，<<b1:*>>个').filter((part) => part.startsWith('id:'))).toEqual(['id:a1', 'id:b1']));
  it('in bold', () => expect(parts('**共<<meetings:**>>次**工作')).toContain('id:meetings'));
  it('in a heading', () => expect(parts('# 完成<<tasks:**>>项')).toContain('id:tasks'));
  it('that is not closed yet ends at its colon', () => {
    expect(parts('召开会议<<meetings:12次')).toEqual(['begin:<<', 'id:meetings', 'separator::']);
  });
  it('that is escaped is left alone', () => expect(parts('写作 \\<<meetings:12>>')).toEqual([]));
  it('in code is left alone', () => expect(parts('写作 `<<meetings:12>>`')).toEqual([]));
  it('in a link address is left alone', () => expect(parts('[表](a/<<meetings:12>>)')).toEqual([]));
});

it('keeps the bold around a tag', () => {
  const [line = []] = tokenize('**共<<meetings:**>>次**，其余');
  const bold = line.filter(({ scopes }) => scopes.includes('markup.bold.markdown')).map(({ text }) => text);
  expect(bold.join('')).toBe('**共<<meetings:**>>次**');
});
