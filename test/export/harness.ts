/** Renders a text as HTML. The only caller of the exporter in tests. */
import { previewHtml, renderHtml } from '../../server/src/export/html';
import { createReportService, defaultSettings, emptyHost } from '../../server/src/service';

export interface Rendered {
  readonly uri?: string;
  readonly language?: 'en' | 'zh';
}

export function preview(text: string, { uri = 'file:///june.report.md', language = 'en' }: Rendered = {}): string {
  const { parse, report } = read(uri, text);
  return previewHtml(parse, report, { language });
}

/** As the specification's tests see it. */
export function reference(text: string): string {
  return renderHtml(read('file:///june.report.md', text).parse, { positions: false });
}

function read(uri: string, text: string): ReturnType<ReturnType<typeof createReportService>['read']> {
  return createReportService({ host: emptyHost, settings: defaultSettings, log: () => undefined }).read(uri, text);
}
