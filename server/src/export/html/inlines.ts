/** HTML of metrics and masks: `<data>` for a value, `<mark>` for what is still to be filled. */
import type { Element, Properties } from 'hast';
import type { Handlers, State } from 'mdast-util-to-hast';
import type { Span } from '../../base/span';
import type { MetricUse } from '../../report/types';
import type { MaskNode, MetricNode } from '../../syntax/types';
import type { Rendering } from './tree';

export function inlineHandlers(rendering: Rendering): Handlers {
  const { report } = rendering;
  const metrics = new Map(report.metrics.map((use) => [use.span.start, use]));
  const masks = new Map(report.masks.map((use) => [use.span.start, use]));
  const values = valuesById(report.metrics);

  return {
    metric(_state: State, node: MetricNode) {
      const span = spanOf(node, rendering);
      return metricElement(metrics.get(span.start) ?? useOf(node, span), values, rendering);
    },
    mask(_state: State, node: MaskNode) {
      const span = spanOf(node, rendering);
      const kind = masks.get(span.start)?.kind ?? node.kind;
      return mark('blank', node.value, { ...placeOf(span, rendering), dataKind: kind });
    },
  };
}

function metricElement(use: MetricUse, values: ReadonlyMap<string, string>, rendering: Rendering): Element {
  const { id, kind, span } = use;
  const valueSpan = use.valueSpan ?? span;
  switch (use.state) {
    case 'filled':
      return value(use.value ?? '', { ...placeOf(valueSpan, rendering), dataId: id });
    case 'masked': {
      // An empty value is shown by its id, or there would be nothing to see and to click.
      const text = use.value === undefined || use.value.trim() === '' ? id : use.value;
      return mark('blank', text, { ...placeOf(valueSpan, rendering), dataKind: kind, dataId: id });
    }
    case 'reference': {
      const known = values.get(id);
      const place = placeOf(span, rendering);
      return known === undefined
        ? mark('reference', id, { ...place, dataId: id })
        : value(known, { ...place, dataId: id });
    }
    case 'malformed':
      return mark('fault', rendering.parse.text.slice(span.start, span.end), placeOf(span, rendering));
  }
}

/** The first value that the report gives to each id. */
function valuesById(metrics: readonly MetricUse[]): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const { id, state, value: given } of metrics) {
    if (state === 'filled' && given !== undefined && !values.has(id)) values.set(id, given);
  }
  return values;
}

/** For a tag that the report does not list. */
function useOf(node: MetricNode, span: Span): MetricUse {
  return {
    id: node.id,
    value: node.value,
    state: 'malformed',
    kind: 'figure',
    unit: undefined,
    span,
    idSpan: span,
    valueSpan: undefined,
    fault: node.fault,
    section: undefined,
  };
}

function spanOf(node: MetricNode | MaskNode, rendering: Rendering): Span {
  const start = rendering.blockStart(node);
  return { start: start + (node.position?.start.offset ?? 0), end: start + (node.position?.end.offset ?? 0) };
}

function placeOf({ start, end }: Span, { positions }: Rendering): Properties {
  return positions ? { dataStart: start, dataEnd: end } : {};
}

function mark(className: 'blank' | 'reference' | 'fault', text: string, properties: Properties): Element {
  return element('mark', { className: [className], ...properties }, text);
}

function value(text: string, properties: Properties): Element {
  return element('data', { className: ['metric'], value: text, ...properties }, text);
}

function element(tagName: string, properties: Properties, text: string): Element {
  return { type: 'element', tagName, properties, children: [{ type: 'text', value: text }] };
}
