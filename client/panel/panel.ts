import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { visibleTexts } from '../../wazuh/visible';
import { html } from './html';
import { type FromPanel, fromPanel, type ToPanel } from './messages';
import type { PanelState } from './state';

/** The panel of one script. It shows what it is told, and tells what the user wants. */
export interface DryRunPanel {
  show(state: PanelState): void;
  /** Brings the panel to the front, where it is. */
  reveal(): void;
}

/** What the panel's owner does for it. `ready` is answered by the panel itself. */
export interface PanelOwner {
  wants(wish: Exclude<FromPanel, { readonly type: 'ready' }>): void;
  /** The user closed the panel. */
  closed(): void;
}

/** Opens a panel beside the editor, without taking the focus from it. */
export function openPanel(extension: vscode.Uri, title: string, owner: PanelOwner): DryRunPanel {
  const dist = vscode.Uri.joinPath(extension, 'dist');
  const panel = vscode.window.createWebviewPanel(
    'wazuh.dryRun',
    title,
    { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
    { enableScripts: true, localResourceRoots: [dist] },
  );
  const { webview } = panel;
  const file = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(dist, name)).toString();
  let state: PanelState | undefined;
  let isClosed = false;

  function send(): void {
    // A run that is ended because its panel was closed still has something to say.
    if (!state || isClosed) return;
    const message: ToPanel = { type: 'state', state: visibleTexts(state) };
    void webview.postMessage(message);
  }

  panel.iconPath = vscode.Uri.joinPath(extension, 'docs', 'icon.png');
  webview.onDidReceiveMessage((value: unknown) => {
    const message = fromPanel(value);
    if (message?.type === 'ready') send();
    else if (message) owner.wants(message);
  });
  panel.onDidDispose(() => {
    isClosed = true;
    owner.closed();
  });
  webview.html = html({
    source: webview.cspSource,
    nonce: randomBytes(16).toString('base64url'),
    script: file('panel.js'),
    style: file('panel-style.css'),
    language: vscode.env.language,
  });
  return {
    show(next) {
      state = next;
      send();
    },
    reveal: () => panel.reveal(undefined, true),
  };
}
