"""Secrets: long, new each time, and never kept as they are."""

from challenge.rules.codes import ALPHABET, kind_of
from challenge.services.tokens import kept, new_code, new_secret


def test_secrets_are_new_each_time_and_carry_192_bits():
    drawn = {new_secret() for _ in range(100)}

    assert len(drawn) == 100
    assert {len(secret) for secret in drawn} == {32}


def test_what_is_kept_of_a_secret_is_not_the_secret():
    secret = new_secret()

    assert kept(secret) == kept(secret)
    assert secret not in kept(secret)
    assert kept(secret) != kept(new_secret())


def test_half_of_a_character_is_a_wrong_secret_and_no_crash():
    assert kept("\ud800") != kept("\udfff")


def test_codes_have_their_length_and_alphabet():
    codes = [new_code(length) for length in (6, 8) for _ in range(50)]

    assert {kind_of(code) for code in codes} == {"round", "team"}
    assert set("".join(codes)) <= set(ALPHABET)


def test_a_code_that_somebody_has_is_not_given_twice():
    asked = []

    code = new_code(8, lambda each: asked.append(each) or len(asked) < 3)

    assert code == asked[2]


def test_a_rude_code_is_drawn_again(monkeypatch):
    drawn = iter([ALPHABET.index("F") * 27**2 + ALPHABET.index("C") * 27 + ALPHABET.index("K"), 5])
    monkeypatch.setattr("challenge.services.tokens.secrets.randbelow", lambda _: next(drawn))

    assert new_code(6) == "222227"
