/** The version of this program, which the bundler writes in. */
declare const TALLYMARK_VERSION: string | undefined;

export const version = typeof TALLYMARK_VERSION === 'string' ? TALLYMARK_VERSION : '0.0.0';
