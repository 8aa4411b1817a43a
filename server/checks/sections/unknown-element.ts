import { t } from '@vscode/l10n';
import type { SectionReference } from '../../../wazuh/catalog';
import type { Remark } from '../../../wazuh/daemons';
import type { Element } from '../../../wazuh/os-xml';
import type { Check, Fix } from '../check';
import type { Context } from '../context';
import { remove, rename } from '../edits';
import { similar } from '../similar';
import { heard, isSilent, severityOf } from './heard';
import { outcome } from './outcome';
import { readerOf } from './reader';
import { said } from './wording';

export const unknownElement: Check = {
  code: 'unknown-element',
  severity: 'error',
  wazuh: '1230',
  title: 'Unknown element',
  explanation:
    'What a daemon does with an element that it does not know depends on the section: most refuse to start, syscheck ' +
    'warns and goes on, rootcheck warns and switches itself off, `<logging>` says nothing (the readers in src/config). ' +
    'Names are compared byte for byte, with few exceptions.',
  since: '4.0',
  example: {
    bad: '<global>\n  <⟦logal⟧>no</logal>\n</global>',
    good: '<global>\n  <logall>no</logall>\n</global>',
  },
  *run(configuration, context) {
    for (const remark of heard(configuration, context, 'unknown-element')) {
      const { element, span, path } = remark;
      if (!element) continue;
      const meant = similar(
        element.name,
        siblings(remark, context).filter((name) => name !== element.name),
      );
      const parent = path.at(-2) ?? '';
      const advice = meant ? t('Did you mean {0}?', meant) : t('<{0}> has no such element.', parent);
      yield {
        span,
        severity: severityOf(remark),
        wazuh: remark.reaction.messageId ?? null,
        message: isSilent(remark)
          ? t('Wazuh says nothing and passes over this element. {0}', advice)
          : outcome(remark, said(remark, readerOf(remark, context.catalog)), advice),
        fixes: [
          ...(meant
            ? [{ title: t('Rename to {0}', meant), edits: rename(element, meant), preferred: true }]
            : []),
          ...(isAlone(remark) ? [] : [removal(configuration.xml.text, element)]),
        ],
      };
    }
  },
};

function removal(text: string, element: Element): Fix {
  return { title: t('Remove <{0}>', element.name), edits: [remove(text, element)], preferred: false };
}

/** The names that the parent of an unknown element takes. */
function siblings({ section, path }: Remark, { catalog }: Context): readonly string[] {
  const reference: SectionReference | undefined = section && catalog.section(section.name, section.wodle);
  if (!reference) return [];
  const parents = path.slice(1, -1);
  const children =
    parents.length === 0 ? reference.children : (catalog.element(reference, parents)?.children ?? []);
  return children.map(({ name }) => name);
}

/** Whether nothing would be left in the section, which Wazuh would then take for an unknown one. */
function isAlone({ section, element }: Remark): boolean {
  return section?.children.length === 1 && section.children[0] === element;
}
