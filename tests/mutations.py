"""Bytes as accident or malice changes them: the same seed, the same change."""

from __future__ import annotations

from io import BytesIO
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile

TOKENS = (
    *("title", "subtitle", "projects", "sections", "slides", "kind", "items", "facts", "value"),
    *("budget", "milestones", "phase", "since", "planned", "date", "as_of", "status", "state"),
    *("---", "...", "- ", "? ", ": ", "&a ", "*a", "<<: ", "!!python/object:os.system ", "!x "),
    *("{", "}", "[", "]", "'", '"', "|", ">-", "#", "%YAML 1.1\n", "\t", "\n", "\r", "\n\n  "),
    *("null", "~", "true", "no", "0x1F", "1e999", "-0", "NaN", "9" * 400, "2020-02-30", "1:30:00"),
    *("{as_of}", "{x}", "{{", "}}", "{title}", "**", "*", "[a](javascript:b)", "[a](http://b)"),
    *("\u0000", "\u000b", "\u0085", "\u2028", "\ufeff", "\uffff", "\u202e", "\u00ad", "ﷺ" * 9),
    *("A" * 3000, "Wort " * 900, "\U0001f469\u200d\U0001f4bb", "e" + "\u0301" * 99, "[" * 200),
    *("../../etc/passwd", "\\\\host\\share", "/dev/zero", "file:///etc/passwd", "C:\\x"),
)
"""What breaks readers: the format's words, YAML's signs, letters and names that mean more."""

ENTITY = b'<!DOCTYPE a [<!ENTITY b "c">]>'


def mutated(content: bytes, random: Random, others: tuple[bytes, ...] = ()) -> bytes:
    """`content` with one to four changes; `others` lend it pieces."""
    for _ in range(random.randint(1, 4)):
        change = random.choice((_by_bytes, _by_tokens, _by_lines, _by_pieces))
        content = change(content, random, others)
    return content


def mutated_package(content: bytes, random: Random) -> bytes:
    """A zip file with one of its parts changed, doubled or gone, or changed as mere bytes."""
    if random.random() < 0.2:
        return mutated(content, random)
    with ZipFile(BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = random.choice(list(parts))
    change = random.randrange(4)
    if change == 0:
        del parts[name]
    elif change == 1:
        parts[name] = parts[random.choice(list(parts))]
    elif change == 2:
        parts[name] = parts[name].replace(b"?>", b"?>" + ENTITY, 1)
    else:
        parts[name] = mutated(parts[name], random)
    return _zipped(parts)


def _zipped(parts: dict[str, bytes]) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def _by_bytes(content: bytes, random: Random, _others: tuple[bytes, ...]) -> bytes:
    """Some bytes of any value."""
    changed = bytearray(content or b"\0")
    for _ in range(random.randint(1, 8)):
        changed[random.randrange(len(changed))] = random.randrange(256)
    return bytes(changed)


def _by_tokens(content: bytes, random: Random, _others: tuple[bytes, ...]) -> bytes:
    """A word of the format or of an attacker, put in or in place of something."""
    start = random.randint(0, len(content))
    end = min(len(content), start + random.choice((0, 0, 1, 5, 20)))
    return content[:start] + random.choice(TOKENS).encode() + content[end:]


def _by_lines(content: bytes, random: Random, _others: tuple[bytes, ...]) -> bytes:
    """A line doubled, gone, moved, or further in."""
    lines = content.split(b"\n")
    index = random.randrange(len(lines))
    line = lines.pop(index)
    moved = random.randint(0, len(lines))
    match random.randrange(4):
        case 0:
            lines[index:index] = [line] * random.choice((2, 2, 40))
        case 1:
            lines.insert(moved, line)
        case 2:
            lines.insert(index, b"  " * random.randint(1, 3) + line)
    return b"\n".join(lines)


def _by_pieces(content: bytes, random: Random, others: tuple[bytes, ...]) -> bytes:
    """A piece of another file in the midst of this one, or the end cut off."""
    if not others or random.random() < 0.3:
        return content[: random.randint(0, len(content))]
    other = random.choice(others)
    start, end = sorted((random.randint(0, len(other)), random.randint(0, len(other))))
    place = random.randint(0, len(content))
    return content[:place] + other[start:end] + content[place:]
