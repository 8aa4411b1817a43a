import { blocks } from './blocks';
import { compose, saying } from './compose';
import { fileName } from './name';
import type { Scaffold, ScaffoldRequest, ScriptFile } from './request';
import { steps } from './steps';
import { type TemplateData, template } from './templates';

/**
 * Everything that a new response needs: the script, the two sections of `ossec.conf`, and what is left to do.
 * The request must be one that `requestProblem` has nothing against.
 * @throws whatever `data` throws when the template's file is gone
 */
export function scaffold(request: ScaffoldRequest, data: TemplateData): Scaffold {
  const { stateful, expected, expectedWithoutArguments = expected } = template(request.template);
  const does = request.extraArgs ? expected : expectedWithoutArguments;
  const script: ScriptFile = {
    name: fileName(request.name, request.language),
    text: saying(does, compose(request.template, request.language, stateful, data)),
    mode: 0o755,
  };
  return { script, blocks: blocks(request), steps: steps(request, script) };
}
