/** What a template demands of a report, beyond its sections: figures, items, phrases; and what is not reported twice. */
import { describe, expect, it } from 'vitest';
import { checkDiagnostics, diagnose, readFiles } from '../check';

const template = (keys: string): string =>
  `//- own.template.yaml\nid: own\ntitle: Own\nlanguage: zh\n${keys}//- june.report.md\n---\nreport: own\n---\n\n`;

describe('relations', () => {
  const related = template(`sections: []
metrics:
  - { id: part, label: 其中, type: integer, unit: 件 }
  - { id: whole, label: 总数, type: integer, unit: 件 }
relations: [{ check: part <= whole, severity: warning }]
`);
  const check = (report: string): void => {
    checkDiagnostics(related + report, { rules: ['broken-relation'] });
  };

  it('are reported at every filled tag of the metric that they name first', () => {
    check(`共<<whole:12>>件，其中<<part:13>>件。
                      ^^^^^^^^^^^ warning: Expected 其中 ≤ 总数, found 13件 and 12件; correct the figure that is wrong

上述<<part:13>>件和<<part>>件均已办结，<<part:**>>件除外。
    ^^^^^^^^^^^ warning
`);
  });

  it('are silent while a figure is masked, has two values, or stands in another unit', () => {
    check('共<<whole:**>>件，其中<<part:13>>件。\n');
    check('共<<whole:12>>件，其中<<part:13>>件或<<part:14>>件。\n');
    check('共<<whole:12>>件，其中<<part:13>>人。\n');
    check('其中<<part:13>>件。\n');
  });

  it('allow for what is not exact', () => {
    check('共<<whole:120>>余件，其中<<part:125>>件。\n');
    check(`共<<whole:120>>余件，其中<<part:135>>件。
                         ^^^^^^^^^^^^ warning
`);
  });
});

describe('figures that every report has', () => {
  const required = template(`sections:
  - { id: work, title: 工作, match: 工作, body: '走访<<visits:**>>户。' }
  - { id: next, title: 下一步, match: 下一步 }
metrics:
  - { id: visits, label: 走访, type: integer, unit: 户, required: true }
  - { id: staff, label: 人员, type: integer, unit: 人, required: true }
`);
  const found = (report: string): readonly string[] =>
    checkedCodes(required + report, ['missing-metric', 'missing-section', 'missing-item']);

  it('are reported where they belong, and at the end where that is nowhere', () => {
    checkDiagnostics(
      `${required}## 工作
^^^^^^^ error: The figure "visits" (走访) has no tag, and every report of this kind has it; add it in "工作", or tag it where it stands

顺利，共<<others:1>>次。

## 下一步

继续。
^file error: The figure "staff" (人员) has no tag, and every report of this kind has it; add it, or tag it where it stands
`,
      { rules: ['missing-metric'] },
    );
  });

  it('are not missed where their section is, nor in a report without tags', () => {
    expect(found('## 下一步\n\n由<<staff:3>>人继续。\n')).toEqual(['missing-section']);
    expect(found('## 工作\n\n走访12户。\n\n## 下一步\n\n继续。\n')).toEqual([]);
    expect(found('## 工作\n\n<<staff:**>>人。\n\n## 下一步\n\n再走访<<visits>>户。\n')).toEqual([]);
  });
});

describe('items', () => {
  const itemised = template(`sections:
  - id: project
    title: 项目
    match: 项目
    count: { min: 1, max: 5 }
    items: [{ title: 成果, match: 成果|建成 }]
    metrics: [cost]
metrics:
  - { id: cost, label: 经费, type: money, unit: 万元, required: true }
`);

  it('are looked for in every section of which there may be several', () => {
    checkDiagnostics(
      `${itemised}## 供水项目

管网建成，经费<<cost:12>>万元。

## 治污项目
^^^^^^^^^^^ warning: The section "治污项目" says nothing of "成果", which the template asks for; add it
^^^^^^^^^^^ warning: The section "治污项目" lacks the figure "cost" (经费), which the template asks for; add it, or tag it where it stands

正在施工。

## 绿化项目

### 成果

植树，经费同上，即<<cost>>万元。

## 道路项目
`,
      { rules: ['missing-item'] },
    );
  });

  it('are left to missing-metric where the figure is nowhere', () => {
    expect(
      checkedCodes(`${itemised}## 供水项目\n\n建成，<<others:3>>人参与。\n`, ['missing-item', 'missing-metric']),
    ).toEqual(['missing-metric']);
  });
});

describe('series of two kinds', () => {
  const found = (text: string): readonly string[] => checkedCodes(text, ['series-gap', 'mixed-series']);

  it('are reported once', () => {
    expect(found('一是抓会议。第二，抓走访。\n')).toEqual(['mixed-series']);
    expect(found('首先，抓会议。二是抓走访。三是抓整改。\n')).toEqual(['mixed-series']);
    expect(found('第一，抓会议。其次，抓走访。最后，抓整改。\n')).toEqual(['mixed-series']);
  });

  it('are two series where each begins with its first', () => {
    expect(found('首先，一是抓会议，二是抓走访。其次，抓整改。\n')).toEqual([]);
    expect(found('一是抓会议。\n\n二是抓走访。\n\n第一，抓整改。第二，抓落实。\n')).toEqual([]);
  });

  it('have their gaps reported too, and do not reach over headings', () => {
    expect(found('首先，抓会议。第二，抓走访。第四，抓整改。\n')).toEqual(['mixed-series', 'series-gap']);
    expect(found('## 会议\n\n首先，抓会议。\n\n## 走访\n\n第二，抓走访。\n')).toEqual(['series-gap']);
  });
});

describe('sections that are there twice', () => {
  it('are those of one name, or of one id; a wide pattern proves nothing', () => {
    const two = template(`sections:
  - { id: risks, title: 风险, match: 风险|问题 }
  - { id: next, title: 下一步, match: 下一步, required: false }
metrics: []
`);
    const found = (report: string): readonly string[] => checkedCodes(two + report, ['duplicate-section']);
    expect(found('## 风险\n\n高。\n\n## 问题\n\n多。\n')).toEqual([]);
    expect(found('## 风险\n\n高。\n\n## 风险\n\n多。\n')).toEqual(['duplicate-section']);
    expect(found('## 甲 {#risks}\n\n高。\n\n## 乙 {#risks}\n\n多。\n')).toEqual(['duplicate-section']);
  });

  it('count a heading of a plain text', () => {
    checkDiagnostics('走访简报\n一、会议\n召开12次。\n二、会议\n^^^^^^^^ warning\n召开14次。\n', {
      rules: ['duplicate-section'],
      path: 'june.txt',
    });
  });
});

it('a closed section has no subsections but its own', () => {
  checkDiagnostics(
    `${template(`sections:
  - id: work
    title: 工作
    match: 工作
    closed: true
    sections: [{ id: goal, title: 目标, match: 目标 }]
metrics: []
`)}## 工作

### 目标

通水。

### 花絮
^^^^^^^^ warning: The template has no section "花絮" in "工作", only "目标"; rename it as one of them, or take it out

略。

## 致谢

略。
`,
    { rules: ['unexpected-section'] },
  );
});

function checkedCodes(source: string, rules: readonly string[]): readonly string[] {
  const { text, ...beside } = readFiles(source);
  return diagnose(text, { rules }, beside).map(({ code }) => code);
}
