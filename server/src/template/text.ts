/** Writes a template made from reports as a file that its author goes on with. */
import { Document, isMap, isSeq, visit } from 'yaml';

/** In the order of its keys, one metric a line; a comment names the reports. */
export function templateText(template: Readonly<object>, reports: readonly string[]): string {
  const doc = new Document(template);
  doc.commentBefore = ` Derived from ${reports.map((path) => path.replace(/\s+/g, ' ')).join(', ')}; change what does not fit.`;
  const metrics = doc.get('metrics');
  if (isSeq(metrics)) for (const metric of metrics.items) if (isMap(metric)) metric.flow = true;
  visit(doc, {
    Pair(_, { key, value }) {
      if ((isSeq(value) || isMap(value)) && ['count', 'phrases'].includes(String(key))) value.flow = true;
    },
  });
  return doc.toString({ lineWidth: 0, flowCollectionPadding: true });
}
