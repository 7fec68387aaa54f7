"""What is told as a file: briefs, timelines, relays and exports, each in several formats."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Annotated, Any, Literal

from litestar import Response, get
from litestar.di import NamedDependency
from litestar.openapi.spec import OpenAPIMediaType, OpenAPIResponse, Operation, Schema
from litestar.params import QueryParameter
from litestar.response import Stream

from ..app import picturing, telling
from ..app.claims import is_linked
from ..app.exporting import StoredStory
from ..app.formats import FORMATS
from ..app.serving import Stores
from ..errors import NotThere
from . import parameters as given
from .problem import documented
from .streaming import written

BriefForm = Literal["txt", "md", "html", "docx"]
TimelineForm = Literal["html", "svg", "png", "timelinejs"]
RelayForm = Literal["svg", "graphml", "json"]
ExportForm = Literal[
    "jsonl", "json", "csv", "parquet", "webannotation", "jsonld", "ftm", "stix", "prov", "graphml"
]
Format = QueryParameter(name="format", description="What to write.")
Length = Annotated[Literal["short", "full"], QueryParameter(description="The gist, or all of it.")]

MEDIA_TYPES: Mapping[str, str] = {
    "txt": "text/plain; charset=utf-8",
    "md": "text/markdown; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "svg": "image/svg+xml",
    "png": "image/png",
    "timelinejs": "application/json",
    "json": "application/json",
    "jsonl": "application/x-ndjson",
    "csv": "text/csv; charset=utf-8",
    "parquet": "application/vnd.apache.parquet",
    "webannotation": "application/x-ndjson",
    "jsonld": "application/ld+json",
    "ftm": "application/x-ndjson",
    "stix": "application/stix+json",
    "prov": "application/json",
    "graphml": "application/graphml+xml",
}
"""What each format is sent as; what is not named here is sent as bytes of whatever kind."""
_BYTES = "application/octet-stream"
_ENDINGS = {"timelinejs": "json", "webannotation": "jsonld", "ftm": "jsonl", "stix": "json", "prov": "json"}

# A file that a browser shows may do nothing: no scripts, no requests, an origin of its own.
_HARMLESS = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox"


def _operation(formats: Mapping[str, Any]) -> type[Operation]:
    """Return what the schema says of a resource that answers with files of these formats."""
    kinds = sorted({MEDIA_TYPES.get(name, _BYTES).partition(";")[0] for name in formats})

    @dataclass
    class Files(Operation):
        def __post_init__(self) -> None:
            content = {kind: OpenAPIMediaType(schema=Schema()) for kind in kinds}
            found = OpenAPIResponse(description="The file", content=content)
            self.responses = {**(self.responses or {}), "200": found}

    return Files


def _headers(form: str, name: str) -> dict[str, str]:
    ending = _ENDINGS.get(form, form)
    return {
        "Content-Disposition": f'attachment; filename="{name}.{ending}"',
        "Content-Security-Policy": _HARMLESS,
    }


@get(
    "/brief",
    sync_to_thread=True,
    summary="A sourced chronology, every sentence of it with its documents",
    responses=documented(404),
    operation_class=_operation(telling.FORMS),
    tags=["files"],
)
def brief(
    stores: NamedDependency[Stores],
    about: given.About = None,
    form: Annotated[BriefForm, Format] = "md",
    lang: given.Lang = "en",
    as_of: given.AsOf = None,
    length: Length = "full",
) -> Response[bytes]:
    """Write what is known, who said it when, what is disputed, what differs."""
    made = telling.brief_file(stores.reading, about or None, form=form, lang=lang, as_of=as_of, length=length)
    return _answer(made, form, "brief")


@get(
    "/timeline",
    sync_to_thread=True,
    summary="A timeline as a picture",
    responses=documented(404),
    operation_class=_operation(picturing.TIMELINES),
    tags=["files"],
)
def timeline(
    stores: NamedDependency[Stores],
    about: given.About = None,
    form: Annotated[TimelineForm, Format] = "svg",
    lang: given.Lang = "en",
    as_of: given.AsOf = None,
) -> Response[bytes]:
    """Draw what was said when."""
    made = picturing.timeline_file(stores.reading, about or None, form=form, lang=lang, as_of=as_of)
    return _answer(made, form, "timeline")


@get(
    "/relays",
    sync_to_thread=True,
    summary="Who took it from whom, as a graph",
    responses=documented(404),
    operation_class=_operation(picturing.RELAYS),
    tags=["files"],
)
def relays(
    stores: NamedDependency[Stores],
    about: given.About = None,
    form: Annotated[RelayForm, Format] = "json",
    lang: given.Lang = "en",
) -> Response[bytes]:
    """Draw or list the chains by which claims came to their documents."""
    return _answer(picturing.relay_file(stores.reading, about or None, form=form, lang=lang), form, "relays")


@get(
    "/export",
    summary="All that the store holds, in a format that other programs read",
    responses=documented(404),
    operation_class=_operation(FORMATS),
    tags=["files"],
)
async def export(stores: NamedDependency[Stores], form: Annotated[ExportForm, Format] = "jsonl") -> Stream:
    """Write documents, statements, claims and grades, sent while they are written."""
    pieces = await written(partial(_write, stores, form))
    return Stream(pieces, media_type=MEDIA_TYPES.get(form, _BYTES), headers=_headers(form, "story"))


def _write(stores: Stores, form: str, stream: Any) -> None:
    if FORMATS[form].linked and not is_linked(stores.reading):
        raise NotThere("nothing is linked yet")
    FORMATS[form].write(StoredStory(stores.reading), stream)


def _answer(made: bytes, form: str, name: str) -> Response[bytes]:
    return Response(made, media_type=MEDIA_TYPES.get(form, _BYTES), headers=_headers(form, name))


handlers = (brief, timeline, relays, export)
