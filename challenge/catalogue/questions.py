"""Drafts made into questions: all the texts of one file typeset in one go.

This module knows what a question's texts are. It must not know the format of files, or Typst.
"""

from collections.abc import Sequence

from challenge.catalogue.drafts import DraftQuestion
from challenge.catalogue.fields import Report, Text
from challenge.catalogue.typesetting import Fault, Typeset, typeset
from challenge.rules.questions import Option, Question, Slip


def questions(drafts: Sequence[DraftQuestion], report: Report) -> tuple[Question, ...]:
    """The questions of these drafts; none, and the report says why, if a text can't be typeset."""
    texts = [text for draft in drafts for text in _texts(draft)]
    joined = [draft.answers.answer for draft in drafts if draft.answers.options]
    results = typeset(text.source for text in (*texts, *joined))
    for text in texts:
        if isinstance(fault := results[text.source], Fault):
            report.note(text.line, text.field, fault.message)
    done = {source: result for source, result in results.items() if isinstance(result, Typeset)}
    return () if report.problems else tuple(_question(draft, done) for draft in drafts)


def _texts(draft: DraftQuestion) -> list[Text]:
    """Every text of a question. An answer joined from options is left out: their own faults say enough."""
    answers = draft.answers
    found = [draft.text, draft.trick, *draft.steps]
    for option in answers.options:
        found += [option.text, *([option.slip] if option.slip else [])]
    found += [slip.because for slip in answers.slips]
    return found if answers.options else [*found, answers.answer]


def _question(draft: DraftQuestion, done: dict[str, Typeset]) -> Question:
    answers = draft.answers
    spoken = [done[text.source].spoken for text in (draft.text, *(option.text for option in answers.options))]
    return Question(
        id=draft.id,
        kind=draft.kind,
        topic=draft.topic,
        calculator=draft.calculator,
        seconds=draft.seconds,
        points=draft.points,
        text=done[draft.text.source].html,
        words=sum(len(text.split()) for text in spoken),
        key=answers.key,
        answer=done[answers.answer.source].html,
        trick=done[draft.trick.source].html,
        steps=tuple(done[step.source].html for step in draft.steps),
        options=tuple(
            Option(option.id, done[option.text.source].html, done[option.slip.source].html if option.slip else "")
            for option in answers.options
        ),
        slips=tuple(Slip(slip.answer, done[slip.because.source].html) for slip in answers.slips),
        wanted=answers.wanted,
    )
