/** Reports document numbers in another form than 国发〔2021〕12号: other brackets, 第, leading zeros. */
import type { Message } from '../base/message';
import { defineRule } from './rule';
import { changeTo } from './support/fixes';
import { spanIn } from './support/places';
import { shown } from './support/wording';

export default defineRule({
  id: 'document-number-form',
  severity: 'warning',
  summary: { en: 'A document number is not written as in 〔2021〕12号', zh: '发文字号写法不规范' },
  checkLine: {
    looksFor: /[[［【(（﹝〔][12][\dX×x*＊]{3}[\]］】)）﹞〕] ?第?[ \u3000]{0,2}[\dX×x*＊]{1,6}[ \u3000]{0,2}号/,
    check(line, { report }) {
      for (const match of line.text.matchAll(documentNumber)) {
        const [whole, code = '', open = '', year = '', , ordinal = '', number = ''] = match;
        if (
          !isCode(code, open) ||
          isCertificate.test(line.text.slice(Math.max(0, match.index - 6), match.index + code.length))
        )
          continue;
        const faults = [
          ...(open === '〔' ? [] : [brackets]),
          ...(ordinal === '' ? [] : [ordinals]),
          ...(/^0+\d/.test(number) ? [zeros] : []),
        ];
        if (faults.length === 0) continue;
        const start = match.index + code.length;
        const span = spanIn(line, start, match.index + whole.length);
        const right = `〔${year}〕${number.replace(/^0+(?=\d)/, '')}号`;
        const place = shown(whole.slice(code.length));
        report({
          span,
          message: {
            en: `The document number "${place}" has ${faults.map(({ en }) => en).join(' and ')}, expected "${right}"; change it`,
            zh: `发文字号“${place}”${faults.map(({ zh }) => zh).join('，')}，应为“${right}”；请改正`,
          },
          fixes: ({ place: placed }) => [changeTo(right, placed(span))],
        });
      }
    },
  },
});

const brackets: Message = { en: 'the wrong brackets', zh: '括号不规范' };
const ordinals: Message = { en: 'a 第', zh: '不应加“第”' };
const zeros: Message = { en: 'a leading zero', zh: '序号不应编虚位' };

/** The end of the issuer's sign, brackets with the year, 第 and the number. */
const documentNumber =
  /([\u4e00-\u9fff×Xx*＊]{1,5}[\u4e00-\u9fff]) ?([[［【(（﹝〔])((?:19|20)[\dX×x*＊]{2})([\]］】)）﹞〕]) ?(第?)[ \u3000]{0,2}([\dX×x*＊]{1,6})[ \u3000]{0,2}号(?![码楼线院房室门召称机])/g;

/** Round brackets stand after other words too; there the sign must end as such signs do. */
function isCode(code: string, open: string): boolean {
  if (/(?:见|注|参阅|文献|第|号|年|月|日|案|之|的|和|与|及)$/.test(code)) return false;
  return !/[(（]/.test(open) || /[发办函字规电复通呈请议令纪批]$/.test(code);
}

/** Certificates, cases and contracts have numbers of their own form. */
const isCertificate =
  /证|许可|备案|鉴定|仲裁|公证|合同|协议|编号|准字|检验|批号|民[一二三]?[初终再申]|刑[初终]|行[初终审]|执[字保异恢]|[裁判]字|案[字号]/;
