import type { RuleIndex } from '../../wazuh/ruleset';

/** The same rules, that search themselves once for each group and level: several checks ask about every response. */
export function askedOnce(rules: RuleIndex): RuleIndex {
  return {
    get: (id) => rules.get(id),
    search: (query, limit) => rules.search(query, limit),
    get groups() {
      return rules.groups;
    },
    inGroup: remembered((expression) => rules.inGroup(expression)),
    atLevel: remembered((minimum) => rules.atLevel(minimum)),
  };
}

function remembered<Question, Answer extends object>(ask: (question: Question) => Answer) {
  const answers = new Map<Question, Answer>();
  return (question: Question): Answer => {
    const answer = answers.get(question) ?? ask(question);
    answers.set(question, answer);
    return answer;
  };
}
