/** Which headings meet which requirements of a template, in its order as far as that goes. */
import type { Section } from '../report/types';
import type { SectionTemplate } from '../template/types';

/** By the author's id, else by the template's pattern. */
export function meets(requirement: SectionTemplate, section: Section): boolean {
  return section.id === requirement.id || (section.id === undefined && requirement.match.test(section.title));
}

/** The longest alignment of requirements and headings in order; a required match outweighs all optional ones, the author's id both. */
export function alignInOrder(
  requirements: readonly SectionTemplate[],
  sections: readonly Section[],
): [SectionTemplate, Section][] {
  const width = sections.length + 1;
  const best = new Array<number>((requirements.length + 1) * width).fill(0);
  const weight = (row: number, column: number): number => {
    const requirement = requirements[row];
    const section = sections[column];
    if (requirement === undefined || section === undefined || !meets(requirement, section)) return 0;
    return (section.id === requirement.id ? 1_000_000 : 0) + (requirement.required ? 1000 : 1);
  };
  const weights = requirements.map((_, row) => sections.map((_section, column) => weight(row, column)));
  const at = (row: number, column: number): number => best[row * width + column] ?? 0;
  for (let row = requirements.length - 1; row >= 0; row--) {
    for (let column = sections.length - 1; column >= 0; column--) {
      const own = weights[row]?.[column] ?? 0;
      const taken = own > 0 ? own + at(row + 1, column + 1) : 0;
      best[row * width + column] = Math.max(taken, at(row + 1, column), at(row, column + 1));
    }
  }
  const pairs: [SectionTemplate, Section][] = [];
  for (let row = 0, column = 0; row < requirements.length && column < sections.length;) {
    const own = weights[row]?.[column] ?? 0;
    const requirement = requirements[row];
    const section = sections[column];
    if (
      own > 0 &&
      requirement !== undefined &&
      section !== undefined &&
      at(row, column) === own + at(row + 1, column + 1)
    ) {
      pairs.push([requirement, section]);
      row++;
      column++;
    } else if (at(row, column) === at(row, column + 1)) column++;
    else row++;
  }
  return pairs;
}
