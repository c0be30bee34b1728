/** What the template asks of the section under a heading, and what is left to do in it. */
import { saysItem } from '../../analysis/phrases';
import type { Section } from '../../report/types';
import type { Snapshot } from '../../workspace/snapshot';
import type { FeatureContext } from '../feature';
import { contentOf, roleOf, sectionHeadedAt, type SectionContent, type SectionRole } from './sectionFacts';
import { counted, details, listed, longestNote, quoted, type Say, type Told } from './wording';

/** Undefined where the place is in no heading, or there is nothing to say of its section. */
export function headingLines(snapshot: Snapshot, offset: number, { say }: FeatureContext): Told | undefined {
  const section = sectionHeadedAt(snapshot, offset);
  if (section === undefined) return undefined;
  const lines = sectionLines(snapshot, section, say);
  return lines.length === 0 ? undefined : { span: section.headingSpan, lines };
}

function sectionLines(snapshot: Snapshot, section: Section, say: Say): readonly string[] {
  const role = roleOf(snapshot, section);
  const content = contentOf(snapshot, section.span);
  const { blanks } = content;
  const left = blanks === 0 ? '' : say({ en: `${counted(blanks, 'blank')} to fill`, zh: `待填 ${blanks} 处` });
  if (role === undefined) return left === '' ? [] : [`**${quoted(section.title)}**`, left];
  const { title, required, guidance } = role.entry.requirement;
  const kind = required
    ? say({ en: 'a required section', zh: '必备章节' })
    : say({ en: 'an optional section', zh: '可选章节' });
  return [
    say({ en: `**${quoted(title)}**: ${kind}`, zh: `**${quoted(title)}**：${kind}` }),
    ...(guidance === undefined ? [] : [quoted(say(guidance), longestNote)]),
    ...details([...leftToDo(snapshot, role, content, say), left]),
  ];
}

function leftToDo(
  snapshot: Snapshot,
  { entry, missing }: SectionRole,
  content: SectionContent,
  say: Say,
): readonly string[] {
  const { requirement, placement, also } = entry;
  // Where one section is enough, a second one may say what the first does not.
  const others = requirement.count.max > 1 || placement.kind !== 'section' ? [] : [placement.section, ...also];
  const all = others.length < 2 ? [content] : others.map(({ span }) => contentOf(snapshot, span));
  const items = requirement.items
    .filter((item) => !all.some(({ texts }) => texts.some((text) => saysItem(item, text))))
    .map(({ title }) => quoted(say(title)));
  const figures = requirement.metrics
    .filter((id) => !all.some(({ ids }) => ids.has(id)))
    .map((id) => {
      const label = snapshot.template?.metrics.find((metric) => metric.id === id)?.label;
      return quoted(label === undefined ? id : say(label));
    });
  const subsections = missing.map(({ title }) => quoted(title));
  const isMisplaced = placement.kind === 'section' && placement.isMisplaced;
  return [
    named(items, (list) => say({ en: `not said yet: ${list}`, zh: `尚未写到：${list}` }), say),
    named(figures, (list) => say({ en: `figures not tagged yet: ${list}`, zh: `尚缺数字：${list}` }), say),
    named(subsections, (list) => say({ en: `subsections missing: ${list}`, zh: `缺少小节：${list}` }), say),
    isMisplaced ? say({ en: 'the template has it in another place', zh: '按模板，该部分应在其他位置' }) : '',
  ];
}

function named(names: readonly string[], line: (list: string) => string, say: Say): string {
  if (names.length === 0) return '';
  const rest = names.length - mostNamed;
  const more = rest > 0 ? say({ en: ` and ${rest} more`, zh: `等 ${names.length} 项` }) : '';
  return line(listed(say, names.slice(0, mostNamed)) + more);
}

const mostNamed = 5;
