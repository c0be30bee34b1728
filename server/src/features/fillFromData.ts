/** Writes the figures of the data files into the blanks of a report. */
import { fillChanges } from '../analysis/filling';
import { fillFromDataRequest } from '../protocol';
import { defineEdits } from './documentEdits';

export default defineEdits(fillFromDataRequest, ({ analysis }) => fillChanges(analysis));
