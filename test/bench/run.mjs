/**
 * Measures the product beside others and prints medians, p95 and ratios: npm run bench -- [PART...] [--quick] [--sizes 10,100] [--save] [--no-build]
 * Parts are micro, server, requests, workspace, start, memory, check and growth, each a program of its own. Nothing passes or fails by time. Outcomes go to
 * results/, with --save also to RESULTS.md; in both are goals beside figures, and the machine.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

const here = import.meta.dirname;
const repository = path.join(here, '../..');
const results = path.join(here, 'results');
const names = ['micro', 'server', 'requests', 'workspace', 'start', 'memory', 'check', 'growth'];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    sizes: { type: 'string' },
    save: { type: 'boolean', default: false },
    'no-build': { type: 'boolean', default: false },
  },
});
const unknown = positionals.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`No part is named ${unknown.join(', ')}; there are ${names.join(', ')}.`);
  process.exit(2);
}
const chosen = names.filter((name) => positionals.length === 0 || positionals.includes(name));

installPeers();
if (!values['no-build']) await run([path.join(repository, 'esbuild.mjs'), 'server.node', 'cli']);
const { buildEcho } = await import('./build.mjs');
await buildEcho();

fs.mkdirSync(results, { recursive: true });
const machine = describeMachine();
console.log(machine.join('\n'));
const outcomes = [];
let failed = 0;
for (const name of chosen) {
  const file = path.join(results, `${name}.json`);
  fs.rmSync(file, { force: true });
  console.log(`\n== ${name}`);
  try {
    const flags = [...(values.quick ? ['--quick'] : []), ...(values.sizes ? ['--sizes', values.sizes] : [])];
    const start = performance.now();
    await run(['test/run.mjs', `test/bench/${name}.ts`, '--out', file, ...flags]);
    const seconds = Math.round((performance.now() - start) / 1000);
    const outcome = { part: name, quick: values.quick, seconds, machine, ...JSON.parse(fs.readFileSync(file, 'utf8')) };
    fs.writeFileSync(file, JSON.stringify(outcome, undefined, 2));
    outcomes.push(outcome);
  } catch (error) {
    // A part that cannot be measured must not cost the others' figures.
    failed++;
    console.error(error.message);
  }
}
const goals = outcomes.flatMap((outcome) => outcome.goals);
console.log('\nGoals');
for (const goal of goals) console.log(`  ${mark(goal)} ${goal.what}: ${round(goal.value)} (goal: ${goal.goal})`);
if (values.save) fs.writeFileSync(path.join(here, 'RESULTS.md'), markdown());
console.log(`\nWritten to ${path.relative(process.cwd(), results) || '.'}${values.save ? ' and RESULTS.md' : ''}.`);
process.exitCode = failed > 0 ? 1 : 0;

/** Into this folder, once and whenever the lock file changes; the project's own install stays small. */
function installPeers() {
  const stamp = path.join(here, 'node_modules/.installed');
  const hash = createHash('sha256')
    .update(fs.readFileSync(path.join(here, 'package-lock.json')))
    .digest('hex');
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === hash) return;
  console.log('Installing the peers from npm into test/bench/node_modules (once, 50 MB) ...');
  const cli = process.env.npm_execpath;
  const [command, prefix] = cli && path.basename(cli) === 'npm-cli.js' ? [process.execPath, [cli]] : ['npm', []];
  // Without the settings of an outer "npm run", which would be taken for those of this folder; some peers ask for a newer Node than they need.
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^npm_(package|lifecycle|config_(local_)?prefix|command)/.test(name),
  );
  const flags = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', '--engine-strict=false'];
  const { status } = spawnSync(command, [...prefix, ...flags], {
    cwd: here,
    env: Object.fromEntries(kept),
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0) {
    console.error('The peers could not be installed from npm.');
    process.exit(1);
  }
  fs.writeFileSync(stamp, hash);
}

/** Runs a program of Node's in the repository, and ends it when this process is ended. */
async function run(command) {
  const child = spawn(process.execPath, command, { cwd: repository, stdio: ['ignore', 'inherit', 'inherit'] });
  const pass = (signal) => child.kill(signal);
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, pass);
  try {
    const code = await new Promise((resolve, reject) => {
      child.once('exit', resolve);
      child.once('error', reject);
    });
    if (code !== 0) throw new Error(`node ${command.join(' ')} ended with ${code}.`);
  } finally {
    for (const signal of signals) process.removeListener(signal, pass);
  }
}

function describeMachine() {
  const [cpu] = os.cpus();
  const load = os.loadavg().map((value) => value.toFixed(1));
  const { version } = JSON.parse(fs.readFileSync(path.join(repository, 'package.json'), 'utf8'));
  const commit = spawnSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: repository, encoding: 'utf8' });
  const at = commit.status === 0 ? `, commit ${commit.stdout.trim()}` : '';
  return [
    `Date: ${new Date().toISOString().slice(0, 16)}Z`,
    `Tallymark ${version}${at}`,
    `CPU: ${cpu?.model.trim() ?? 'unknown'}, ${os.cpus().length} cores, load ${load.join(' ')}`,
    `Memory: ${(os.totalmem() / 1e9).toFixed(0)} GB`,
    `System: ${os.type()} ${os.release()} ${os.arch()}, Node ${process.version}`,
  ];
}

function markdown() {
  const lines = [
    '# What Tallymark costs beside others',
    '',
    `Written by \`npm run bench -- ${values.quick ? '--quick ' : ''}--save\`. Only ratios within one run mean anything.`,
    '',
    ...machine.map((line) => `- ${line}`),
    '',
    '## Goals',
    '',
    '| | What | Figure | Goal |',
    '| --- | --- | ---: | --- |',
    ...goals.map((goal) => row([mark(goal), goal.what, round(goal.value), goal.goal])),
  ];
  for (const { part, seconds, tables } of outcomes) {
    lines.push('', `## ${part} (${seconds} s)`);
    for (const { title, columns, rows, notes } of tables) {
      const rule = columns.map((_, at) => (at === 0 ? '---' : '---:'));
      lines.push('', `### ${title}`, '', row(columns), row(rule), ...rows.map(row));
      if (notes.length > 0) lines.push('', ...notes.map((note) => `- ${note}`));
    }
  }
  return `${lines.join('\n')}\n`;
}

function row(cells) {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function mark({ isMet }) {
  return isMet ? '✓' : '✗';
}

function round(value) {
  return value === null ? '–' : Number(value.toPrecision(3)).toString();
}
