/** Tags every untagged mask of a report with a proposed id. */
import { proposeTags, tagChanges } from '../analysis/tagging';
import { tagMasksRequest } from '../protocol';
import { defineEdits } from './documentEdits';

export default defineEdits(tagMasksRequest, ({ analysis }) => tagChanges(proposeTags(analysis)));
