/**
 * Runs all tests in a real VS Code and prints their counts: node test/host/run.mjs [--only node,web,window,package] [--grep TEXT]
 * Ends with 0 when every test passed and none was left out.
 */
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { runInHost } from './inHost.mjs';
import { HostUnavailable, installedHost } from './install.mjs';
import { runPackageTest } from './packageTest.mjs';
import { within } from './processes.mjs';
import { repository, requireBuilt } from './suite.mjs';
import { runWindowTests } from './windowTests.mjs';

const parts = {
  node: { title: 'Inside VS Code, Node extension host', run: (host, options) => runInHost(host, 'node', options) },
  web: { title: 'Inside VS Code, web-worker extension host', run: (host, options) => runInHost(host, 'web', options) },
  window: { title: "VS Code's window", run: runWindowTests },
  package: { title: 'The package', run: runPackageTest },
};

const { values } = parseArgs({ options: { only: { type: 'string' }, grep: { type: 'string' } } });
const chosen = values.only?.split(',') ?? Object.keys(parts);
const unknown = chosen.filter((name) => !(name in parts));
if (unknown.length > 0) {
  console.error(`No part is named ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}.`);
  process.exit(2);
}

const artifacts = path.join(repository, 'test/artifacts');
const total = { passed: 0, failed: 0 };
try {
  requireBuilt();
  const host = installedHost();
  // Pictures of an earlier run would be taken for those of this one.
  if (!values.only) fs.rmSync(artifacts, { recursive: true, force: true });
  const options = { grep: values.grep, artifacts };
  const results = [];
  for (const name of chosen) results.push(await runPart(parts[name], host, options));
  if (chosen.includes('node') && chosen.includes('web'))
    requireSameTests(results[chosen.indexOf('node')], results[chosen.indexOf('web')]);
} catch (error) {
  total.failed++;
  console.error(error instanceof HostUnavailable ? error.message : error);
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);

async function runPart({ title, run }, host, options) {
  const start = Date.now();
  console.log(`\n${title}`);
  let result;
  try {
    result = await within(420_000, title, run(host, options));
  } catch (error) {
    console.error(error);
    result = { passed: 0, failed: 1, tests: [] };
  }
  total.passed += result.passed;
  total.failed += result.failed;
  console.log(
    `  ${result.passed} of ${result.passed + result.failed} passed in ${Math.round((Date.now() - start) / 1000)} s`,
  );
  return result;
}

/** A test that one of the two hosts silently leaves out would never be missed. */
function requireSameTests(one, other) {
  if (one.failed > 0 || other.failed > 0) return;
  if (JSON.stringify(one.tests) !== JSON.stringify(other.tests))
    throw new Error('The two extension hosts ran different tests');
}
