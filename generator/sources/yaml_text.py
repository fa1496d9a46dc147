"""YAML with the line of every key, duplicate keys found, and no surprising types (dates stay text)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from generator.characters import refused

Path = tuple[str | int, ...]

_DEPTH = 40  # no record nests deeper than a few levels; libyaml's own composer overflows the C stack
_INT = re.compile(r"[-+]?[0-9]{1,18}\Z")
_FLOAT = re.compile(r"[-+]?[0-9]{1,18}\.[0-9]{1,18}\Z")
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}

_TOO_DEEP = "các khóa, danh sách lồng nhau quá sâu"
_NOT_A_KEY = "khóa phải là một từ, không phải danh sách hay nhóm"
_ANCHOR = "neo và bí danh (&, *) không được dùng; chữ bắt đầu bằng & hay * phải đặt trong ngoặc kép"
_TAG = "thẻ kiểu (!) không được dùng; chữ bắt đầu bằng ! phải đặt trong ngoặc kép"
_CONTROL = "có ký tự điều khiển không nhìn thấy được; gõ lại đoạn này"
_ESCAPED = "ký tự {} không được dùng, dù viết bằng dấu \\"
_DIRECTIVE = "dòng bắt đầu bằng % là chỉ thị YAML, không được dùng"
_DIRECTIVE_LINE = re.compile(r"^%", re.MULTILINE)  # libyaml compares each with all before it

# libyaml's wording → what an editor can act on
_DETAILS = {
    "found unexpected end of stream": "dấu ngoặc mở ở dòng này không được đóng",
    "found unexpected document indicator": "dấu ngoặc mở ở dòng này không được đóng",
    "mapping values are not allowed in this context": "dấu hai chấm ở chỗ không được có, hoặc dòng thụt sai",
    "did not find expected ',' or ']'": "thiếu dấu phẩy hoặc dấu ] đóng danh sách",
    "did not find expected ',' or '}'": "thiếu dấu phẩy hoặc dấu } đóng nhóm",
    "did not find expected node content": "thiếu giá trị, hoặc dấu ngoặc chưa được đóng",
    "did not find expected key": "dòng thụt sai, hoặc còn chữ sau dấu ngoặc kép đóng",
    "did not find expected '-' indicator": "mục của danh sách thụt sai, hoặc thiếu dấu - ở đầu mục",
    "could not find expected ':'": "thiếu dấu hai chấm sau khóa ở dòng này",
    "found character that cannot start any token": "dòng thụt bằng phím Tab, hoặc chữ bắt đầu bằng @, %, ` mà không "
    "đặt trong ngoặc kép",
    "found invalid Unicode character escape code": r"mã ký tự sau dấu \ không có trong Unicode",
    "found unknown escape character": r"dấu \ trong ngoặc kép; viết \\ hoặc dùng ngoặc đơn",
    "block sequence entries are not allowed in this context": "dấu - của danh sách phải đứng đầu một dòng riêng",
    "mapping keys are not allowed in this context": "dấu ? ở đầu giá trị; đặt giá trị trong ngoặc kép",
    "did not find expected <document start>": "còn chữ sau khi phần YAML đã kết thúc",
    "did not find expected alphabetic or numeric character": _ANCHOR,
}


@dataclass
class YamlProblem:
    """A problem of YAML itself: a diagnostic's code, a line of the file, and what it is about."""

    code: str
    line: int
    path: Path
    detail: str


@dataclass
class YamlText:
    """What a YAML text says, and the line (from 1) of every path in it."""

    value: Any
    lines: dict[Path, int] = field(default_factory=dict)
    problems: list[YamlProblem] = field(default_factory=list)

    def line(self, path: Path) -> int:
        """The line of the path, or of its nearest parent that stands in the text."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


class _Refused(Exception):
    """YAML that is well-formed but not used here: the line within the text, the path, and why."""

    def __init__(self, line: int, path: Path, detail: str) -> None:
        super().__init__(detail)
        self.line, self.path, self.detail = line, path, detail


def parse_yaml(text: str, first_line: int = 1) -> YamlText:
    """Read a YAML text whose first line is `first_line` of its file; problems are collected, not raised."""
    result = YamlText(None)
    if directive := _DIRECTIVE_LINE.search(text):
        line = first_line + text.count("\n", 0, directive.start())
        result.problems.append(YamlProblem("yaml-error", line, (), _DIRECTIVE))
        return result
    loader = yaml.CSafeLoader(text)
    try:
        result.value = _Builder(loader, result, first_line, told=bool(refused(text))).document()
    except _Refused as why:
        result.problems.append(YamlProblem("yaml-error", first_line + why.line, why.path, why.detail))
    except yaml.reader.ReaderError as error:
        line = text.encode()[: error.position].count(b"\n")
        result.problems.append(YamlProblem("yaml-error", first_line + line, (), _CONTROL))
    except yaml.MarkedYAMLError as error:
        line = _error_line(error)
        detail = _DETAILS.get(error.problem or "", error.problem or str(error))
        result.problems.append(YamlProblem("yaml-error", first_line + line, (), detail))
    finally:
        loader.dispose()
    return result


def _error_line(error: yaml.MarkedYAMLError) -> int:
    """Where to look: what was being scanned begins on the line of the mistake, its end may be far below."""
    scanning = error.context_mark and (error.context or "").startswith("while scanning a")
    mark = error.context_mark if scanning else error.problem_mark or error.context_mark
    return mark.line if mark else 0


class _Builder:
    """Builds the value from the events of the parser: one pass, and a depth that is ours to limit."""

    def __init__(self, loader: yaml.CSafeLoader, result: YamlText, first_line: int, *, told: bool) -> None:
        self.loader, self.result, self.first_line = loader, result, first_line
        self.told = told  # what stands in the file itself is told of the file

    def document(self) -> Any:
        self.next()  # stream start
        if isinstance(self.next(), yaml.StreamEndEvent):
            return None
        value = self.value((), self.next())
        self.next()  # document end
        if not isinstance(event := self.next(), yaml.StreamEndEvent):
            raise _Refused(event.start_mark.line, (), _DETAILS["did not find expected <document start>"])
        return value

    def next(self) -> Any:
        return self.loader.get_event()

    def value(self, path: Path, event: Any) -> Any:
        line = event.start_mark.line
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            raise _Refused(line, path, _ANCHOR)
        if event.tag is not None:
            raise _Refused(line, path, _TAG)
        if len(path) > _DEPTH:
            raise _Refused(line, path[:1], _TOO_DEEP)
        self.result.lines.setdefault(path, self.first_line + line)
        if isinstance(event, yaml.ScalarEvent):
            return _scalar(event.value) if event.implicit[0] else self.quoted(path, event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(path)
        return self.mapping(path)

    def quoted(self, path: Path, event: Any) -> str:
        """The text of a scalar: in double quotes, escapes may make of it what nobody could see in the file."""
        text: str = event.value
        usual = event.style != '"' or (text.isascii() and text.isprintable())
        if not usual and not self.told and (name := refused(text)):
            raise _Refused(event.start_mark.line, path, _ESCAPED.format(name))
        return text

    def sequence(self, path: Path) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := self.next(), yaml.SequenceEndEvent):
            items.append(self.value((*path, len(items)), event))
        return items

    def mapping(self, path: Path) -> dict[str, Any]:
        mapping: dict[str, Any] = {}
        while not isinstance(event := self.next(), yaml.MappingEndEvent):
            line = event.start_mark.line
            if not isinstance(event, yaml.ScalarEvent):
                raise _Refused(line, path, _ANCHOR if isinstance(event, yaml.AliasEvent) else _NOT_A_KEY)
            key = self.quoted(path, event)
            if key in mapping:
                problem = YamlProblem("duplicate-key", self.first_line + line, (*path, key), key)
                self.result.problems.append(problem)
                self.skip()
                continue
            self.result.lines[(*path, key)] = self.first_line + line
            mapping[key] = self.value((*path, key), self.next())
        return mapping

    def skip(self) -> None:
        depth = 0
        while True:
            event = self.next()
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth == 0:
                return


def _scalar(text: str) -> Any:
    """Scalars of the core schema (YAML 1.2, 10.3) that records use: no dates, no octals, no yes/no."""
    if text in _WORDS:
        return _WORDS[text]
    if _INT.match(text):
        return int(text)
    return float(text) if _FLOAT.match(text) else text
