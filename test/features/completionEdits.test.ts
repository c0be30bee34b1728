/** Completion keeps what the tags say from one state of a report to the next: it answers as if it had read all anew. */
import { expect, it } from 'vitest';
import completion from '../../server/src/features/completion';
import { createReportService, defaultSettings, emptyHost, type ReportService } from '../../server/src/service';
import { createRandom } from '../markdown/random';
import { createContext } from './harness';

const uri = 'file:///desk/june.report.md';
const pieces = [
  '<<topics:36>>个',
  '<<topics>>',
  '<<party-topics:**>>',
  '\n\n',
  '## 二、作风\n\n',
  '研究',
  '<<',
  '>>',
  '`',
  '<<我的:3>>',
];

it('while a report is edited at random', () => {
  const random = createRandom(7);
  const head = '---\nreport: party-governance-responsibility\n---\n\n';
  let text = `${head}# 责任报告\n\n## 一、管党治党\n\n研究议题<<topics:36>>个。\n`;
  const kept = serviceWith(text);
  for (let step = 0; step < 150; step++) {
    const start = head.length + random.below(text.length - head.length + 1);
    const end = random.below(3) > 0 ? start : Math.min(text.length, start + random.below(12));
    const newText = pieces[random.below(pieces.length)] ?? '';
    text = text.slice(0, start) + newText + text.slice(end);
    kept.change(uri, step + 2, [() => ({ span: { start, end }, newText })]);
    const offset = start + newText.length;
    expect(answer(kept, offset), text).toEqual(answer(serviceWith(text), offset));
  }
});

function serviceWith(text: string): ReportService {
  const service = createReportService({ host: emptyHost, settings: defaultSettings, log: () => undefined });
  service.open({ uri, version: 1, languageId: 'tallymark', text });
  return service;
}

function answer(service: ReportService, offset: number): unknown {
  const snapshot = service.snapshot(uri);
  if (snapshot === undefined) throw new Error('The report is open.');
  const position = snapshot.lines.positionAt(offset);
  return completion.handle(snapshot, { textDocument: { uri }, position }, createContext(service));
}
