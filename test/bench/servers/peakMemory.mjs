/** Loaded before a program, it writes the most memory that the program has held, in kibibytes, to the file that PEAK_MEMORY names. */
import { writeFileSync } from 'node:fs';

process.on('exit', () => {
  if (process.env.PEAK_MEMORY) writeFileSync(process.env.PEAK_MEMORY, String(process.resourceUsage().maxRSS));
});
