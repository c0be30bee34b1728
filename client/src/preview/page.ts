/** The preview's empty page: a strict policy, a status line and the place where the report goes. */
import { env, l10n, Uri, type Webview } from 'vscode';

/** Everything that the page may load lies in this folder. */
export function mediaFolder(extensionUri: Uri): Uri {
  return Uri.joinPath(extensionUri, 'dist', 'media');
}

/** The report's HTML is not part of the page; it is sent to it, so the page is the same for every report. */
export function pageHtml(webview: Webview, extensionUri: Uri): string {
  const nonce = createNonce();
  const resource = (name: string): string =>
    escapeAttribute(webview.asWebviewUri(Uri.joinPath(mediaFolder(extensionUri), name)).toString());
  const policy = [
    `default-src 'none'`,
    `style-src ${webview.cspSource} 'nonce-${nonce}'`,
    `script-src ${webview.cspSource} 'nonce-${nonce}'`,
    `img-src ${webview.cspSource} data:`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${escapeAttribute(env.language)}">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1.0">
<link rel="stylesheet" nonce="${nonce}" href="${resource('preview.css')}">
</head>
<body data-blank-label="${escapeAttribute(l10n.t('Blank: {0}. Press Enter to go to it in the editor.'))}">
<header><p id="status" role="status" aria-live="polite"></p></header>
<main id="report"></main>
<script nonce="${nonce}" src="${resource('preview.js')}"></script>
</body>
</html>`;
}

function createNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
