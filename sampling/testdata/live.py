# Selections for the tests that run beside Python (peers_live_test.go), written after the published descriptions.
import hashlib
import random
import struct
from fractions import Fraction
from math import ceil


def ratstats_numbers(seed):
    """RAT-STATS' random numbers: Visual Basic's Rnd(-1) and Randomize seed start AS 183."""
    high = struct.unpack(">I", struct.pack(">d", float(seed))[:4])[0]
    state = ((high & 0xFFFF) ^ (high >> 16)) << 8 | 0x86
    starts = []
    for modulus in (30269, 30307, 30323):
        while True:
            state = (state * 1140671485 + 12820163) % 2**24
            value = modulus * Fraction(state, 2**24) + 1
            if value < modulus:
                break
        starts.append(int(value))
    x, y, z = starts
    while True:
        x, y, z = 171 * x % 30269, 172 * y % 30307, 170 * z % 30323
        yield (x / 30269 + y / 30307 + z / 30323) % 1.0


def ratstats(seed, ranges, count):
    """The first count sets of numbers that have not come before, one number from each range."""
    numbers, seen = ratstats_numbers(seed), {}
    while len(seen) < count:
        seen[tuple(int(next(numbers) * (high - low + 1)) + low for low, high in ranges)] = True
    return [number for one in seen for number in one]


def tickets(seed, ids, count):
    """Places of the ids with the smallest tickets, each with its ticket."""
    def h(text):
        return hashlib.sha256(text.encode("utf-8")).hexdigest()

    start = h(seed)
    drawn = []
    for place, one in enumerate(ids):
        drawn.append(("0." + str(int(h(start + one), 16)).zfill(64)[::-1], place))
    answer = []
    for ticket, place in sorted(drawn)[:count]:
        answer += [place, ticket]
    return answer


def systematic(start, low, units, count):
    """Units that hold the points start, start+N, ... of a line on which each unit has as many points as are drawn."""
    return [low - 1 + ceil(Fraction(start + i * units, count)) for i in range(count)]


def pps(start, sizes, count):
    """Units and hits of the points start, start+T, ... of a line on which a unit has count points for each of its size."""
    total, answer, before = sum(sizes), [], 0
    for number, size in enumerate(sizes, 1):
        after = before + count * size
        # points start + k*total, k from 0 to count-1, in (before, after]
        hits = (after - start) // total - (before - start) // total
        if hits:
            answer += [number, hits]
        before = after
    return answer


def c(*numbers):
    """A list as R writes it."""
    return numbers
