/** Expands a snippet as the editor would if the author accepted every default. */

/** The syntax is TextMate's: `$1`, `${1:default}`, `${1|one,two|}`, `$VARIABLE`. Throws where it is not well formed. */
export function expandSnippet(body: string): string {
  let at = 0;
  const values = new Map<string, string>();

  const text = (ends: string): string => {
    let result = '';
    while (at < body.length && !ends.includes(body.charAt(at))) {
      const character = body.charAt(at);
      if (character === '\\' && /[\\$}]/.test(body.charAt(at + 1))) {
        result += body.charAt(at + 1);
        at += 2;
      } else if (character === '$') {
        result += variable();
      } else {
        result += character;
        at++;
      }
    }
    return result;
  };

  const variable = (): string => {
    const simple = /^\$(\d+|[A-Z_]+)/.exec(body.slice(at));
    if (simple !== null) {
      at += simple[0].length;
      return valueOf(simple[1] ?? '');
    }
    const named = /^\$\{(\d+|[A-Z_]+)/.exec(body.slice(at));
    if (named === null) throw new Error(`A "$" that begins nothing, at ${at}: ${body.slice(at, at + 20)}`);
    at += named[0].length;
    const name = named[1] ?? '';
    const value = defaultValue(name);
    if (body.charAt(at) !== '}') throw new Error(`Placeholder ${name} is not closed: ${body.slice(at, at + 20)}`);
    at++;
    return value;
  };

  const defaultValue = (name: string): string => {
    const mark = body.charAt(at);
    if (mark === ':') {
      at++;
      return remember(name, text('}'));
    }
    if (mark !== '|') return valueOf(name);
    const end = body.indexOf('|}', at);
    if (end < 0) throw new Error(`The choice of placeholder ${name} is not closed.`);
    const choices = body.slice(at + 1, end).split(',');
    at = end + 1;
    return remember(name, choices[0] ?? '');
  };

  const remember = (name: string, value: string): string => {
    const known = values.get(name);
    if (known !== undefined && known !== value) throw new Error(`Placeholder ${name} has two defaults.`);
    values.set(name, value);
    return value;
  };
  const valueOf = (name: string): string => values.get(name) ?? (name === 'CURRENT_YEAR' ? '2025' : '');

  return text('');
}
