/** The parts of a workbook, which is a ZIP archive: taken out one by one, and never more than a bounded amount. */
import { Inflate } from 'fflate';
import type { Message } from '../../base/message';

export interface Archive {
  /** The text of a part; undefined where there is none. Throws `unreadable` where it is damaged or the bound is passed. */
  read(path: string): string | undefined;
}

/** Throws `unreadable` where the bytes are no archive, or one without its directory. */
export function openArchive(bytes: Uint8Array): Archive {
  if (hasBytes(bytes, [0xd0, 0xcf, 0x11, 0xe0])) unreadable(compoundFile);
  const entries = readDirectory(bytes);
  let left = maxInflated;
  return {
    read(path) {
      const entry = entries.get(path.toLowerCase());
      if (entry === undefined) return undefined;
      // What the archive says of its sizes may be wrong; what comes out is counted.
      const part = inflate(bytes, entry, left);
      left -= part.length;
      return decodeXml(part);
    },
  };
}

/** Ends the reading of a workbook; the message is the error's `cause`. */
export function unreadable(message: Message): never {
  throw new Error(message.en, { cause: message });
}

/** A table of figures has a hundredth of that. */
const maxInflated = 32_000_000;
/** Bytes given to the decompressor at once; each makes a thousand at most. */
const chunkSize = 16_384;

interface Entry {
  readonly method: number;
  /** Offset of the entry's own header. */
  readonly header: number;
  readonly size: number;
}

function readDirectory(bytes: Uint8Array): ReadonlyMap<string, Entry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === undefined) return unreadable(hasBytes(bytes, [0x50, 0x4b]) ? truncated : noWorkbook);
  const entries = new Map<string, Entry>();
  let at = view.getUint32(end + 16, true);
  for (let count = view.getUint16(end + 10, true); count > 0; count--) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) unreadable(damaged);
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    if (extraEnd > bytes.length) unreadable(damaged);
    if ((view.getUint16(at + 8, true) & 1) === 1) unreadable(encrypted);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, nameEnd)).replaceAll('\\', '/');
    entries.set(name.toLowerCase(), {
      method: view.getUint16(at + 10, true),
      ...longSizes(view, { at, nameEnd, extraEnd }),
    });
    at = extraEnd + view.getUint16(at + 32, true);
  }
  return entries;
}

/** The record at the archive's end, before a comment of any length. */
function findEnd(view: DataView): number | undefined {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  return undefined;
}

/** Some programs write the 64-bit form of sizes for small entries too; its numbers follow one another where the short ones are full. */
function longSizes(
  view: DataView,
  { at, nameEnd, extraEnd }: { readonly at: number; readonly nameEnd: number; readonly extraEnd: number },
): Pick<Entry, 'size' | 'header'> {
  const full = 0xffffffff;
  let size = view.getUint32(at + 20, true);
  let header = view.getUint32(at + 42, true);
  let field = nameEnd;
  while (field + 4 <= extraEnd) {
    const next = field + 4 + view.getUint16(field + 2, true);
    if (view.getUint16(field, true) === 1 && next <= extraEnd) {
      let value = field + 4 + (view.getUint32(at + 24, true) === full ? 8 : 0);
      const take = (): number => {
        const taken = value + 8 <= next ? Number(view.getBigUint64(value, true)) : full;
        value += 8;
        return taken;
      };
      if (size === full) size = take();
      if (header === full) header = take();
    }
    field = next;
  }
  return { size, header };
}

function inflate(bytes: Uint8Array, { method, header, size }: Entry, limit: number): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (header + 30 > bytes.length || view.getUint32(header, true) !== 0x04034b50) unreadable(damaged);
  const start = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
  const end = start + size;
  if (end > bytes.length) unreadable(truncated);
  if (method === 0) return size > limit ? unreadable(tooLarge) : bytes.subarray(start, end);
  if (method !== 8) unreadable(damaged);
  const pieces: Uint8Array[] = [];
  let length = 0;
  const inflater = new Inflate((piece) => {
    length += piece.length;
    if (length > limit) unreadable(tooLarge);
    pieces.push(piece);
  });
  for (let at = start; at < end || at === start; at += chunkSize) {
    const next = Math.min(at + chunkSize, end);
    push(inflater, bytes.subarray(at, next), next === end);
  }
  return joined(pieces, length);
}

function push(inflater: Inflate, chunk: Uint8Array, isLast: boolean): void {
  try {
    inflater.push(chunk, isLast);
  } catch (error) {
    if (error instanceof Error && error.cause !== undefined) throw error;
    unreadable(damaged);
  }
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** UTF-8 and UTF-16 are what the standard allows. */
function decodeXml(bytes: Uint8Array): string {
  if (hasBytes(bytes, [0xff, 0xfe])) return new TextDecoder('utf-16le').decode(bytes);
  if (hasBytes(bytes, [0xfe, 0xff])) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder().decode(bytes);
}

function hasBytes(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

export const damaged: Message = {
  en: 'The workbook is damaged, expected a whole .xlsx file; open it in a spreadsheet program and save it again.',
  zh: '工作簿已损坏，应为完整的 .xlsx 文件，请用表格软件打开并重新保存。',
};

const truncated: Message = {
  en: 'The workbook ends too early, expected a whole .xlsx file; copy it again.',
  zh: '工作簿不完整，应为完整的 .xlsx 文件，请重新复制。',
};

const noWorkbook: Message = {
  en: 'This is not an .xlsx workbook, whatever its name says; save it as .xlsx in a spreadsheet program.',
  zh: '文件内容不是 .xlsx 工作簿，请用表格软件另存为 .xlsx。',
};

const compoundFile: Message = {
  en: 'The workbook is protected by a password or is an old .xls, and cannot be read; save it as .xlsx without a password.',
  zh: '工作簿有密码保护或是旧的 .xls 格式，无法读取，请另存为不带密码的 .xlsx。',
};

const encrypted: Message = {
  en: 'The workbook is encrypted and cannot be read; save it without a password.',
  zh: '工作簿已加密，无法读取，请另存为不带密码的文件。',
};

const tooLarge: Message = {
  en: `The workbook holds more than ${maxInflated / 1_000_000} MB once unpacked and is not read; keep the figures in a workbook of their own.`,
  zh: `工作簿解压后超过 ${maxInflated / 1_000_000} MB，未读取，请把数据另存为单独的工作簿。`,
};
