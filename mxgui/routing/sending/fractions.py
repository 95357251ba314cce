"""Shares of all messages in words: "two messages of three", "the third", "1/3 → 1/2".

A share with a small denominator is told as what it is, any other in per cent.
"""

from __future__ import annotations

from fractions import Fraction

from mxgui.model.text import Text, counted, text

SMALL = 12  # the largest denominator that is told as it is
_NUMBERS = (
    text("one"),
    text("two"),
    text("three"),
    text("four"),
    text("five"),
    text("six"),
    text("seven"),
    text("eight"),
    text("nine"),
    text("ten"),
    text("eleven"),
    text("twelve"),
)
_LAST = (
    text("the other"),
    text("the third"),
    text("the fourth"),
    text("the fifth"),
    text("the sixth"),
    text("the seventh"),
    text("the eighth"),
    text("the ninth"),
    text("the tenth"),
    text("the eleventh"),
    text("the twelfth"),
)
_EACH = {
    Fraction(1, 2): text("half each"),
    Fraction(1, 3): text("a third each"),
    Fraction(1, 4): text("a quarter each"),
}


def is_small(share: Fraction) -> bool:
    """Whether the share can be told as a fraction."""
    return share.denominator <= SMALL


def number_of(share: Fraction) -> int:
    """Give 1 if `messages` is in the singular, else 2: for the verb behind it."""
    return 1 if is_small(share) and share.numerator == 1 and share != 1 else 2


def messages(share: Fraction) -> Text:
    """Tell how many messages a share is; it lies between 0 and 1, without both."""
    if not is_small(share):
        return text("{percent} of messages", percent=percent(share))
    return counted(
        "{few} message of {all}",
        "{few} messages of {all}",
        share.numerator,
        few=_NUMBERS[share.numerator - 1],
        all=_NUMBERS[share.denominator - 1],
    )


def the_rest(share: Fraction) -> Text:
    """Tell of the messages that are not in a share, after it was told; the verb follows it."""
    left = 1 - share
    if is_small(left) and left.numerator == 1:
        return _LAST[left.denominator - 2]
    return text("the others")


def each(share: Fraction) -> Text:
    """Tell that several have this share each."""
    return _EACH.get(share, text("in equal shares"))


def percent(share: Fraction) -> Text:
    """Give a share in per cent: with one decimal below ten, and never 0 or 100 that is not."""
    if 0 < share < Fraction(1, 1000):
        return text("under 0.1\u2009%")
    number = float(share * 100)
    if 99.5 <= number < 100:
        return text("over 99\u2009%")
    shown = round(number, 1) if number < 10 else round(number)
    return text("{percent}\u2009%", percent=shown)


def mark(share: Fraction) -> Text:
    """Give a share in few letters."""
    return text("{share}", share=share) if is_small(share) and share != 1 else percent(share)


def moved(before: Fraction, after: Fraction) -> Text:
    """Tell how a share moves: as fractions if both are small, else in per cent."""
    if before == after:
        return mark(after)
    is_plain = is_small(before) and is_small(after) and not {before, after} <= {0, 1}
    if is_plain:
        return text("{before} → {after}", before=before, after=after)
    return text("{before} → {after}", before=percent(before), after=percent(after))
