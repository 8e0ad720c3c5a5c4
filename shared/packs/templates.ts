import type { QuestionKind } from '../domain/ticket.ts';

/**
 * The text of a reply to one kind of question: Liquid with facts as `{{ case.title }}`. What only the analyst can say
 * stands in double square brackets, and a reply with such a place left cannot be saved.
 */
export type ReplyTemplate = { readonly question: QuestionKind; readonly name: string; readonly source: string };

const opening = `{{ case.tlp }}

Dear {{ ticket.requester }},

`;

const closing = `
This reply is marked {{ case.tlp }}. Please keep to that label when you pass it on. To write back, leave {{ ticket.number }} in the subject.

{{ analyst.name }}
`;

const limits = `{% if sample.rows %}What we say about the data rests on a sample of {{ sample.rows }} rows that the seller chose. It shows a part of what is offered, and what is absent from the sample is not absent from the leak.
{% else %}We have no sample of this data. What we say rests on the listing alone.
{% endif %}`;

const isItReal = `${opening}You asked whether "{{ case.title }}" is real.

Our answer today: the leak is {{ status.words }}. [[ Say in one or two sentences what speaks for and against it, and with how much confidence. ]]

What is claimed
- Fields: {{ claim.fields | default: "not stated" }}
- Records: {{ claim.record-count | default: "not stated" }}
- Offered on: {{ claim.source | default: "not stated" }}

What we have seen
${limits}{% if exposure.table %}
{{ exposure.table }}

Claimed but not seen in the sample: {{ exposure.unseen }}.
{% endif %}{% if exposure.extrapolated %}
What that would mean at the size the seller claims
{{ exposure.extrapolated }}
{% endif %}
A value that is well formed is not proof that it is true or new: a sample can be made up, or taken from an older leak.

What would change our view: [[ name the evidence that is missing, such as a match with your own records. ]]
${closing}`;

const amIInIt = `${opening}You asked whether your data is part of "{{ case.title }}". The leak is {{ status.words }}.

What you proved to us is yours: [[ name the address, number or domain, and how control of it was proved. ]]

Our answer for it: [[ yes, no, or cannot tell; with the field types concerned, and no values. ]]

${limits}{% if exposure.types %}
Field types seen in the sample: {{ exposure.types }}.
{% endif %}
We do not send data from the sample itself, and we answer only about what was proved to be yours.
${closing}`;

const whatNow = `${opening}You asked what to do about "{{ case.title }}". The leak is {{ status.words }}; the steps below hold even if it turns out to be false.

Fields concerned: {{ exposure.types | default: claim.fields | default: "not known yet" }}.

${limits}
What we suggest, in this order
1. Confirm and scope: keep your logs, compare the field list with your own tables, and find the path by which data could have left.
2. Close the path: revoke keys and accounts that are no longer needed, and watch exports.
3. Prepare for fraud: warn staff and customers of calls and messages that know order details, and say what you will never ask for.
4. [[ Add the steps for the fields concerned, each with an owner and a time. ]]

Laws may ask you to report within hours or days once you are aware. Which ones apply depends on facts that we do not have, so please ask your counsel now.
${closing}`;

const other = `${opening}Thank you for your question about "{{ case.title }}". The leak is {{ status.words }}.

[[ Answer the question. ]]

${limits}${closing}`;

/** The bundled replies, one for each kind of question. */
export const replyTemplates: readonly ReplyTemplate[] = [
  { question: 'is-it-real', name: 'Is it real?', source: isItReal },
  { question: 'am-i-in-it', name: 'Am I in it?', source: amIInIt },
  { question: 'what-now', name: 'What now?', source: whatNow },
  { question: 'other', name: 'Something else', source: other },
];
