/** The report as HTML for the preview. */
import { previewHtml } from '../export/html';
import { previewRequest, type DocumentParams, type PreviewResult } from '../protocol';
import { defineFeature } from './feature';

export default defineFeature<DocumentParams, PreviewResult>({
  method: previewRequest,
  capability: {},
  onBug: 'error',
  empty: (snapshot) => ({ version: snapshot?.version ?? 0, title: '', html: '', blanks: 0 }),
  handle(snapshot, _params, ctx) {
    return {
      version: snapshot.version,
      title: snapshot.report.title?.value ?? '',
      html: previewHtml(snapshot.parse, snapshot.report, { language: ctx.language }),
      blanks: snapshot.report.blanks.length,
    };
  },
});
