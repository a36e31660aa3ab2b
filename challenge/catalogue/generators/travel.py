"""Questions on speed and scale: journeys, arrivals, maps and plans."""

import random
from fractions import Fraction

from challenge.catalogue.generators.amounts import (
    clock,
    counted,
    duration_asked,
    length_of_time,
    measure_asked,
    time_asked,
)
from challenge.catalogue.generators.making import (
    EIN2STEINS,
    GO_FORTH,
    Answer,
    Fact,
    Level,
    Made,
    UnluckyError,
    generator,
    in_order,
    made,
    mixed,
    shown,
    told,
    typed,
)

UPPER_LEVELS = (EIN2STEINS, GO_FORTH)

MAPS = ("Two villages are", "A walk to the coast is", "Two stations are", "A cycle path is", "Two festival sites are")
KILOMETRES_A_CENTIMETRE = {
    25_000: Fraction(1, 4),
    50_000: Fraction(1, 2),
    200_000: Fraction(2),
    250_000: Fraction(5, 2),
}


@generator(topic="Scale", levels=UPPER_LEVELS, calculator=False)
def on_the_map(dice: random.Random, level: Level) -> Made:
    """From the map to the world or back: so many kilometres to a centimetre, at the top as 1 : n."""
    each = Fraction(dice.choice((2, 3, 4, 5, 10)))
    scale = f"1 cm on a map is {shown(each)} km."
    if level is GO_FORTH:
        size, each = dice.choice(list(KILOMETRES_A_CENTIMETRE.items()))
        scale = f"A map has the scale $1 : {size:,}$."
    drawn = Fraction(dice.choice((4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 15, 16, 18, 24)), 2)
    real, where = drawn * each, dice.choice(MAPS)
    one, apart = f"1 cm is {shown(each)} km", "apart" if "Two" in where else "long"
    slips = [(drawn + each, f"{one}, so multiply. Adding doesn't scale."), (drawn * each * 10, "One nought too many.")]
    if dice.random() < 0.6:
        text = f"{scale} {where} {shown(drawn)} cm {apart} on it. How many kilometres is that in real life?"
        answers = measure_asked(
            dice, real, "km", (drawn / each, f"{one}: multiply by {shown(each)}, don't divide."), *slips,
            (drawn, "That's the length on the map. Now use the scale."),
        )  # fmt: skip
        steps = [f"{one}.", f"{shown(drawn)} × {shown(each)} km = {shown(real)} km"]
    else:
        text = f"{scale} {where} {shown(real)} km {apart}. How many centimetres is that on the map?"
        answers = measure_asked(
            dice, drawn, "cm", (real * each, f"{one}, so divide by {shown(each)}."),
            (real, f"1 cm on the map isn't 1 km here: {one}."), *slips[1:],
        )  # fmt: skip
        steps = [f"{one}.", f"{shown(real)} ÷ {shown(each)} = {shown(drawn)}, so {shown(drawn)} cm."]
    facts: dict[str, Fact] = {
        "each": each,
        "drawn": drawn,
        "real": real,
        "asked": "km" if "real life" in text else "cm",
    }
    return made(text, answers, seconds=75, trick="What is 1 cm in real life?", steps=steps, facts=facts)


PLANS = (
    ("A wall {real} m long is {drawn} cm long on the plan of a flat.", "m", 100, (2, 3, 4, 5, 6, 8)),
    ("A kitchen {real} m long is {drawn} cm long on a drawing.", "m", 100, (3, 4, 5, 6)),
    ("A model of a van that is {real} m long measures {drawn} cm.", "m", 100, (4, 5, 6)),
    ("A hall {real} m wide is drawn {drawn} cm wide on a fire plan.", "m", 100, (10, 12, 15, 20)),
    ("A bridge {real} m long is {drawn} cm long as a model.", "m", 100, (30, 40, 60, 80)),
    ("A road {real} km long is {drawn} cm long on a map.", "km", 100_000, (2, 3, 4, 5)),
)


@generator(topic="Scale", levels=UPPER_LEVELS, calculator=False)
def scale_of_a_plan(dice: random.Random, level: Level) -> Made:
    """The scale 1 : n from a real length and a drawn one."""
    story, unit, size, lengths = dice.choice(PLANS if level is GO_FORTH else PLANS[:4])
    real, drawn = dice.choice(lengths), dice.choice((2, 4, 5, 6, 8, 10, 12, 15, 16, 20))
    scale = Fraction(real * size, drawn)
    if scale.denominator > 1 or scale < 10 or scale % 5:
        raise UnluckyError
    slips = [
        (Fraction(real, drawn), f"Use one unit for both: {real} {unit} is {real * size:,} cm."),
        (scale / 10, "A nought has gone missing. Check the centimetres."),
        (Fraction(drawn, real), f"Use one unit for both: {real} {unit} is {real * size:,} cm."),
    ]
    wrong = [Answer(value, f"1:{shown(value).replace(',', '')}", why) for value, why in slips if value % 1 == 0]
    return made(
        f"{story.format(real=real, drawn=drawn)} What is the scale? Write it as 1 : n.",
        typed("ratio", Answer(scale, f"1:{scale}"), *wrong, form="1:n"),
        seconds=75,
        trick="One unit for both lengths",
        steps=[
            f"{real} {unit} = {real * size:,} cm",
            f"{real * size:,} ÷ {drawn} = {shown(scale)}, so the scale is $1 : {shown(scale)}$.",
        ],
        facts={"real": real, "drawn": drawn, "unit": unit},
    )


JOURNEYS = (
    ("A coach", "miles", "mph", (30, 40, 48, 50, 60)),
    ("A train", "km", "km/h", (60, 80, 90, 100, 120)),
    ("A delivery van", "miles", "mph", (20, 24, 30, 36, 40)),
    ("A cyclist", "km", "km/h", (12, 16, 18, 20, 24)),
    ("A tram", "km", "km/h", (20, 24, 30, 36)),
    ("A lorry", "miles", "mph", (40, 44, 48, 50)),
)
MINUTES = {EIN2STEINS: (90, 120, 150, 180, 240, 30), GO_FORTH: (15, 45, 75, 80, 100, 105, 135, 140, 165)}


SPEEDS = (
    "{what} travels {distance} in {took}. What is the average speed in {per_hour}?",
    "It takes {took} for {it} to travel {distance}. What is the average speed in {per_hour}?",
    "In {took} {it} covers {distance}. What average speed is that in {per_hour}?",
)
DISTANCES = (
    "{what} travels for {took} at an average speed of {speed}. What distance is that?",
    "{what} keeps going for {took} at an average speed of {speed}. How far is that?",
    "At an average speed of {speed}, how far does {it} get in {took}?",
)
TIMES = (
    "{what} travels {distance} at an average speed of {speed}. How long does it take?",
    "{what} has {distance} to go. The average speed is {speed}. How long does the journey take?",
    "At an average speed of {speed}, how long does {it} take for {distance}?",
)


@generator(topic="Speed", levels=UPPER_LEVELS, calculator=False)
def journey(dice: random.Random, level: Level) -> Made:
    """Speed, distance or time from the other two."""
    what, unit, per_hour, speeds = dice.choice(JOURNEYS)
    speed, minutes = dice.choice(speeds), dice.choice(MINUTES[level])
    if speed * minutes % 60:
        raise UnluckyError
    ask = dice.choice((_speed_of, _distance_of, _time_of))
    return ask(dice, what, speed=speed, minutes=minutes, units=(unit, per_hour))


def _speed_of(dice: random.Random, what: str, *, speed: int, minutes: int, units: tuple[str, str]) -> Made:
    unit, per_hour = units
    distance, hours = speed * minutes // 60, Fraction(minutes, 60)
    slips = (
        (distance * hours, f"That multiplies. {per_hour} means {unit} divided by hours."),
        (distance / _misread(minutes), f"{length_of_time(minutes)} is {_in_hours(hours)}: an hour has 60 minutes."),
        (distance, f"That's how far it goes in {length_of_time(minutes)}. How far is it in 1 hour?"),
        (Fraction(distance, minutes), f"That's {unit} in one minute. An hour has 60 of them."),
        (2 * speed, "Check the hours again: that's twice as fast."),
    )
    return made(
        _told(dice, SPEEDS, what, distance=f"{distance} {unit}", took=length_of_time(minutes), per_hour=per_hour),
        measure_asked(dice, speed, per_hour, *slips),
        seconds=75,
        trick="Distance shared by hours",
        steps=[
            *([f"{length_of_time(minutes)} is {_in_hours(hours)}."] if minutes % 60 else []),
            f"${distance} div {hours} = {speed}$, so {speed} {per_hour}.",
        ],
        facts={"asked": "speed", "distance": distance, "minutes": minutes, "unit": per_hour},
    )


def _distance_of(dice: random.Random, what: str, *, speed: int, minutes: int, units: tuple[str, str]) -> Made:
    unit, per_hour = units
    distance, hours = speed * minutes // 60, Fraction(minutes, 60)
    slips = (
        (speed * _misread(minutes), f"{length_of_time(minutes)} is {_in_hours(hours)}: an hour has 60 minutes."),
        (speed / hours, "That divides. In more time it goes further, so multiply."),
        (speed * minutes, f"{speed} {unit} is what it does in an hour, not in a minute."),
        (speed, f"That's how far it goes in 1 hour. It travels for {length_of_time(minutes)}."),
        (distance + speed, "That's an hour too long."),
    )
    return made(
        _told(dice, DISTANCES, what, took=length_of_time(minutes), speed=f"{speed} {per_hour}"),
        measure_asked(dice, distance, unit, *slips),
        seconds=75,
        trick="Speed times hours",
        steps=[
            *([f"{length_of_time(minutes)} is {_in_hours(hours)}."] if minutes % 60 else []),
            f"${speed} times {hours} = {distance}$, so {distance} {unit}.",
        ],
        facts={"asked": "distance", "speed": speed, "minutes": minutes, "unit": unit},
    )


def _time_of(dice: random.Random, what: str, *, speed: int, minutes: int, units: tuple[str, str]) -> Made:
    unit, per_hour = units
    distance, hours = speed * minutes // 60, Fraction(minutes, 60)
    decimal = hours % 1 * 100
    slips = [
        (60 * distance // speed + 60, "That's an hour too long. Divide the distance by the speed."),
        (
            minutes // 60 * 60 + int(decimal),
            f"{_in_hours(hours).capitalize()}: a part of an hour is a part of 60 minutes, not of 100.",
        ),
        (60 * speed // distance, "Upside down: divide the distance by the speed."),
    ]
    return made(
        _told(dice, TIMES, what, distance=f"{distance} {unit}", speed=f"{speed} {per_hour}"),
        duration_asked(dice, minutes, *slips[1:], slips[0]),
        seconds=75,
        trick="Distance divided by speed",
        steps=[
            f"{distance} ÷ {speed} is {_in_hours(hours)}.",
            *([f"${hours} times 60 = {minutes}$ minutes: {length_of_time(minutes)}."] if minutes % 60 else []),
        ],
        facts={"asked": "time", "distance": distance, "speed": speed},
    )


def _told(dice: random.Random, stories: tuple[str, ...], what: str, **values: str) -> str:
    return told(dice, stories, what=what, it=what[0].lower() + what[1:], **values)


LEAVES = (
    "{name} leaves home at {start} and drives {distance} miles at an average of {speed} mph. When does {name} arrive?",
    "A coach to a festival leaves at {start}. It does {distance} miles at an average of {speed} mph. When is it there?",
    "A van sets off at {start} on a {distance}-mile trip. Its average speed is {speed} mph. When does it arrive?",
)


@generator(topic="Speed", levels=UPPER_LEVELS, calculator=False)
def arrival_by_speed(dice: random.Random, level: Level) -> Made:
    """A clock time: the start, and a distance at a speed."""
    speed, minutes = dice.choice((20, 30, 40, 50, 60)), dice.choice(MINUTES[level])
    start = dice.randrange(6 * 12, 10 * 12) * 5
    if speed * minutes % 60 or start % 60 == 0 or start + minutes >= 13 * 60:
        raise UnluckyError
    distance, hours = speed * minutes // 60, Fraction(minutes, 60)
    end = start + minutes
    misread = minutes // 60 * 60 + int(hours % 1 * 100)
    return made(
        told(dice, LEAVES, start=clock(start), distance=distance, speed=speed),
        time_asked(
            dice,
            end,
            (
                start + misread,
                f"{_in_hours(hours).capitalize()}: a part of an hour is a part of 60 minutes, not of 100.",
            ),
            (end + 60, f"An hour too late: {distance} ÷ {speed} is {_in_hours(hours)}."),
            (start + 60, f"That's an hour. {distance} ÷ {speed} is {_in_hours(hours)}."),
        ),
        seconds=90,
        trick="First how long, then the clock",
        steps=[
            f"{distance} ÷ {speed} is {_in_hours(hours)}{f', {length_of_time(minutes)}' if minutes % 60 else ''}.",
            f"{clock(start)} and {length_of_time(minutes)} more is {clock(end)}.",
        ],
        facts={"start": start, "distance": distance, "speed": speed},
    )


RUNS = (
    ("{name} logs four bike rides.", (10, 12, 15, 18, 20, 24, 30), "km"),
    ("{name} drives a van and notes four trips.", (16, 20, 24, 30, 36, 40), "miles"),
    ("{name} looks back at four runs.", (6, 8, 9, 10, 12), "km"),
    ("{name} rows and writes down four sessions.", (8, 9, 10, 12, 15), "km"),
    ("{name} delivers food and notes four tours.", (8, 10, 12, 15, 18, 20), "km"),
)
SPANS = {EIN2STEINS: (30, 60, 120), GO_FORTH: (15, 20, 30, 40, 45, 50, 90)}


@generator(topic="Speed", levels=UPPER_LEVELS, calculator=False)
def slowest_first(dice: random.Random, level: Level) -> Made:
    """Four journeys by their average speed."""
    story, speeds, unit = dice.choice(RUNS)
    rides = [(speed, dice.choice(SPANS[level])) for speed in dice.sample(speeds, 4)]
    if any(speed * minutes % 60 for speed, minutes in rides) or len({minutes for _, minutes in rides}) < 3:
        raise UnluckyError
    rides.sort()
    items = [
        Answer(speed, f"{counted(speed * minutes // 60, unit, unit)} in {length_of_time(minutes)}")
        for speed, minutes in rides
    ]
    by_distance = sorted(range(4), key=lambda n: (rides[n][0] * rides[n][1], n))
    by_time = sorted(range(4), key=lambda n: (-rides[n][1], n))
    return made(
        f"{told(dice, [story])} Put them in order of average speed, slowest first.",
        in_order(
            items,
            backwards="That's the fastest first. The question asks for the slowest first.",
            slips=[
                (
                    [items[n] for n in by_distance],
                    "Going further isn't going faster. Find how far each goes in an hour.",
                ),
                ([items[n] for n in by_time], "A short time isn't a high speed. Find how far each goes in an hour."),
            ],
        ),
        seconds=100,
        trick="How far in one hour?",
        steps=[
            "In one hour: " + ", ".join(f"{speed} {unit}" for speed, _ in rides) + ".",
        ],
        facts={"minutes": tuple(minutes for _, minutes in rides)},
    )


def _misread(minutes: int) -> Fraction:
    """1 hour 30 minutes read as 1.30 hours."""
    return minutes // 60 + Fraction(minutes % 60, 100)


def _in_hours(hours: Fraction) -> str:
    """Hours in words: $3/4$ of an hour, 1 hour, $1 1/2$ hours."""
    if hours < 1:
        return f"${hours}$ of an hour"
    return counted(int(hours), "hour") if hours.denominator == 1 else f"${mixed(hours)}$ hours"
