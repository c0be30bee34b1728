/** From a request about a document to the name that is meant, and to where the search for it begins. */
import type { Position } from 'vscode-languageserver-types';
import { placesIn } from '../../template/places';
import type { Snapshot } from '../../workspace/snapshot';
import type { OpenFile } from '../feature';
import type { Origin } from './metricScope';
import { nameInFile, nameInReport, type Name } from './name';

export interface Asked {
  readonly name: Name;
  readonly origin: Origin;
}

export function askedInReport(snapshot: Snapshot, position: Position): Asked | undefined {
  const name = nameInReport(snapshot, position);
  if (name === undefined) return undefined;
  return { name, origin: { uri: snapshot.uri, template: templateNameOf(snapshot) } };
}

/** The id of the template that applies to a report, or that it names in vain. */
export function templateNameOf({ templateChoice }: Snapshot): string | undefined {
  if (templateChoice.kind === 'unknown') return templateChoice.name;
  return templateChoice.kind === 'none' ? undefined : templateChoice.template.id;
}

export async function askedInFile(file: OpenFile, position: Position): Promise<Asked | undefined> {
  const name = await nameInFile(file, position);
  const template = file.kind === 'template' ? placesIn(file).id?.id : undefined;
  return name && { name, origin: { uri: file.uri, template } };
}
