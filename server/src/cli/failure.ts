/** What ends a command with exit code 2: a mistake in its use, or a file that cannot be read or written. */
import type { Language, Message } from '../base/message';

export class CommandFailure extends Error {
  constructor(message: Message, language: Language) {
    super(message[language]);
    this.name = 'CommandFailure';
  }
}
