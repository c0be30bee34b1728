/** The types of recipes.mjs. */
export function recipe(repository: string, beginning: string): string;
