/** The formats of `tallymark questions`, apart from what writes them, so that the options can name them at once. */
export const questionFormats = ['markdown', 'csv', 'xlsx'] as const;
export type QuestionFormat = (typeof questionFormats)[number];
