"""From pydantic's errors to diagnostics with file, line, field and the mend."""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from generator.diagnostics import Diagnostic, Spot, catalogue, diagnose, field_name, suggestion
from generator.sources.salvage import Kept, without_errors
from generator.sources.yaml_text import Path, YamlText

M = TypeVar("M", bound=BaseModel)

_TYPE_NAMES = {
    "string_type": "chữ (trong ngoặc kép)",
    "int_type": "số nguyên",
    "int_from_float": "số nguyên",
    "float_type": "số",
    "bool_type": "true hoặc false",
    "list_type": "danh sách",
    "dict_type": "nhóm khóa: giá trị",
    "model_type": "nhóm khóa: giá trị",
    "model_attributes_type": "nhóm khóa: giá trị",
}

_ALLOWED = {
    "greater_than_equal": "số từ {ge} trở lên",
    "less_than": "số nhỏ hơn {lt}",
    "string_too_short": "chữ, không để trống",
    "string_too_long": "nhiều nhất {max_length} ký tự",
    "too_short": "ít nhất {min_length} mục",
    "string_pattern_mismatch": "giờ và phút, trong ngoặc kép, như 14:57",
}


def validate(model: type[M], parsed: YamlText, path: str) -> tuple[M | None, list[Diagnostic]]:
    """Check the parsed text against the model; every error of the record is reported with its place."""
    found = [diagnose(p.code, Spot(path, p.line, field_name(p.path)), detail=p.detail) for p in parsed.problems]
    if any(p.code == "yaml-error" for p in parsed.problems):
        return None, found
    try:
        return model.model_validate(parsed.value), found
    except ValidationError as error:
        found += [_diagnostic(item, model, parsed, path) for item in error.errors(include_url=False)]
        return None, found


def validate_rest(model: type[M], parsed: YamlText, path: str) -> tuple[M | None, Kept, list[Diagnostic]]:
    """Check what a record with errors leaves when they are taken out: the errors that only shows, and what remains."""
    try:
        return model.model_validate(parsed.value), {}, []
    except ValidationError as error:
        first = error.errors(include_url=False)
    rest = without_errors(parsed.value, [item["loc"] for item in first])
    if rest is None:
        return None, {}, []
    record, kept = rest
    try:
        return model.model_validate(record), kept, []
    except ValidationError as error:
        second = [item for item in error.errors(include_url=False) if item["type"] != "missing" and not item["loc"]]
        return None, {}, [_diagnostic(item, model, parsed, path) for item in second]


def _diagnostic(item: Any, model: type[BaseModel], parsed: YamlText, path: str) -> Diagnostic:
    loc: Path = item["loc"]
    kind: str = item["type"]
    context = dict(item.get("ctx", {}))
    loc = (*loc, *context.pop("field", ()))
    spot = Spot(path, parsed.line(loc), field_name(loc))
    given = item.get("input")
    if kind in catalogue():
        return diagnose(kind, spot, **context)
    if kind == "extra_forbidden":
        known = _keys_at(model, loc[:-1])
        return diagnose("unknown-key", spot, key=loc[-1], suggestion=suggestion(str(loc[-1]), known))
    if kind == "missing":
        return diagnose("missing-key", spot, key=loc[-1])
    if kind == "literal_error":
        code = "unknown-kind" if loc[-1] == "kind" else "bad-value"
        known = [w.strip("'") for w in item["ctx"]["expected"].replace(" or ", ", ").split(", ")]
        allowed = ", ".join(known)
        near = suggestion(given, known) if isinstance(given, str) else ""
        return diagnose(code, spot, value=_shown(given), allowed=allowed, suggestion=near)
    if kind in _TYPE_NAMES:
        return diagnose("wrong-type", spot, wanted=_TYPE_NAMES[kind], given=_shown(given))
    if kind == "string_pattern_mismatch" and "a-z" in context["pattern"]:
        return diagnose("bad-key", spot, value=_shown(given))
    allowed = _ALLOWED.get(kind, "xem HUONG-DAN.md").format(**context)
    return diagnose("bad-value", spot, value=_shown(given), allowed=allowed, suggestion="")


def _shown(value: object) -> str:
    if value is None or value in ("", [], {}):
        return "chỗ trống"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return f"“{value:.80}”"
    return "nhóm khóa: giá trị" if isinstance(value, dict) else "danh sách" if isinstance(value, list) else str(value)


def _keys_at(model: type[BaseModel], loc: Path) -> list[str]:
    """The keys the model allows at a place, found by walking its annotations."""
    current: Any = model
    for part in loc:
        if isinstance(part, int):
            continue
        annotation = current.model_fields[part].annotation
        stack, current = [annotation], None
        while stack:
            candidate = stack.pop()
            if isinstance(candidate, type) and issubclass(candidate, BaseModel):
                current = candidate
                break
            stack.extend(getattr(candidate, "__args__", ()))
        if current is None:
            return []
    return list(current.model_fields)
