/** JavaScript stand-ins for the two native modules that VS Code's server needs and npm ships as C++ sources only. */
import fs from 'node:fs';
import path from 'node:path';

/** Overwrites the entry of each native module below `modules` (a `node_modules` folder), so that no compiler is needed. */
export function writeStandIns(modules) {
  for (const [name, source] of Object.entries(standIns)) {
    fs.writeFileSync(path.join(modules, name, 'index.js'), source);
  }
}

/** Writes log lines; without it the extension host's log and the Output panel stay empty. */
const spdlog = String.raw`
'use strict';
const fs = require('fs');
const path = require('path');
const levels = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];
let sharedLevel = 2;

class Logger {
  constructor(_kind, _name, file) {
    this.file = file;
    this.level = sharedLevel;
    this.isRaw = false;
    fs.mkdirSync(path.dirname(file), { recursive: true });
  }
  write(level, message) {
    if (level < this.level) return;
    const time = new Date().toISOString().replace('T', ' ').slice(0, -1);
    const line = this.isRaw ? message : time + ' [' + levels[level] + '] ' + message + '\n';
    try {
      fs.appendFileSync(this.file, line);
    } catch {
      // The folder of a finished run is gone: there is nobody left to read the line.
    }
  }
  trace(message) { this.write(0, message); }
  debug(message) { this.write(1, message); }
  info(message) { this.write(2, message); }
  warn(message) { this.write(3, message); }
  error(message) { this.write(4, message); }
  critical(message) { this.write(5, message); }
  getLevel() { return this.level; }
  setLevel(level) { this.level = level; }
  setPattern() {}
  clearFormatters() { this.isRaw = true; }
  flush() {}
  drop() {}
}

// One assignment each, so that VS Code's own modules find the names when they import them.
exports.version = 0;
exports.Logger = Logger;
exports.setLevel = (level) => { sharedLevel = level; };
exports.setFlushOn = () => {};
exports.shutdown = () => {};
exports.createRotatingLogger = async (name, file) => new Logger('rotating', name, file);
exports.createAsyncRotatingLogger = async (name, file) => new Logger('rotating_async', name, file);
`;

/** Ends an extension host whose server is gone, so that nothing is left running. */
const watchdog = String.raw`
'use strict';
exports.start = (pid) => {
  const timer = setInterval(() => {
    try {
      process.kill(pid, 0);
    } catch (error) {
      if (error.code === 'ESRCH') process.exit(87);
    }
  }, 2000);
  timer.unref();
};
exports.exit = (code) => process.exit(code);
`;

const standIns = { '@vscode/spdlog': spdlog, '@vscode/native-watchdog': watchdog };
