/** Lines for a person at a terminal. */
import type { Share } from '../../analysis/shares';
import type { Language, Message } from '../../base/message';
import type { Severity } from '../../base/problem';
import type { Colours } from '../terminal';
import { pad, widthOf } from '../terminal';
import { closingLine, plural, severityNames, type Checked, type Format, type Shares, type Style } from './format';

export function stylish({ language, colours, quiet }: Style): Format {
  return {
    head: '',
    between: '',
    file(checked) {
      if (quiet && checked.diagnostics.length === 0) return '';
      const lines = fileLines(checked, language, colours).map((line) => `${line}\n`);
      return `${colours.underline(checked.path)}\n${lines.join('')}\n`;
    },
    tail(tally) {
      const findings = tally.errors + tally.warnings + tally.infos + tally.hints;
      const colour = tally.errors > 0 ? colours.red : findings > 0 ? colours.yellow : colours.green;
      const shares = tally.shares === undefined ? '' : shareLines(tally.shares, language, colours);
      return `${shares}${colours.bold(colour(closingLine(tally, language)))}\n`;
    },
  };
}

function fileLines(file: Checked, language: Language, colours: Colours): string[] {
  const places = file.diagnostics.map(({ range }) => `${range.start.line + 1}:${range.start.character + 1}`);
  const width = places.reduce((longest, place) => Math.max(longest, place.length), 0);
  const lines = file.diagnostics.map(({ code, severity, message }, index) => {
    const name = severityNames[severity][language];
    return `  ${colours.dim((places[index] ?? '').padStart(width))}  ${paint(colours, severity)(pad(name, 7))}  ${message[language]}  ${colours.dim(code)}`;
  });
  return [...lines, `  ${colours.dim(stateLine(file)[language])}`];
}

function stateLine({ metrics, masks, templateTitle, template }: Checked): Message {
  const applied: Message =
    template !== null
      ? {
          en: `template: ${template} (${templateTitle?.en ?? ''})`,
          zh: `模板：${template}（${templateTitle?.zh ?? ''}）`,
        }
      : {
          en: 'no template applies, so sections were not checked; name one with "report:" in the front matter or --template',
          zh: '没有适用的模板，未检查章节；请在文首写“report:”或用 --template 指定',
        };
  return {
    en: `${plural(masks.length, 'blank')} left, ${metrics.filled} of ${plural(metrics.total, 'metric')} filled; ${applied.en}`,
    zh: `还差 ${masks.length} 处空缺，指标已填 ${metrics.filled}/${metrics.total}；${applied.zh}`,
  };
}

export function paint(colours: Colours, severity: Severity | 'off'): (text: string) => string {
  if (severity === 'off') return colours.dim;
  return severity === 'error' ? colours.red : severity === 'warning' ? colours.yellow : colours.blue;
}

const headings = {
  sections: { en: 'Filled by section', zh: '各章节填写情况' },
  owners: { en: 'Filled by owner', zh: '各责任人填写情况' },
};
const unnamed = {
  sections: { en: 'outside all sections', zh: '章节之外' },
  owners: { en: 'no owner', zh: '未指定' },
};

function shareLines(shares: Shares, language: Language, colours: Colours): string {
  const kinds = ['sections', 'owners'] as const;
  const nameOf = (share: Share, kind: keyof Shares): string => share.name ?? unnamed[kind][language];
  const widths = kinds.flatMap((kind) => shares[kind].map((share) => widthOf(nameOf(share, kind))));
  const width = Math.min(Math.max(0, ...widths), 48);
  const table = (kind: keyof Shares): string => {
    if (shares[kind].length === 0) return '';
    const rows = shares[kind].map((share) => {
      const paintRow = share.filled === share.total ? colours.green : colours.yellow;
      const count = paintRow(`${share.filled}/${share.total}`);
      return `  ${pad(nameOf(share, kind), width)}  ${count}  ${colours.dim(percent(share))}\n`;
    });
    return `${colours.bold(headings[kind][language])}\n${rows.join('')}\n`;
  };
  return kinds.map(table).join('');
}

/** Rounded down, so that only what is whole is 100 %. */
function percent({ filled, total }: Share): string {
  return `${Math.floor((filled / total) * 100)}%`;
}
