/** The reader of specifications: numbers, places, tabs, and refusal of what is not an example. */
import { expect, it } from 'vitest';
import { readExamples, writeExample } from './examples';

const fence = '`'.repeat(32);
const specification = `# Report syntax

## Tags

${fence} example
→<<a:1>>
.
<pre>→
${fence}

### Faults

${fence} example plain tree
# a

b
.
"# a"
${fence}
`;

it('reads examples with their numbers, sections and lines', () => {
  expect(readExamples(specification)).toEqual([
    {
      number: 1,
      section: 'Tags',
      line: 5,
      kind: 'html',
      mode: 'markdown',
      input: '\t<<a:1>>\n',
      expected: '<pre>\t\n',
    },
    { number: 2, section: 'Faults', line: 13, kind: 'tree', mode: 'plain', input: '# a\n\nb\n', expected: '"# a"\n' },
  ]);
});

it('writes an example as it was read', () => {
  const written = readExamples(specification).map((example) => writeExample(example, example.expected));
  for (const example of written) expect(specification).toContain(example);
});

it.each([
  { fault: 'another word after the fence', text: `${fence} sample\na\n.\nb\n${fence}\n` },
  { fault: 'no line with a full stop', text: `${fence} example\na\nb\n${fence}\n` },
  { fault: 'no end', text: `${fence} example\na\n.\nb\n` },
])('refuses an example with $fault', ({ text }) => {
  expect(() => readExamples(text)).toThrow(/^Line 1: /);
});
