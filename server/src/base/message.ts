/** Text that a person reads, always in both languages, so that no translation can be missing. */

/** One sentence in English and in Chinese. The edge of the program picks one of them. */
export interface Message {
  readonly en: string;
  readonly zh: string;
}

export type Language = keyof Message;

/** The language of a locale name such as `zh-CN`, `zh_CN.UTF-8` or `en`; English for everything that is not Chinese. */
export function languageOf(locale: string | undefined): Language {
  return locale !== undefined && /^zh\b|^zh_/i.test(locale) ? 'zh' : 'en';
}
