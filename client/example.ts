import * as vscode from 'vscode';

/** A manager's file with the mistake that people make first: the response stands above its command. */
const text = `<ossec_config>
  <active-response>
    <command>block-ip</command>
    <location>local</location>
    <rules_id>5712</rules_id>
    <timeout>600</timeout>
  </active-response>

  <command>
    <name>block-ip</name>
    <executable>block-ip.py</executable>
    <timeout_allowed>yes</timeout_allowed>
  </command>
</ossec_config>
`;

/** Opens the example as an unsaved file, for those who have no configuration at hand. */
export async function openExample(): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language: 'ossec-conf', content: text });
  await vscode.window.showTextDocument(document);
}
