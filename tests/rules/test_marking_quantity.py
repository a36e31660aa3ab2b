from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from challenge.rules.marking import Verdict, identity, mark, read, unreadable
from challenge.rules.marking.units import MEASURES, measure, named
from challenge.rules.questions import Kind, Slip, Units, Wanted
from challenge.rules.refusal import Refused
from tests.rules.asked import asked

sizes = st.fractions(min_value=-999, max_value=999, max_denominator=64)


def quantity(key, slips=None, **wanted):
    slips = tuple(Slip(answer, because) for answer, because in (slips or {}).items())
    return asked(Kind.QUANTITY, (key,), wanted=Wanted(**wanted), slips=slips)


def verdict(key, typed, **wanted):
    return mark(quantity(key, **wanted), typed).verdict.value


@pytest.mark.parametrize(
    ("key", "right"),
    [
        ("3.5 cm", ["3.5 cm", "3.5cm", "35 mm", "0.035 m", "3½ cm", "7/2 cm", "3,5 cm", "3.50cm", "3.5 CM.", "3.5 cms",
                    "3.5 centimetres", "3.5 centimeters", "3.5"]),
        ("1.2 km", ["1200 m", "1,200m", "1 200 metres", "1.2 kilometres", "120000 cm", "1 km 200 m"]),
        ("120 cm", ["1 m 20 cm", "1m20cm", "1 metre and 20 centimetres", "1.2m", "1200mm"]),
        ("24 cm²", ["24cm2", "24 cm^2", "24 sq cm", "24 square cm", "24 square centimetres", "24 cm squared",
                    "2400 mm²", "0.0024 m²", "24 CM²"]),
        ("2 m²", ["20000 cm²", "2 square metres", "2 sqm", "2 metres squared"]),
        ("3 ha", ["30000 m²", "3 hectares", "0.03 km²"]),
        ("60 cm³", ["60cm3", "60 cubic centimetres", "60 cc", "60 ml", "0.06 l", "60000 mm³", "6 cl"]),
        ("1.5 l", ["1500 ml", "1.5 litres", "1.5 L", "1.5 liters", "1500 cm³", "0.0015 m³", "1 l 500 ml", "150 cl"]),
        ("2.5 kg", ["2500 g", "2.5 kilos", "2.5 kilograms", "2½kg", "2 kg 500 g", "0.0025 tonnes", "2500 grams"]),
        ("40 mg", ["0.04 g", "40 milligrams"]),
        ("-4 °C", ["-4°C", "−4 °C", "-4 C", "-4 degrees C", "-4 degrees Celsius", "-4℃", "-4ºC", "-4 deg C", "-4°",
                   "-4 degrees", "-4"]),
        ("72 °F", ["72F", "72 fahrenheit"]),
        ("45°", ["45 degrees", "45 deg", "45°", "45º", "45˚", "45"]),
        ("30 mph", ["30 miles per hour", "30 miles/hour", "30 miles an hour", "30 MPH", "30 m.p.h."]),
        ("90 km/h", ["90 kph", "90 kmph", "90 kilometres per hour", "25 m/s", "90 km per hour", "1.5 km/min"]),
        ("25 m/s", ["25 metres per second", "25 m/sec", "90 km/h", "2500 cm/s", "25 m per s"]),
        ("2.7 g/cm³", ["2.7 g/cm3", "2700 kg/m³", "2.7 grams per cubic centimetre", "2.7 g/ml", "2.7 kg/l"]),
        ("6 l/min", ["100 ml/s", "6 litres per minute", "0.1 l/s"]),
        ("6 ft 2 in", ["74 in", "6 feet 2 inches", "6'2\"", "6’ 2”", "6ft 2ins"]),
        ("3 miles", ["3 mi", "3 mile", "5280 yd", "15840 feet"]),
        ("8 stone 4 lb", ["116 lb", "116 pounds", "116lbs", "8 st 4 lbs", "8 stone, 4 pounds"]),
        ("12 oz", ["12 ounces", "0.75 lb", "3/4 lb"]),
        ("2 gallons", ["16 pints", "16 pts", "2 gal", "320 fl oz"]),
        ("2 acres", ["9680 yd²", "2 acre"]),
        ("45%", ["45 %", "45 per cent", "45 percent", "45"]),
        ("3.2 kWh", ["3.2kwh", "3.2 kilowatt hours"]),
        ("2 kW", ["2000 W", "2 kilowatts"]),
        ("30 min", ["30 mins", "0.5 h", "1800 s"]),
        ("25π cm²", ["25π cm²", "25 pi cm2", "25pi square cm", "2500π mm²"]),
        ("3√2 m", ["3√2 m", "300√2 cm", "√18m"]),
        ("3 x 10^4 m", ["30 km", "3×10⁴ m", "30000"]),
    ],
)  # fmt: skip
def test_the_same_amount_is_right_in_every_unit_of_its_measure(key, right):
    assert {typed: verdict(key, typed) for typed in right} == dict.fromkeys(right, "right")


@pytest.mark.parametrize(
    ("key", "typed", "reason"),
    [
        ("3.5 cm", "3.5 mm", ""),
        ("3.5 cm", "3.5 m", ""),
        ("24 cm²", "0.24 m²", ""),
        ("24 cm²", "24 cm", "Check the unit: cm measures length, but the question asks for area."),
        ("24 cm", "24 cm²", "Check the unit: cm² measures area, but the question asks for length."),
        ("60 cm³", "60 g", "Check the unit: g measures mass, but the question asks for volume."),
        ("8 km", "5 miles", "Check the unit: the question asks for metric units."),
        ("5 miles", "8 km", "Check the unit: the question asks for imperial units."),
        ("45°", "45 °C", "Check the unit: °C measures temperature, but the question asks for angle."),
        ("20 °C", "20 kg", "Check the unit: kg measures mass, but the question asks for temperature."),
    ],
)  # fmt: skip
def test_another_amount_or_measure_is_wrong_and_the_unit_is_named(key, typed, reason):
    marked = mark(quantity(key), typed)

    assert (marked.verdict, marked.reason) == (Verdict.WRONG, reason)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("", "first"),
        ("cm", "can't read that"),
        ("£5", "can't read that"),
        ("5 m 200 cm", "can't read that"),
        ("5 m 20 kg", "can't read that"),
        ("5 cm 2 m", "can't read that"),
        ("3.5.1 cm", "can't read that"),
        ("about 5 cm", "can't read that"),
        ("five cm", "can't read that"),
        ("5 bananas", "don't know that unit"),
        ("5 MB", "don't know that unit"),
        ("5£", "don't know that unit"),
        ("5 m20", "don't know that unit"),
        ("5 bags 2 boxes", "don't know that unit"),
        ("6ft2", "Inches or square feet?"),
        ("6' 2", "Inches or square feet?"),
        ("1O cm", "the letter O"),
        ("5/0 cm", "0 at the bottom"),
        ("2^40 cm", "too big"),
        ("1/2π cm", "What is at the bottom?"),
        ("5 cm 😀", "can't read that"),
    ],
)
def test_what_is_no_quantity_or_two_is_asked_for_again(typed, says):
    assert says in unreadable(quantity("5 cm"), typed).message
    assert verdict("5 cm", typed) == "unreadable"


def test_square_feet_are_read_where_the_square_is_typed():
    assert verdict("30 ft²", "30 sq ft") == verdict("30 ft²", "30 ft^2") == verdict("30 ft²", "30 ft²") == "right"


def test_the_unit_may_be_asked_for_or_kept_out():
    required = quantity("5 cm", units=Units.REQUIRED)

    assert (mark(required, "5cm").verdict, mark(required, "50 mm").verdict) == (Verdict.RIGHT, Verdict.RIGHT)
    assert (mark(required, "5").verdict, mark(required, "6").verdict) == (Verdict.FORM, Verdict.WRONG)
    assert unreadable(required, "99").message == "Type the unit as well, such as cm or kg."
    assert "without a unit" in unreadable(quantity("5", units=Units.NONE), "5 cm").message
    assert verdict("5", "5", units=Units.NONE) == "right"


@pytest.mark.parametrize(
    ("form", "typed", "expected"),
    [
        ("1 dp", "3.5 cm", "right"),
        ("1 dp", "3.5", "right"),
        ("1 dp", "3.46 cm", "form"),
        ("1 dp", "34.6 mm", "form"),
        ("1 dp", "35 mm", "form"),
        ("1 dp", "35.0 mm", "right"),
        ("1 dp", "3.4 cm", "wrong"),
        ("2 sf", "3.5 cm", "right"),
        ("2 sf", "35 mm", "right"),
        ("2 sf", "0.035 m", "right"),
        ("2 sf", "3.46 cm", "form"),
        ("2 sf", "3 cm", "wrong"),
        ("2 sf", "3 cm 4 mm", "wrong"),
        ("2 sf", "3 cm 5 mm", "form"),
    ],
)
def test_rounding_goes_by_the_unit_of_the_key(form, typed, expected):
    assert verdict("3.46 cm", typed, form=form) == expected


def test_fahrenheit_isnt_converted():
    assert verdict("20 °C", "68 °F") == verdict("68 °F", "20 °C") == "wrong"


def test_a_tolerance_is_in_the_unit_of_the_key():
    assert verdict("3.5 cm", "3.6 cm", tolerance="0.1") == verdict("3.5 cm", "36 mm", tolerance="0.1") == "right"
    assert verdict("3.5 cm", "3.61 cm", tolerance="0.1") == "wrong"
    assert verdict("42°", "40", tolerance="2") == "right"


def test_a_bare_number_brings_the_misconception_of_its_amount():
    question = quantity("24 cm²", slips={"20 cm²": "That's the perimeter."})

    assert mark(question, "20").reason == mark(question, "2000 mm²").reason == "That's the perimeter."


@pytest.mark.parametrize(
    ("typed", "written", "words"),
    [
        ("3.50cm", "3.5 cm", "three point five centimetres"),
        ("1 metre", "1 m", "one metre"),
        ("5cm2", "5 cm²", "five square centimetres"),
        ("1 cc", "1 cm³", "one cubic centimetre"),
        ("5", "5", "five"),
        ("-4c", "−4 °C", "minus four degrees Celsius"),
        ("1 degree", "1°", "one degree"),
        ("45 percent", "45%", "forty-five per cent"),
        ("60 miles an hour", "60 mph", "sixty miles per hour"),
        ("2½ lbs", "2 1/2 lb", "two and one half pounds"),
        ("6'1\"", "6 ft 1 in", "six feet one inch"),
        ("1 stone 4 pounds", "1 stone 4 lb", "one stone four pounds"),
        ("2 kwh", "2 kWh", "two kilowatt hours"),
        ("3 floz", "3 fl oz", "three fluid ounces"),
        ("3 x 10^4 m", "3 × 10⁴ m", "three times ten to the power four metres"),
    ],
)
def test_a_quantity_is_read_back_to_the_team(typed, written, words):
    reading = read(Kind.QUANTITY, typed, Wanted())

    assert (reading.written, reading.words) == (written, words)


def test_places_that_count_are_read_back_too():
    assert read(Kind.QUANTITY, "3.50 cm", Wanted(form="2 dp")).written == "3.50 cm"


def test_identical_quantities_are_one_answer_for_a_host():
    assert len({identity(quantity("9 cm"), typed) for typed in ("3.5 cm", "35mm", "0.035 m")}) == 1
    assert len({identity(quantity("9 cm"), typed) for typed in ("3.5 cm", "3.5 m", "3.5 cm²", "3.5")}) == 4


@given(size=sizes, first=st.sampled_from(sorted(MEASURES)), second=st.sampled_from(sorted(MEASURES)))
def test_units_of_one_measure_convert_exactly_there_and_back(size, first, second):
    one, other = MEASURES[first], MEASURES[second]
    there = f"{size} {one.written}"
    question = quantity(there)

    if one.measures != other.measures:
        assert mark(question, f"{size} {other.written}").verdict in (Verdict.WRONG, Verdict.RIGHT)
        return
    converted = size * one.worth / other.worth
    typed = f"{converted} {other.written}"
    assert mark(question, typed).verdict is Verdict.RIGHT
    assert mark(quantity(typed), there).verdict is Verdict.RIGHT
    assert mark(question, f"{converted + Fraction(1, 10**9)} {other.written}").verdict is Verdict.WRONG


@pytest.mark.parametrize("name", sorted(MEASURES))
def test_every_unit_is_read_as_it_is_written_and_as_it_is_said(name):
    unit = MEASURES[name]

    assert measure(unit.written) == unit
    if unit.one != "pound":
        assert named(unit.one) == named(unit.many) == name


def test_pounds_are_weighed_not_paid():
    assert measure("pounds") == measure("lb")
    assert measure("£") is None


@given(st.text("0123456789.,cmkgl²³^/ '\"ftinpersqu½π√-", max_size=64))
def test_no_text_breaks_the_reading(typed):
    assert isinstance(read(Kind.QUANTITY, typed, Wanted()), Refused) or mark(quantity("1 cm"), typed).verdict in Verdict
