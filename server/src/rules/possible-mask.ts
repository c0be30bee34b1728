/** Offers the other reading where emphasis may be two masks. */
import { shown } from './support/wording';
import { blankKindNames } from '../report/types';
import { defineRule } from './rule';

export default defineRule({
  id: 'possible-mask',
  severity: 'hint',
  summary: { en: 'What is read as emphasis may be a mask', zh: '读作强调的星号可能是待填处' },
  checkDoubt({ kind, text, unit, span }, { report }) {
    const name = blankKindNames[kind];
    const place = shown(unit === undefined ? text : text + unit);
    report({
      span,
      message: {
        en: `This is read as emphasis, and "${place}" may be a masked ${name.en}; tag it if it is one`,
        zh: `此处读作强调，而“${place}”可能是待填的${name.zh}；如果是，请加上标签`,
      },
    });
  },
});
