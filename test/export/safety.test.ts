/** Nothing in a report can run, load or reach out of the preview. */
import { describe, expect, it } from 'vitest';
import { preview } from './harness';

const attacks: readonly string[] = [
  '<script>alert(1)</script>',
  '<ScRiPt src=https://evil.example/x.js></ScRiPt>',
  'text <script>alert(1)</script> text',
  '<img src=x onerror=alert(1)>',
  'text <img src=x onerror=alert(1)> text',
  '<svg onload=alert(1)><script>alert(1)</script></svg>',
  '<svg><animate onbegin=alert(1) attributeName=x dur=1s>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<object data="https://evil.example/x.swf"></object>',
  '<embed src="https://evil.example/x.swf">',
  '<base href="https://evil.example/">',
  '<meta http-equiv="refresh" content="0;url=https://evil.example">',
  '<link rel="stylesheet" href="https://evil.example/x.css">',
  '<style>body { background: url(https://evil.example/x) }</style>',
  '<form action="https://evil.example"><input name=x></form>',
  '<a href="javascript:alert(1)">click</a>',
  '<body onload=alert(1)>',
  '<details open ontoggle=alert(1)>x</details>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
  '<!--><img src=x onerror=alert(1)>-->',
  '<!-- x --><script>alert(1)</script>',
  '<!-- x --> text <img src=x onerror=alert(1)> <!-- y -->',
  '[click](javascript:alert(1))',
  '[click](JaVaScRiPt:alert(1))',
  '[click](java&#115;cript:alert(1))',
  '[click](java&Tab;script:alert(1))',
  '[click](<javascript:alert(1)>)',
  '[click](&#1;javascript:alert(1))',
  '[click](vbscript:msgbox(1))',
  '[click](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
  '[click](command:workbench.action.terminal.new)',
  '[click](vscode://evil.example/run)',
  '[click](file:///etc/passwd)',
  '[click][ref]\n\n[ref]: javascript:alert(1)',
  '<javascript:alert(1)>',
  '![pixel](https://evil.example/pixel.png)',
  '![pixel](//evil.example/pixel.png)',
  '![pixel](\\\\evil.example\\pixel.png)',
  '![pixel](/\\evil.example/pixel.png)',
  '![pixel](data:image/svg+xml;base64,PHN2Zy8+)',
  '![pixel](javascript:alert(1))',
  '![pixel](h&#116;tps://evil.example/pixel.png)',
  '![pixel][ref]\n\n[ref]: https://evil.example/pixel.png',
  '![" onerror="alert(1)](https://evil.example/x.png)',
  '![x](a.png" onerror="alert(1))',
  '[x](a.html "\\" onmouseover=\\"alert(1)")',
  '```"><script>alert(1)</script>\ncode\n```',
  '``` "onclick="alert(1)\ncode\n```',
  '# Title {#" onclick="alert(1)}',
  '# Title {#x" onclick="alert(1)}',
  '<<a:<script>alert(1)</script>>>',
  '<<a:"><img src=x onerror=alert(1)>>>',
  '<<a" onclick="alert(1):**>>',
  '<<"><script>alert(1)</script>:**>>',
  '《《a：<img src=x onerror=alert(1)>》》',
  '【待补充：<img src=x onerror=alert(1)>】',
  '| <img src=x onerror=alert(1)> |\n| --- |\n| <script>alert(1)</script> |',
  '- [x] <img src=x onerror=alert(1)>',
  'Note[^1]\n\n[^1]: <img src=x onerror=alert(1)> [x](javascript:alert(1))',
  'Note[^"><img src=x onerror=alert(1)>]\n\n[^"><img src=x onerror=alert(1)>]: x',
  '一、<img src=x onerror=alert(1)>\n正文',
  '---\ntitle: "<img src=x onerror=alert(1)>"\n---\n\ntext',
  '---\ntitle: "</h1><script>alert(1)</script>"\n---\n',
];

const elements =
  /^(?:a|blockquote|br|code|data|del|em|h[1-6]|hr|img|input|li|mark|ol|p|pre|section|span|strong|sup|table|tbody|td|th|thead|tr|ul)$/;
const attributes =
  /^(?:align|alt|aria-describedby|aria-label|checked|class|data-(?:end|footnote-backref|footnote-ref|footnotes|id|kind|line|start)|disabled|href|id|src|start|title|type|value)$/;

describe.each([
  ['a report', 'file:///june.report.md'],
  ['a plain text', 'file:///june.txt'],
])('in %s', (_name, uri) => {
  it.each(attacks)('%j is harmless', (attack) => {
    for (const { name, attributes: given } of tagsOf(preview(attack, { uri }))) {
      expect(name).toMatch(elements);
      for (const [key, value] of given) {
        expect(key).toMatch(attributes);
        if (key === 'href') expect(value).toMatch(/^(?:https?:|mailto:|#user-content-|(?![a-z][a-z0-9+.-]*:))/i);
        if (key === 'src') expect(value).toMatch(/^(?![/\\])[^:\\]*$/);
        if (key === 'id') expect(value).toMatch(/^user-content-/);
      }
    }
  });
});

it('raw HTML can be read as it is written', () => {
  expect(preview('Press <kbd>Enter</kbd> now.')).toContain('Press &#x3C;kbd>Enter&#x3C;/kbd> now.');
});

it('comments are not shown, what stands around them is', () => {
  const html = preview('Before\n\n<!-- ask the finance office -->\n\nAfter <!-- really? --> all');
  expect(html).not.toMatch(/finance|really/);
  expect(html).toMatch(/Before[^]*After {1,2}all/);
});

it('an image beside the report stays, one from elsewhere is told by its description', () => {
  const html = preview('![Chart](img/chart.png) ![Logo](https://example.org/logo.png)');
  expect(html).toContain('<img src="img/chart.png" alt="Chart">');
  expect(html).toContain('<span class="image" title="https://example.org/logo.png">Logo</span>');
});

it('ordinary links work', () => {
  expect(preview('[a](https://example.org/) [b](#risks) [c](other.md)')).toMatch(
    /href="https:\/\/example.org\/"[^]*href="#user-content-risks"[^]*href="other.md"/,
  );
});

interface Tag {
  readonly name: string;
  readonly attributes: readonly (readonly [string, string])[];
}

/** Reads the serializer's own well-formed output: every `<` in it begins a tag, every value is quoted. */
function tagsOf(html: string): Tag[] {
  return [...html.matchAll(/<\/?([^\s>]*)((?:\s+[^\s=>"]+(?:="[^"]*")?)*)\s*\/?>|<[^]{0,20}/g)].map((match) => {
    if (match[1] === undefined) throw new Error(`Not a tag: ${match[0]}`);
    const given = [...(match[2] ?? '').matchAll(/([^\s=>"]+)(?:="([^"]*)")?/g)];
    return { name: match[1], attributes: given.map(([, key = '', value = '']) => [key, decode(value)] as const) };
  });
}

function decode(value: string): string {
  return value
    .replace(/&#x([0-9a-f]+);/gi, (_match, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replace(/&amp;/g, '&');
}
