"""Questions on time: on the clock, from one time to another, lengths of time together."""

import random

from challenge.catalogue.generators.amounts import (
    clock,
    clock_of_twelve,
    duration_asked,
    length_of_time,
    time_asked,
)
from challenge.catalogue.generators.making import (
    EIN2STEINS,
    FUNKIES,
    Answer,
    Level,
    Made,
    UnluckyError,
    generator,
    listed,
    made,
    one_of,
    told,
)

LOWER_LEVELS = (FUNKIES, EIN2STEINS)

GOING = (
    "A bus leaves at {start}. The journey takes {time}. When does it arrive?",
    "A film starts at {start} and lasts {time}. When does it end?",
    "{name} starts a shift at {start} and works for {time}. When does it end?",
    "A roast goes into the oven at {start} for {time}. When is it ready?",
    "{name} sets off at {start}. The walk takes {time}. When does {name} get there?",
    "A lesson begins at {start} and takes {time}. When is it over?",
)
COMING = (
    "A train arrives at {end} after {time}. When did it leave?",
    "{name} has to be there at {end}. The way takes {time}. When does {name} leave?",
    "A match ends at {end}. It took {time}. When did it start?",
    "Bread is ready at {end}. It bakes for {time}. When does it go into the oven?",
)


@generator(topic="Time", levels=LOWER_LEVELS, calculator=False)
def arrival(dice: random.Random, level: Level) -> Made:
    """A time some while later; then also some while earlier, over more than an hour."""
    evening = level is FUNKIES and dice.random() < 0.5
    write = clock_of_twelve if evening else clock
    first = dice.choice((17, 18, 19) if evening else (7, 8, 9, 10) if level is FUNKIES else (11, 13, 14, 15, 17, 18))
    start = 60 * first + 5 * dice.randint(3, 11)
    minutes = 5 * dice.randint(4, 11) if level is FUNKIES else 5 * dice.randint(13, 38)
    end, back = start + minutes, level is EIN2STEINS and dice.random() < 0.4
    if end // 60 == start // 60 or end % 60 == 0 or (evening and start < 720 <= end) or start % 60 + minutes % 60 < 60:
        raise UnluckyError
    if back:
        return _departure(dice, start, end)
    next_hour = 60 * (first + 1)
    return made(
        told(dice, GOING, start=write(start), time=length_of_time(minutes)),
        time_asked(
            dice,
            end,
            (next_hour + minutes, f"That's {length_of_time(minutes)} after {write(next_hour)}. It starts earlier."),
            (end - 60, "An hour is missing: the minutes go past the full hour."),
            (start - minutes, "That goes back in time. Go forward."),
            (end + 60, "That's an hour too late."),
            write=write,
        ),
        seconds=45 if level is FUNKIES else 60,
        trick="Jump to the next full hour",
        steps=[
            f"{write(start)} to {write(next_hour)} is {length_of_time(next_hour - start)}.",
            f"{length_of_time(end - next_hour)} are left: {write(end)}.",
        ],
        facts={"start": start, "minutes": minutes, "end": 0},
    )


def _departure(dice: random.Random, start: int, end: int) -> Made:
    minutes, this_hour = end - start, end // 60 * 60
    return made(
        told(dice, COMING, end=clock(end), time=length_of_time(minutes)),
        time_asked(
            dice,
            start,
            (end + minutes, "That goes forward. Go back in time."),
            (start + 60, "That's an hour too late: the minutes go back past the full hour."),
            (start - 60, "That's an hour too early."),
            (this_hour - minutes, f"That's {length_of_time(minutes)} before {clock(this_hour)}. It ends later."),
        ),
        seconds=60,
        trick="Go back to the full hour first",
        steps=[
            f"Back to {clock(this_hour)} is {length_of_time(end - this_hour)}.",
            f"{length_of_time(this_hour - start)} more back: {clock(start)}.",
        ],
        facts={"start": 0, "minutes": minutes, "end": end},
    )


LASTED = (
    "A train leaves at {start} and arrives at {end}. How long does the journey take?",
    "{name} works from {start} to {end}. How long is that?",
    "A concert starts at {start} and ends at {end}. How long does it last?",
    "A shop opens at {start} and closes at {end}. How long is it open?",
    "{name}'s phone charges from {start} to {end}. How long does that take?",
    "A football practice runs from {start} to {end}. How long is it?",
)


@generator(topic="Time", levels=LOWER_LEVELS, calculator=False)
def how_long(dice: random.Random, level: Level) -> Made:
    """The length of time between two times of day."""
    start = 60 * dice.randint(7, 10 if level is FUNKIES else 15) + 5 * dice.randint(5, 11)
    minutes = 5 * dice.randint(5, 17) if level is FUNKIES else 5 * dice.randint(19, 50)
    end = start + minutes
    if end % 60 >= start % 60 or end % 60 == 0 or minutes % 60 == 0:
        raise UnluckyError
    apart = 100 * (end // 60 - start // 60) + end % 60 - start % 60
    as_decimals = apart // 100 * 60 + apart % 100
    next_hour = 60 * (start // 60 + 1)
    return made(
        told(dice, LASTED, start=clock(start), end=clock(end)),
        duration_asked(
            dice,
            minutes,
            (as_decimals, "An hour has 60 minutes, not 100. Count up to the next full hour."),
            (minutes + 60, f"An hour too long: count from {clock(start)} to {clock(next_hour)} first."),
            (minutes - 60, "That's an hour short."),
            (60 * (end // 60 - start // 60) + start % 60 - end % 60, "The minutes are taken the wrong way round."),
            (minutes + 10, "10 minutes too long: count the minutes up to the full hour again."),
        ),
        seconds=50,
        trick="Count up to the full hour",
        steps=[
            f"{clock(start)} to {clock(next_hour)} is {length_of_time(next_hour - start)}.",
            f"{clock(next_hour)} to {clock(end)} is {length_of_time(end - next_hour)}.",
            f"Together: {length_of_time(minutes)}",
        ],
        facts={"start": start, "end": end},
    )


ON_A_SIGN = (
    "A sign says {long}. What time is that with am or pm?",
    "A bus timetable shows {long}. What is that on a 12-hour clock?",
    "{name}'s phone shows {long}. What is that with am or pm?",
    "A ticket says {long}. When is that with am or pm?",
)
TO_A_SIGN = (
    "A café closes at {short}. How does that look on a 24-hour clock?",
    "{name} meets friends at {short}. What does a 24-hour clock show then?",
    "A late bus goes at {short}. How is that written in a 24-hour timetable?",
    "A film starts at {short}. What time is that on a 24-hour clock?",
)


@generator(topic="Time", levels=LOWER_LEVELS, calculator=False)
def clock_of_24(dice: random.Random, level: Level) -> Made:
    """From the 24-hour clock to am and pm, and back."""
    time = 60 * dice.randint(13, 22) + 5 * dice.randint(1, 11)
    if level is EIN2STEINS and dice.random() < 0.3:
        time = dice.choice((0, 12)) * 60 + 5 * dice.randint(1, 11)
    to_long = dice.random() < 0.5
    write = clock if to_long else clock_of_twelve
    stories = TO_A_SIGN if to_long else ON_A_SIGN
    wrong = [
        (time - 120, "10 is taken off, or put on, instead of 12."),
        (time + 60, "That's an hour off: from 13:00 on, it is 12 hours more than on a 12-hour clock."),
        (time + 720, "Morning and afternoon are mixed up."),
        (time - 60, "That's an hour off: from 13:00 on, it is 12 hours more than on a 12-hour clock."),
    ]
    answers = [Answer(each % 1440, write(each % 1440), why) for each, why in wrong]
    long_ = f"{time // 60:02}:{time % 60:02}"
    return made(
        told(dice, stories, long=long_, short=clock_of_twelve(time)),
        one_of(dice, Answer(time, write(time)), *answers),
        seconds=35,
        trick="12 hours more from 1 pm on",
        steps=[
            f"{clock_of_twelve(time)} and {long_} are the same time.",
            "From 1 pm on, the 24-hour clock counts on: 13, 14, 15 …",
        ],
        facts={"time": time},
    )


PARTS = (
    "{name}'s training has parts of {parts}. How long is it in all?",
    "Three sets of a gig last {parts}. How long is that together?",
    "A journey by bus, train and foot takes {parts}. How long is it in all?",
    "{name} studies for {parts}. How much time is that together?",
    "Three jobs at a garage take {parts}. How long is that in all?",
)


@generator(topic="Time", levels=LOWER_LEVELS, calculator=False)
def total_time(dice: random.Random, level: Level) -> Made:
    """Three lengths of time together; then with hours among them."""
    parts = [5 * dice.randint(3, 10) for _ in range(3)]
    if level is EIN2STEINS:
        parts = [each + 60 * dice.choice((0, 1, 1, 2)) for each in parts]
    total = sum(parts)
    if total < 70 or total % 60 == 0 or len(set(parts)) < 3 or (level is EIN2STEINS and max(parts) < 60):
        raise UnluckyError
    as_decimals = sum(100 * (each // 60) + each % 60 for each in parts)
    return made(
        told(dice, PARTS, parts=listed([length_of_time(each) for each in parts])),
        duration_asked(
            dice,
            total,
            (as_decimals // 100 * 60 + as_decimals % 100, "An hour has 60 minutes, not 100."),
            (total - 60, "An hour is missing: 60 minutes make one."),
            (total + 60, "That's an hour too long."),
            (total - parts[-1], "The last part is missing."),
        ),
        seconds=60,
        trick="60 minutes make an hour",
        steps=[
            f"In minutes: {' + '.join(map(str, parts))} = {total}",
            f"{total} minutes is {length_of_time(total)}.",
        ],
        facts={"parts": tuple(parts)},
    )
