/** Tags that contradict each other, stand for nothing or are misspelt: where two rules could speak, one does. */
import { describe, expect, it } from 'vitest';
import { checkDiagnostics, checkFix, diagnose } from '../check';

describe('conflicting values', () => {
  it('are reported at each place that differs from the first', () => {
    checkDiagnostics(`
We held <<meetings:12>> meetings.

All <<meetings:14>> were minuted, <<meetings:12.0>> in English, <<meetings:15>> in Chinese.
    ^^^^^^^^^^^^^^^ error[conflicting-metric]: "meetings" is 14 here and 12 where it first stands; …
                                                                ^^^^^^^^^^^^^^^ error: "meetings" is 15 here and 12 where it first stands; …
`);
  });

  it('have one fix for each value, which leaves equal values as they are written', () => {
    const text = 'We held <<a:1,200>> and <<a:1200>> and <<a:7>>.\n';
    const [finding] = diagnose(text);
    expect(finding?.fixes?.map(({ title }) => title.en)).toEqual(['Use 1,200 everywhere', 'Use 7 everywhere']);
    checkFix(text, 'Use 1,200 everywhere', 'We held <<a:1,200>> and <<a:1200>> and <<a:1,200>>.\n');
    checkFix(text, 'Use 7 everywhere', 'We held <<a:7>> and <<a:7>> and <<a:7>>.\n');
  });

  it('are none where a percent sign stands in one tag and after the other', () => {
    checkDiagnostics('办结率达<<rate:95%>>，即<<rate:95>>%。\n');
    checkDiagnostics(
      '办结率达<<rate:95%>>，即<<rate:59>>%。\n                        ^^^^^^^^^^^ error: "rate" is 59% here and 95% where it first stands; …\n',
    );
    checkFix(
      '办结率达<<rate:95%>>，即<<rate:59>>%。\n',
      'Use 95% everywhere',
      '办结率达<<rate:95%>>，即<<rate:95>>%。\n',
    );
  });

  it('are counted on lines whatever ends them', () => {
    checkDiagnostics('<<a:1>>\r\n\r\n<<a:2>>\r\n^^^^^^^ error: "a" is 2 here and 1 where it first stands; …\r\n');
  });

  it('are quoted in part where they are long', () => {
    const [finding] = diagnose(`<<a:1>>\n\n<<a:${'long '.repeat(5000)}>>\n`);
    expect(finding?.message.en.length).toBeLessThan(200);
  });
});

describe('a repeated value', () => {
  it('that is misspelt is reported as undefined alone', () => {
    checkDiagnostics(
      `
研究议题<<topics:123>>个，<<topcs>>个均已办结。
                          ^^^^^^^^^ error[undefined-metric]: "topcs" has no value in this report; give it one in one of its tags, as in <<topcs:12>>
`,
      { template: 'party-governance-responsibility', rules: ['undefined-metric', 'unknown-metric'] },
    );
  });

  it('may wait for a blank or for a tag that is still to be repaired', () => {
    checkDiagnostics('<<a:**>> and <<a>>\n^^^^^^^^ warning[unfilled-metric]\n');
    checkDiagnostics(
      '<<a>> and <<b:12 more.\n          ^^^^^^ error[malformed-metric]\n^^^^^ error[undefined-metric]\n',
    );
    checkDiagnostics('<<meetings>> and <<meetings:12 more.\n                 ^^^^^^^^^^^^^ error[malformed-metric]\n');
  });

  it('leaves a blank as wide as the template says', () => {
    checkFix('研究议题<<topics>>个。\n', 'Leave a blank for its value here', '研究议题<<topics:***>>个。\n', {
      template: 'party-governance-responsibility',
    });
  });
});

describe('ids that resemble one of the template', () => {
  const options = { template: 'party-governance-responsibility', rules: ['unknown-metric'] };

  it('are reported at every use, and keep their counter', () => {
    checkDiagnostics(
      `
议题<<topcs-2:12>>个，其中<<topcs-2>>个已办结，另有<<Topics:1>>个。
      ^^^^^^^ warning: "topcs-2" is not an id of this template; did you mean "topics-2" (Topics discussed)?
                            ^^^^^^^ warning
                                                     ^^^^^^ warning: "Topics" is not …
`,
      options,
    );
    checkFix('议题<<topcs-2:12>>个。\n', 'Change to "topics-2"', '议题<<topics-2:12>>个。\n', options);
  });

  it('are fine where they are the template’s own or resemble none', () => {
    checkDiagnostics('议题<<topics:12>>个，<<topics-12:3>>个，<<topics-detail:3>>个，来访<<访客:3>>人次。\n', options);
  });
});

it('values are held against the type of the template', () => {
  checkDiagnostics(
    `
Open since <<period-start:2025-05-01>>, until <<period-end:soon>>, by <<author:Kim>>.
                                                           ^^^^ error: "period-end" (End of the period) is "soon", expected a date; …

<<percent-complete:45>>% done, <<percent-complete-2:half>>, $<<spent:1,200.50>> spent of $<<budget:12%>>.
                                                                                                   ^^^ error: "budget" (Budget) is "12%", expected an amount of money; …
`,
    { template: 'project-status', rules: ['wrong-type'] },
  );
});
