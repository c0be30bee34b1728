/** What the preview shows of a report, and where it says it comes from. */
import { describe, expect, it } from 'vitest';
import { preview, reference } from './harness';

describe('metrics and masks', () => {
  it('a value is shown with its id', () => {
    const html = preview('Held <<meetings:12>> meetings.');
    expect(withoutPlaces(html)).toBe(
      '<p>Held <data class="metric" value="12" data-id="meetings">12</data> meetings.</p>',
    );
  });

  it('a masked value is a blank', () => {
    const html = withoutPlaces(preview('召开会议<<meetings:**>>次。'));
    expect(html).toBe('<p>召开会议<mark class="blank" data-kind="figure" data-id="meetings">**</mark>次。</p>');
  });

  it('an untagged mask is a blank of its kind', () => {
    expect(withoutPlaces(preview('召开会议**次。'))).toBe(
      '<p>召开会议<mark class="blank" data-kind="figure">**</mark>次。</p>',
    );
    expect(preview('20**年*月*日，天气好。')).toContain('data-kind="date"');
  });

  it('genuine emphasis is none', () => {
    expect(withoutPlaces(preview('这是**重点**工作。'))).toBe('<p>这是<strong>重点</strong>工作。</p>');
  });

  it('a reference shows the value given elsewhere, before or after it', () => {
    const html = preview('In short, <<meetings>>.\n\nHeld <<meetings:12>> meetings.\n');
    expect(html).toMatch(/In short, <data [^>]*data-id="meetings">12<\/data>/);
  });

  it('a reference to nothing is marked, but is no blank', () => {
    expect(preview('In short, <<meetings>>.')).toMatch(/<mark class="reference"[^>]*>meetings<\/mark>/);
  });

  it('an empty value can still be seen and clicked', () => {
    expect(preview('Held <<meetings:>> meetings.')).toMatch(/<mark class="blank"[^>]*>meetings<\/mark>/);
  });

  it('a damaged tag is shown as it is written', () => {
    expect(preview('Held <<meetings：12>> meetings.')).toMatch(/<mark class="fault"[^>]*>&#x3C;&#x3C;meetings：12>>/);
  });
});

describe('places', () => {
  const text =
    '---\ntitle: 总结\n---\n\n# 总结\n\n- 会议<<meetings:**>>次\n- 第二\n\n> 引文**次\n\n| 甲 | 乙 |\n| -- | -- |\n| <<n:7>> | 2 |\n';
  const html = preview(text);

  it('are those of the whole text, whatever stands before', () => {
    for (const [, kind, start, end, shown] of html.matchAll(
      /class="(\w+)"[^>]*data-start="(\d+)" data-end="(\d+)"[^>]*>([^<]*)</g,
    )) {
      expect([kind, text.slice(Number(start), Number(end))]).toEqual([kind, shown]);
    }
    expect(html.match(/data-end=/g)).toHaveLength(3);
  });

  it('are on every block', () => {
    for (const name of ['h1', 'ul', 'li', 'blockquote', 'p', 'table', 'tr']) {
      expect(html).toMatch(new RegExp(`<${name} [^>]*data-start="\\d+" data-line="\\d+"`));
      expect(html).not.toMatch(new RegExp(`<${name}>`));
    }
  });

  it('name the line on which the block begins', () => {
    const lines = text.split('\n');
    for (const [, start, line] of html.matchAll(/data-start="(\d+)" data-line="(\d+)"/g)) {
      expect(text.slice(0, Number(start)).split('\n').length - 1).toBe(Number(line));
    }
    expect(html).toContain(`data-line="${lines.indexOf('# 总结')}"`);
  });

  it('are not in what the specification compares', () => {
    expect(reference(text)).not.toMatch(/data-(?:start|end|line)/);
  });
});

describe('title and headings', () => {
  it('the front matter is not shown, its title is', () => {
    const html = preview('---\nreport: annual-summary\ntitle: 2024年工作总结\n---\n\n正文。\n');
    expect(withoutPlaces(html)).toBe('<h1>2024年工作总结</h1>\n<p>正文。</p>');
    expect(html).toMatch(/<h1 data-start="34" data-line="2">/);
  });

  it('a title that the text has too is shown once', () => {
    expect(preview('---\ntitle: 总结\n---\n\n# 总结\n\n正文。\n').match(/<h1/g)).toHaveLength(1);
  });

  it('{#id} is taken off a heading and becomes its id', () => {
    expect(withoutPlaces(preview('## Risks {#risks}\n'))).toBe('<h2 id="user-content-risks">Risks</h2>');
    expect(reference('## Risks {#risks}\n')).toBe('<h2 id="risks">Risks</h2>\n');
  });

  it('lines that begin with 一、 are headings where there are no others', () => {
    const html = withoutPlaces(
      preview('某局工作总结\n\n情况如下：\n一、主要工作\n一是开会**次。\n二是学习。\n二、打算\n继续。\n'),
    );
    expect(html.match(/<(\w+)[ >]/g)?.filter((tag) => /h\d|p/.test(tag))).toEqual([
      '<h1>',
      '<p>',
      '<h2>',
      '<p>',
      '<h2>',
      '<p>',
    ]);
    expect(html).toContain('一是开会<mark class="blank" data-kind="figure">**</mark>次。\n二是学习。');
  });

  it('the lines of a plain text are paragraphs and headings', () => {
    const html = withoutPlaces(
      preview('某局工作总结\n情况如下：\n一、主要工作\n开会**次。\n', { uri: 'file:///a.txt' }),
    );
    expect(html).toContain('<h1>某局工作总结</h1>\n<p>情况如下：</p>\n<h2>一、主要工作</h2>');
  });

  it('such lines are text where Markdown headings are used', () => {
    expect(withoutPlaces(preview('# 总结\n\n## 概况\n\n一、主要工作\n'))).toContain('<p>一、主要工作</p>');
  });
});

describe('blocks belong together', () => {
  it('a link finds its definition in another block', () => {
    expect(preview('[plan]\n\ntext\n\n[plan]: plan.md\n')).toContain('<a href="plan.md">plan</a>');
  });

  it('footnotes are numbered through the whole report', () => {
    const html = preview('One[^b].\n\n# Two[^a]\n\n[^a]: First\n\n[^b]: Second\n', { language: 'zh' });
    expect(html).toMatch(/<li id="user-content-fn-b">[^]*Second[^]*<li id="user-content-fn-a">[^]*First/);
    expect(html).toContain('脚注');
  });
});

it('without positions ordinary Markdown is as CommonMark has it', () => {
  expect(reference('A "quote" & *more*\n\n<b>bold</b>\n\n- a\n\n- b\n\n![x](https://example.org/y.png)\n***\n')).toBe(
    [
      '<p>A &quot;quote&quot; &amp; <em>more</em></p>\n<p><b>bold</b></p>\n<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>\n',
      '<p><img src="https://example.org/y.png" alt="x" /></p>\n<hr />\n',
    ].join(''),
  );
});

function withoutPlaces(html: string): string {
  return html.replace(/ data-(?:start|end|line)="\d+"/g, '');
}
