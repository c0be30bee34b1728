/** Blanks: how much they matter, and what is said to be expected. */
import { describe, expect, it } from 'vitest';
import { checkDiagnostics, checkFix, diagnose } from '../check';

const unfilled = ['unfilled-metric', 'unfilled-name', 'unfilled-date'];

describe('the severity of a blank', () => {
  it('depends on its kind in a draft', () => {
    checkDiagnostics(`
**市召开会议**次，于20**年*月*日结束。
^^ info[untagged-mask]
            ^^ warning[untagged-mask]
                    ^^^^^^^^^^^^ warning[untagged-mask]

在<<place:**>>市召开会议<<meetings:**>>次。
  ^^^^^^^^^^^^ info[unfilled-name]
                        ^^^^^^^^^^^^^^^ warning[unfilled-metric]
`);
  });

  it('is an error for all of them in a final report', () => {
    checkDiagnostics(`---
status: final
---

**市召开会议**次。
^^ error[untagged-mask]: The name "**市" is still masked, and a final report has no blanks; fill it in
            ^^ error[untagged-mask]: The figure "**次" is still masked, …

在<<place:**>>市召开会议<<meetings:**>>次。
  ^^^^^^^^^^^^ error[unfilled-name]: The name "place" is not filled in, and a final report has no blanks; write the name before 市
                        ^^^^^^^^^^^^^^^ error[unfilled-metric]
`);
  });

  const masked = '召开会议<<meetings:**>>次。\n';
  const own = (report: string): string =>
    `//- monthly.template.yaml\nid: monthly\ntitle: Monthly\nlanguage: en\nsections: []\nrules: { unfilled-metric: hint }\n` +
    `//- june.report.md\n${report}`;

  it('is what the template says', () => {
    checkDiagnostics(
      own(`---
report: monthly
---

${masked}        ^^^^^^^^^^^^^^^ hint[unfilled-metric]
`),
    );
  });

  it('is what the settings say rather than the template', () => {
    checkDiagnostics(
      own(`---
report: monthly
---

${masked}        ^^^^^^^^^^^^^^^ info[unfilled-metric]
`),
      { severities: { 'unfilled-metric': 'info' } },
    );
  });

  it('is what the front matter says rather than both', () => {
    checkDiagnostics(
      own(`---
report: monthly
rules: { unfilled-metric: error }
---

${masked}        ^^^^^^^^^^^^^^^ error[unfilled-metric]
`),
      { severities: { 'unfilled-metric': 'info' } },
    );
    checkDiagnostics(`---\nrules: { unfilled-metric: off }\n---\n\n${masked}`);
  });
});

it('each kind has a severity of its own', () => {
  checkDiagnostics(
    `<<city:**>>市于<<day:20**年*月*日>>召开会议<<meetings:**>>次。
^^^^^^^^^^^ hint[unfilled-name]
               ^^^^^^^^^^^^^^^^^^^^ error[unfilled-date]
`,
    { severities: { 'unfilled-name': 'hint', 'unfilled-date': 'error', 'unfilled-metric': 'off' } },
  );
});

describe('what is expected of a blank', () => {
  const expected = (tag: string, language: 'en' | 'zh'): string | undefined =>
    diagnose(`共${tag}次。\n`, { rules: unfilled })[0]?.message[language].split(/[;；] ?/)[1];

  it.each([
    ['<<meetings:*>>', 'write a number of 1 digit (次)', '请填入1位数（单位：次）'],
    ['<<meetings:***>>', 'write a number of 3 digits (次)', '请填入3位数（单位：次）'],
    ['<<meetings:＊＊>>', 'write a number of 2 digits (次)', '请填入2位数（单位：次）'],
    ['<<meetings:*,***>>', 'write a number of 4 digits (次)', '请填入4位数（单位：次）'],
    ['<<meetings:**.*>>', 'write a number of 2 digits and 1 decimal (次)', '请填入2位整数、1位小数的数字（单位：次）'],
    ['<<meetings:XX>>', 'write a number (次)', '请填入数字（单位：次）'],
    ['<<meetings:>>', 'write a number (次)', '请填入数字（单位：次）'],
    ['<<meetings:待填>>', 'write a number (次)', '请填入数字（单位：次）'],
    ['<<day:20**年*月*日>>', 'write a date', '请填入日期'],
  ])('%s', (tag, en, zh) => {
    expect(expected(tag, 'en')).toBe(en);
    expect(expected(tag, 'zh')).toBe(zh);
  });

  it('is a name for a name, said with what follows it', () => {
    const [found] = diagnose('在<<place:**>>市召开。\n');
    expect(found?.message).toEqual({
      en: 'The name "place" is not filled in; write the name before 市',
      zh: '名称“place”尚未填写；请填入“市”前的名称',
    });
  });

  it('comes from the template where the mask has no width', () => {
    checkDiagnostics(
      `
# Website: status report

Reporting period: <<period-start:YYYY-MM-DD>>. Prepared by <<author:TBD>>.
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: The date "period-start" (Start of the period) is not filled in; write a date
                                                           ^^^^^^^^^^^^^^ warning: The text "author" (Author) is not filled in; write a text

The project is <<percent-complete:XX>>% complete.
               ^^^^^^^^^^^^^^^^^^^^^^^ warning: The figure "percent-complete" (Percent complete) is not filled in; write a number of 2 digits (%)
`,
      { template: 'project-status', rules: unfilled },
    );
  });

  it('is the value given elsewhere, but not one of two', () => {
    checkFix(
      '<<meetings:**>>次，共<<meetings:1,200>>次。\n',
      'Fill in 1,200',
      '<<meetings:1,200>>次，共<<meetings:1,200>>次。\n',
    );
    const [blank] = diagnose('<<a:**>>次，共<<a:12>>次或<<a:13>>次。\n', { rules: ['unfilled-metric'] });
    expect(blank?.fixes).toEqual([]);
  });
});

describe('masks', () => {
  it('get an id that no tag has', () => {
    checkFix(
      'We held $0XX meetings, of them <<meetings:3>> online.\n',
      'Tag this mask as "meetings-2"',
      'We held <<meetings-2:XX>> meetings, of them <<meetings:3>> online.\n',
    );
  });

  it('are quoted with the unit that touches them', () => {
    checkDiagnostics(
      'We spent XX% and held XX meetings.\n         ^^ warning: The masked figure "XX%" has …\n                      ^^ warning: The masked figure "XX" has …\n',
    );
  });

  it('in a malformed tag are reported once', () => {
    checkDiagnostics('召开会议《《meetings：**》》次。\n        ^^^^^^^^^^^^^^^^^^^^ error[malformed-metric]\n');
  });
});
