/** A short name for a text. */

/**
 * 16 hexadecimal digits: FNV-1a in two lanes with different seeds, over UTF-16 code units. Equal texts have equal digests, and two
 * texts that differ have the same one by a chance of about 1 in 2^64. No protection against somebody who looks for such a pair.
 */
export function digest(text: string): string {
  let low = 0x811c9dc5;
  let high = 0x9747b28c;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x85ebca6b);
    high ^= high >>> 13;
  }
  return hex(high) + hex(low);
}

function hex(lane: number): string {
  return (lane >>> 0).toString(16).padStart(8, '0');
}
