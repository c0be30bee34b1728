/** A small Markdown grammar in place of VS Code's own, which no package holds: what our grammar builds upon, and no more. */
import type { IRawGrammar } from 'vscode-textmate';

/** Scopes are those of VS Code's grammar, so that our injections exclude the same places. */
export const markdownStandIn: IRawGrammar = rawGrammar({
  scopeName: 'text.html.markdown',
  patterns: [{ include: '#frontMatter' }, { include: '#fence' }, { include: '#heading' }, { include: '#inline' }],
  repository: {
    frontMatter: {
      begin: '\\A---$',
      end: '^---$',
      contentName: 'meta.embedded.block.frontmatter',
    },
    fence: { begin: '^```', end: '^```', name: 'markup.fenced_code.block.markdown' },
    heading: {
      match: '^#{1,6} (.*)$',
      name: 'markup.heading.markdown',
      captures: { 1: { name: 'entity.name.section.markdown', patterns: [{ include: '#inline' }] } },
    },
    inline: {
      patterns: [
        { include: '#raw' },
        { include: '#comment' },
        { include: '#link' },
        { include: '#bold' },
        { include: '#italic' },
      ],
    },
    raw: { match: '`[^`]+`', name: 'markup.inline.raw.string.markdown' },
    comment: { begin: '<!--', end: '-->', name: 'comment.block.html' },
    link: {
      match: '\\[([^\\]]*)\\]\\(([^)]*)\\)',
      captures: { 1: { name: 'string.other.link.title.markdown' }, 2: { name: 'markup.underline.link.markdown' } },
    },
    bold: {
      begin: '\\*\\*(?=\\S)(?=.*\\S\\*\\*)',
      end: '(?<=\\S)\\*\\*',
      name: 'markup.bold.markdown',
      patterns: [{ include: '#inline' }],
    },
    italic: {
      begin: '\\*(?=\\S)(?=.*[^\\s*]\\*)',
      end: '(?<=\\S)\\*',
      name: 'markup.italic.markdown',
      patterns: [{ include: '#inline' }],
    },
  },
});

/** `$self` and `$base`, which the type wants, are filled in by the registry. */
function rawGrammar(grammar: object): IRawGrammar {
  return grammar as IRawGrammar;
}
