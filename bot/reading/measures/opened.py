"""What is open while the facts of a sentence are read, and the draft of a measure made from it."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.model import Kind
from bot.reading.actors import Actor
from bot.reading.clauses import Span

MATTERS = ("件", "条", "项", "宗", "起", "份")
EVENTS = ("场", "次", "期", "轮", "届", "班", "堂", "讲", "课")
"""Units of what was held."""
PEOPLE = ("人次", "人", "名", "位")
PERSONS = (
    "人员",
    "对象",
    "学员",
    "当事人",
    "群众",
    "学生",
    "职工",
    "干部",
    "明白人",
    "调解员",
    "律师",
    "志愿者",
    "党员",
)
FAR = 300
"""How far from a number the words of its measure are looked for."""
_HEADS = ("人", "名", "位")


def alike_units(unit: str, other: str) -> bool:
    """Whether two units count the same things: 件 and 件次, 人 and 名."""
    return unit[:1] == other[:1] or (unit in _HEADS and other in _HEADS)


@dataclass(slots=True)
class Draft:
    """A measure before its topic is known.

    `lacks_object`: it is a verb alone; `general`: its noun says too little alone; `verb`: the verb of the list that it
    stands in; `known`: what the words before speak of, put in where no topic's head helps, or where `people` took
    part; `parent`: the measure that it is a part of (其中…); `programme`: named before (“接诉即办”机制), for a general
    noun; `whole`: built from an earlier measure, complete; `caseload`: the cases that money is said of,
    counted right before; `owner`: whose rate or mean it is, named right before; `noun`: of a
    relative clause (受到表彰的集体), which its topic's head precedes; `work`: the work named before in the clause;
    `theme`: what opens the clause and it is of; `told`: how many figures before it stands the one that it tells of, 0
    where it is none's.
    """

    phrase: str
    kind: Kind = Kind.COUNT
    lacks_object: bool = False
    general: bool = False
    verb: str = ""
    known: str = ""
    people: bool = False
    parent: str = ""
    programme: str = ""
    whole: bool = False
    caseload: str = ""
    owner: str = ""
    noun: str = ""
    work: str = ""
    theme: str = ""
    told: int = 0


_SUCCEEDED = ("调解成功", "化解成功", "调处成功", "人民调解成功")
_OUTSIDE = ("object", "of", "parent", "parent_unit", "counted", "counted_unit", "counted_of", "parts", "alike")


@dataclass(slots=True)
class Open:
    """What is open while the facts of one sentence are read.

    `clause`, `last`, `unit`: where the last fact stood, and its unit; `verb`, `object`: the last ones; `thing`:
    the noun counted last, with its unit; `things`: all of them by their units; `parent`: the whole that parts
    belong to, with its unit; `counted`: the last measure that is counted, with its unit; `event`: what was held
    last (讲座, 培训); `held`: what the people counted last took part in (考试); `rated`: whose the last rate was;
    `row`: whether a figure stands before in the same segment; `listed`: the nouns of that row so far; `parts`: how many
    figures were told since 其中; `alike`: whether all count a part as its whole is counted, in one row; `of`: the
    object before 其中;
    `outside`, `told`: what brackets that hold a figure and close at `bracket_end` leave as it was, and how many
    measures stood before them; `done`: all measures so far, those of closed brackets left
    out, `amounts`: the values of these with their units, and `fields`: their topics; `theme`: what opens the clause;
    `by`: the party to a case by whom the parts are told apart.
    """

    clause: Span = (-1, -1)
    last: int = -1
    unit: str = ""
    verb: str = ""
    object: str = ""
    thing: str = ""
    thing_unit: str = ""
    things: dict[str, str] = field(default_factory=dict)
    parent: str = ""
    parent_unit: str = ""
    counted: str = ""
    counted_unit: str = ""
    counted_of: str = ""
    event: str = ""
    held: str = ""
    rated: str = ""
    row: bool = False
    outside: tuple[str | int, ...] = ()
    told: int = 0
    bracket_end: int = -1
    listed: list[str] = field(default_factory=list)
    parts: int = 0
    alike: bool = True
    of: str = ""
    done: list[str] = field(default_factory=list)
    amounts: list[tuple[float, str]] = field(default_factory=list)
    fields: list[str] = field(default_factory=list)
    actor: Actor | None = None
    theme: str = ""
    goes_on: bool = False
    by: str = ""

    def forget(self) -> None:
        """Leave nothing open, as at the start of a sentence."""
        Open.__init__(self)

    def enter_bracket(self, end: int) -> None:
        """Keep what is open before brackets that close at `end` (-1: never): they tell parts of the figure before them
        (职工62名(退休3名、返聘4名)) and nothing of what follows."""
        if end >= 0 and not self.outside:
            self.bracket_end = end
            self.outside, self.told = tuple(getattr(self, name) for name in _OUTSIDE), len(self.done)

    def leave_bracket(self, at: int) -> None:
        """Take up what was open before the brackets, where they have closed before `at`."""
        if self.outside and at > self.bracket_end:
            for name, value in zip(_OUTSIDE, self.outside, strict=True):
                setattr(self, name, value)
            del self.done[self.told :], self.amounts[self.told :], self.fields[self.told :]
            self.outside = ()

    @property
    def whole(self) -> str:
        """The whole of a row of parts that has just been told, "" for none: 900件,其中来信500件、来访400件."""
        return self.parent if self.parts > 1 and self.alike else ""

    def begin_parts(self, value: float, unit: str, *, anew: bool = False) -> None:
        """Let what was counted be the whole of the parts that follow, of which the first is so many; in a sentence that
        begins `anew` it is what was taken on, not what of it succeeded: 受理900件,调解成功880件。按类型看,…"""
        whole = self._whole_of(value, unit)
        if anew and whole.endswith(_SUCCEEDED):
            told = [said for said, (_, of) in zip(self.done, self.amounts, strict=True) if of == unit]
            whole = told[-2] if len(told) > 1 and told[-1] == whole else whole
        self.parent, self.parent_unit, self.verb = (
            whole.removeprefix(self.theme),
            self.counted_unit,
            "",
        )
        self.parts, self.alike, self.of = 0, True, self.object

    def end_parts(self) -> None:
        """Speak again of what stood before a row of parts that has just been told."""
        if self.whole:
            self.object = self.thing = self.of

    def _whole_of(self, value: float, unit: str) -> str:
        """What was counted last, of which a part is told now; where that part is larger, what was counted before in the
        unit and is no less: 立案900件,移送12件,其中食品案件500件."""
        told = [(said, amount) for said, (amount, of) in zip(self.done, self.amounts, strict=True) if of == unit]
        if unit != self.counted_unit or not told or told[-1][1] >= value:
            return self.counted
        return next((said for said, amount in reversed(told) if amount >= value), self.counted)

    @property
    def before(self) -> str:
        """The measure read last, "" at the start of a sentence."""
        return self.done[-1] if self.done else ""
