/** What stands once in a configuration. */
const head = `<ossec_config>
  <global>
    <jsonout_output>yes</jsonout_output>
    <alerts_log>yes</alerts_log>
    <white_list>127.0.0.1</white_list>
  </global>

  <alerts>
    <log_alert_level>3</log_alert_level>
    <email_alert_level>12</email_alert_level>
  </alerts>

  <remote>
    <connection>secure</connection>
    <port>1514</port>
    <protocol>tcp</protocol>
  </remote>
`;

/** What a configuration grows by: a log that is read, a command, and a response that runs it. */
function growth(count: number): string {
  return `
  <localfile>
    <log_format>syslog</log_format>
    <location>/var/log/service-${count}.log</location>
  </localfile>

  <command>
    <name>block-${count}</name>
    <executable>firewall-drop</executable>
    <timeout_allowed>yes</timeout_allowed>
  </command>

  <active-response>
    <command>block-${count}</command>
    <location>local</location>
    <rules_id>${100_000 + count},5710,5712</rules_id>
    <timeout>600</timeout>
  </active-response>
`;
}

/** A manager's configuration of `length` characters or a few more, as one that is in use has them. */
export function longFile(length: number): string {
  let text = head;
  for (let count = 1; text.length < length; count++) text += growth(count);
  return `${text}</ossec_config>\n`;
}
