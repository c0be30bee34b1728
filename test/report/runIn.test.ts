/** Headings that end at the first full stop of their line: what follows is the section's text, whatever marks are in it. */
import { expect, it } from 'vitest';
import { readReport } from '../check';

it.each([
  ['（一）供水。检修管网**公里。', '（一）供水。'],
  ['（一）供水。走访<<visits:12>>户，*全部*答复。', '（一）供水。'],
  // Offsets of what a reader sees are no longer those of the source.
  ['（一）*供水*。检修管网三公里。', '（一）*供水*。检修管网三公里。'],
  ['（一）供水', '（一）供水'],
])('%s', (line, heading) => {
  const { report, text } = readReport(`某局总结\n\n一、民生\n\n${line}\n`);
  const [, section] = report.sections;
  expect(text.slice(section?.headingSpan.start, section?.headingSpan.end)).toBe(heading);
  expect(section?.title).toBe('供水');
});

it('leaves the text to the paragraphs, where rules look for it', () => {
  const { report } = readReport('某局总结\n\n一、民生\n\n（一）供水。走访<<visits:12>>户户。\n');
  expect(report.paragraphs.map(({ text }) => text)).toContain('（一）供水。走访12户户。');
});
