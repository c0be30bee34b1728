/** Bytes of a text file to text, whatever the program that saved it makes of it. */

/**
 * UTF-8, UTF-16 with a byte order mark, or GB18030, which older office programs save in Chinese Windows. The mark is left out.
 * Undefined where the bytes are none of these.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  const text = decodeAs(encodingByMark(bytes) ?? 'utf-8', bytes) ?? decodeAs('gb18030', bytes);
  return text?.includes('\0') === true ? undefined : text;
}

function encodingByMark([first, second]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

function decodeAs(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
