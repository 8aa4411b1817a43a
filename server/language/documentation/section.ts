import { t } from '@vscode/l10n';
import type { RootReference, SectionReference } from '../../../wazuh/catalog';
import { bullets, code, link, paragraphs, plain } from './markdown';
import { lifetime } from './option';

/** What the reference says of a section: what it does, where it counts, who reads it. */
export function sectionDocumentation(section: SectionReference): string {
  const tag =
    section.wodleName === undefined ? `<${section.section}>` : `<wodle name="${section.wodleName}">`;
  return paragraphs(
    `**${code(tag)}**`,
    plain(section.doc),
    bullets(
      t('Counts in: {0}', placesOf(section).join(', ')),
      section.os && t('Only on {0}', section.os.join(', ')),
      t('Read by: {0}', section.readBy.map(plain).join(', ')),
      section.multiplicity && t('Several blocks: {0}', plain(section.multiplicity)),
      ...lifetime(section),
      section.changesIn5 && t('Wazuh 5: {0}', plain(section.changesIn5)),
    ),
    section.note && plain(section.note),
    link(t('Wazuh documentation'), section.url),
  );
}

/** What the reference says of a root. */
export function rootDocumentation(root: RootReference): string {
  return paragraphs(
    `**${code(`<${root.name}>`)}**`,
    plain(root.doc),
    bullets(
      t('Files: {0}', root.files.map(code).join(', ')),
      root.sinceVersion && t('Since Wazuh {0}', root.sinceVersion),
    ),
  );
}

function placesOf(section: SectionReference): readonly string[] {
  return [
    ...section.appliesTo.map((installation) => (installation === 'manager' ? t('manager') : t('agent'))),
    ...(section.inAgentConf ? ['agent.conf'] : []),
  ];
}
