/** The format that was asked for; those that only machines read are loaded when they are. */
import type { Format, Style } from './format';
import { json } from './json';
import { stylish } from './stylish';
import { version } from '../version';

export const formats = ['stylish', 'json', 'sarif', 'github', 'junit'] as const;
export type FormatName = (typeof formats)[number];

export async function createFormat(name: FormatName, style: Style): Promise<Format> {
  const { language, failOn } = style;
  switch (name) {
    case 'stylish':
      return stylish(style);
    case 'json':
      return json(language);
    case 'sarif':
      return (await import('./sarif')).sarif(language, version);
    case 'github':
      return (await import('./github')).github(language);
    case 'junit':
      return (await import('./junit')).junit(language, failOn);
  }
}
