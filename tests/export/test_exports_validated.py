"""Every export is taken by the library of its own readers, and holds what went in."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from exported_stories import Told, all_statements, exported, made_documents
from sayso.export.escape import web_address, xml_text
from sayso.export.identifiers import report_key, statement_key
from sayso.model import Document, GivenGrade, Source, Statement

SOME = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # to shrink a story takes minutes
)
BY_OLENA = GivenGrade(value="2", by="Олена", reason="бачила лист </script>")


@pytest.fixture
def story(documents: list[Document]) -> Told:
    return Told(documents, BY_OLENA)


class TestParquet:
    @SOME
    @given(made_documents())
    def test_every_field_of_every_statement_comes_back(self, documents: list[Document]) -> None:
        parquet = pytest.importorskip("pyarrow.parquet")
        told = Told(documents)
        rows = parquet.read_table(io.BytesIO(exported("parquet", told))).to_pylist()
        assert list(map(statement_from, rows)) == all_statements(told.known)
        assert [row["hash"] for row in rows] == [d.hash for d in told.known for _ in d.statements]

    def test_nothing_is_a_table_without_rows(self) -> None:
        parquet = pytest.importorskip("pyarrow.parquet")
        table = parquet.read_table(io.BytesIO(exported("parquet", Told([]))))
        assert table.num_rows == 0
        assert "content_spans" in table.column_names


def statement_from(row: dict[str, Any]) -> Statement:
    """Make a statement of a row of Parquet again."""
    flat = {name: pair(row[name]) for name in ("cue_span", "source_span", "said_at_span")}
    lists = {
        "content_spans": [pair(one) for one in row["content_spans"]],
        "quantities": [one | {"span": pair(one["span"])} for one in row["quantities"]],
    }
    return Statement.from_json(row | flat | lists)


def pair(span: dict[str, int] | None) -> list[int] | None:
    return [span["start"], span["end"]] if span else None


class TestWebAnnotation:
    @SOME
    @given(made_documents())
    def test_pyld_expands_it_and_nothing_is_lost(self, documents: list[Document]) -> None:
        jsonld = pytest.importorskip("pyld").jsonld
        told = Told(documents)
        lines = [json.loads(line) for line in exported("webannotation", told).decode().splitlines()]
        found = [jsonld.expand(line, {"documentLoader": load_annotation_words})[0] for line in lines]
        assert {one["@type"][0] for one in found} == {f"{OA}Annotation"}
        quoted = [
            (selector[f"{OA}exact"][0]["@value"], selector[f"{OA}prefix"][0]["@value"])
            for one in found
            for target in one[f"{OA}hasTarget"]
            for selector in target.get(f"{OA}hasSelector", ())
            if selector["@type"] == [f"{OA}TextQuoteSelector"]
        ]
        assert quoted == [
            (span.of(document.text), document.text[max(span.start - 32, 0) : span.start])
            for document in told.known
            for one in document.statements
            for span in one.content_spans
        ]
        fields = [
            body["urn:x-sayso:statement"][0]["@value"]
            for one in found
            for body in one[f"{OA}hasBody"]
            if "urn:x-sayso:statement" in body
        ]
        assert fields == [one.to_json() for one in all_statements(told.known)]

    @SOME
    @given(made_documents())
    def test_it_has_the_shape_of_the_model(self, documents: list[Document]) -> None:
        validate = pytest.importorskip("jsonschema").validate
        for line in exported("webannotation", Told(documents)).decode().splitlines():
            validate(json.loads(line), MODEL)


OA = "http://www.w3.org/ns/oa#"
WORDS = {
    **{
        name: f"{OA}{name}"
        for name in ("Annotation", "TextQuoteSelector", "TextPositionSelector", "SpecificResource")
    },
    **{name: f"{OA}{name}" for name in ("TextualBody", "exact", "prefix", "suffix", "start", "end")},
    "id": "@id",
    "type": "@type",
    "body": {"@id": f"{OA}hasBody", "@type": "@id"},
    "target": {"@id": f"{OA}hasTarget", "@type": "@id"},
    "source": {"@id": f"{OA}hasSource", "@type": "@id"},
    "selector": {"@id": f"{OA}hasSelector", "@type": "@id"},
    "motivation": {"@id": f"{OA}motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": f"{OA}hasPurpose", "@type": "@vocab"},
    **{name: f"{OA}{name}" for name in ("describing", "identifying", "tagging")},
    "Dataset": "http://purl.org/dc/dcmitype/Dataset",
    "Person": "http://xmlns.com/foaf/0.1/Person",
    "Organization": "http://xmlns.com/foaf/0.1/Organization",
    "name": "http://xmlns.com/foaf/0.1/name",
    "Software": "http://www.w3.org/ns/activitystreams#Application",
    "generator": {"@id": "http://www.w3.org/ns/activitystreams#generator", "@type": "@id"},
    "value": "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
    "format": "http://purl.org/dc/elements/1.1/format",
    "language": "http://purl.org/dc/elements/1.1/language",
}
"""The words that are used, after the vocabulary's definition (appendix A of the model): no net is needed."""


def load_annotation_words(url: str, options: Any) -> dict[str, Any]:
    assert url == "http://www.w3.org/ns/anno.jsonld"
    return {"contextUrl": None, "documentUrl": url, "document": {"@context": WORDS}}


SELECTOR = {
    "oneOf": [
        {
            "properties": {
                "type": {"const": "TextQuoteSelector"},
                "exact": {"type": "string", "minLength": 1},
            },
            "required": ["type", "exact", "prefix", "suffix"],
        },
        {
            "properties": {
                "type": {"const": "TextPositionSelector"},
                "start": {"type": "integer", "minimum": 0},
                "end": {"type": "integer", "minimum": 1},
            },
            "required": ["type", "start", "end"],
        },
    ]
}
TARGET = {
    "type": "object",
    "properties": {
        "source": {"type": "string", "pattern": "^(https?://|urn:)"},
        "selector": {"type": "array", "items": SELECTOR, "minItems": 2},
    },
    "required": ["source"],
}
MODEL = {
    "type": "object",
    "properties": {
        "@context": {"type": "array", "contains": {"const": "http://www.w3.org/ns/anno.jsonld"}},
        "id": {"type": "string", "pattern": "^urn:x-sayso:(document|statement)/[^\\s]+$"},
        "type": {"const": "Annotation"},
        "motivation": {"enum": ["describing", "identifying"]},
        "body": {"type": "array", "minItems": 2, "items": {"type": "object", "required": ["type"]}},
        "target": {"oneOf": [TARGET, {"type": "array", "items": TARGET, "minItems": 2}]},
    },
    "required": ["@context", "id", "type", "body", "target"],
}
"""The data model of a Web Annotation as far as it is used, as JSON Schema."""


class TestGraphMl:
    @SOME
    @given(made_documents())
    def test_networkx_reads_the_graph(self, documents: list[Document]) -> None:
        networkx = pytest.importorskip("networkx")
        told = Told(documents)
        graph = networkx.read_graphml(io.BytesIO(exported("graphml", told)), force_multigraph=True)
        assert all(graph.nodes[node].get("kind") for node in graph), "no edge leads to what is not there"
        for document in told.known:
            for one in document.statements:
                node = graph.nodes[statement_key(one)]
                assert (node["kind"], node["act"]) == ("statement", one.act)
                assert node.get("confidence") == one.confidence
                assert {
                    data["relation"] for _, _, data in graph.out_edges(statement_key(one), data=True)
                } >= {
                    "in",
                    "reports",
                }
                assert graph.nodes[one.claim]["status"] == "alleged"

    def test_what_no_xml_holds_is_replaced(self) -> None:
        assert xml_text("a\x00\x0b\ufffe<&\"'") == "a␀␋\ufffd&lt;&amp;&quot;&#x27;"


class TestJsonLd:
    @SOME
    @given(made_documents())
    def test_pyld_expands_it_and_nothing_is_lost(self, documents: list[Document]) -> None:
        told = Told(documents)
        expanded = expand(json.loads(exported("jsonld", told)))
        texts = {
            node["@id"].removeprefix("urn:x-sayso:"): node[f"{SCHEMA}text"][0]["@value"]
            for node in expanded
            if node["@type"][0].removeprefix(SCHEMA) in ("Quotation", "Statement")
        }
        assert texts == {statement_key(one): one.words for one in all_statements(told.known)}

    def test_all_words_are_of_schema_org(self, story: Told) -> None:
        words = pytest.importorskip("rdflib.namespace").SDO
        found: set[str] = set()
        collect(json.loads(exported("jsonld", story))["@graph"], found)
        assert {word for word in found if word not in words} == set()

    def test_only_a_person_reviews_a_claim(self, documents: list[Document]) -> None:
        assert b"ClaimReview" not in exported("jsonld", Told(documents))
        graph = json.loads(exported("jsonld", Told(documents, BY_OLENA)))["@graph"]
        (review,) = [node for node in graph if node["@type"] == "ClaimReview"]
        assert review["author"] == {"@type": "Person", "name": "Олена"}
        assert (review["reviewRating"]["ratingValue"], review["reviewRating"]["bestRating"]) == (4, 5)

    def test_what_cannot_be_judged_has_no_number(self, documents: list[Document]) -> None:
        unknown = GivenGrade(value="6", by="Олена", reason="ніхто не знає")
        assert b"ratingValue" not in exported("jsonld", Told(documents, unknown))

    def test_it_may_stand_in_a_page(self, story: Told) -> None:
        assert not set(b"<>&") & set(exported("jsonld", story))


SCHEMA = "https://schema.org/"


def expand(document: Any) -> list[dict[str, Any]]:
    """Expand JSON-LD with schema.org's context as far as it is needed: every word is one of its vocabulary."""
    jsonld = pytest.importorskip("pyld").jsonld

    def load(url: str, options: Any) -> dict[str, Any]:
        assert url == SCHEMA.rstrip("/")
        return {"contextUrl": None, "documentUrl": url, "document": {"@context": {"@vocab": SCHEMA}}}

    expanded: list[dict[str, Any]] = jsonld.expand(document, {"documentLoader": load})
    return expanded


def collect(value: Any, found: set[str]) -> None:
    """Gather all types and properties."""
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, dict):
            found.update({one["@type"]} if "@type" in one else ())
            found.update(name for name in one if not name.startswith("@"))
            for inner in one.values():
                collect(inner, found)


class TestFollowTheMoney:
    @SOME
    @given(made_documents())
    def test_its_model_takes_every_entity(self, documents: list[Document]) -> None:
        model = pytest.importorskip("followthemoney", reason="needs pip install 'sayso[ftm]'").model
        told = Told(documents, BY_OLENA)
        entities = [json.loads(line) for line in exported("ftm", told).decode().splitlines()]
        names = {entity["id"]: entity["schema"] for entity in entities}
        assert len(names) == len(entities), "no entity is written twice"
        for entity in entities:
            model.get(entity["schema"]).validate(entity)
            proxy = model.get_proxy(entity, cleaned=False)
            for prop, value in proxy.itervalues():
                assert prop.type.validate(value) or prop.type.name in ("string", "text", "name"), (
                    prop,
                    value,
                )
                if prop.type.name == "entity":
                    assert model.get(names[value]).is_a(prop.range)
        notes = [one["properties"]["description"] for one in entities if one["id"].startswith("sayso-n-")]
        assert notes == [[one.words] for one in all_statements(told.known)]


class TestStix:
    def test_the_validator_of_oasis_finds_no_error(self, story: Told) -> None:
        validator = pytest.importorskip("stix2validator")
        options = validator.ValidationOptions(version="2.1", strict=False)
        found = validator.validate_string(exported("stix", story).decode(), options)
        assert found.is_valid, found.as_dict()
        worded = [str(warning) for warning in found.warnings if "UUIDv4" not in str(warning)]
        assert worded == [], "ids are derived from what they name, and nothing else departs from advice"

    @SOME
    @given(made_documents())
    def test_stix2_reads_what_went_in(self, documents: list[Document]) -> None:
        stix2 = pytest.importorskip("stix2")
        told = Told(documents)
        bundle = stix2.parse(exported("stix", told).decode(), allow_custom=False)
        known = {one.id for one in bundle.objects}
        notes = [one for one in bundle.objects if one.type == "note"]
        assert {ref for one in bundle.objects for ref in one.get("object_refs", [])} <= known
        assert {ref for one in bundle.objects for ref in one.get("object_marking_refs", [])} <= known
        said = {
            reference.external_id: note.content
            for note in notes
            if "utterance" in note.labels
            for reference in note.external_references[1:]
        }
        assert said == {one.id: one.words for one in all_statements(told.known)}

    def test_grades_are_markings_by_the_taxonomy_of_misp(self, documents: list[Document]) -> None:
        bundle = json.loads(exported("stix", Told(documents, BY_OLENA)))
        tags = {
            one["id"]: one["definition"]["statement"]
            for one in bundle["objects"]
            if one["type"] == "marking-definition"
        }
        assert len(tags) == 12
        graded = {
            tuple(one["labels"][:1]): (
                one.get("confidence"),
                [tags[ref] for ref in one["object_marking_refs"]],
            )
            for one in bundle["objects"]
            if one["type"] == "note" and "confidence" in one
        }
        assert graded[("claim",)] == (50, ['admiralty-scale:information-credibility="3"'])
        assert graded[("grade",)] == (70, ['admiralty-scale:information-credibility="2"'])
        outlets = [one for one in bundle["objects"] if one.get("name") == "Ранок"]
        assert [tags[ref] for ref in outlets[0]["object_marking_refs"]] == [
            'admiralty-scale:source-reliability="b"'
        ]

    def test_what_cannot_be_judged_has_no_confidence(self, documents: list[Document]) -> None:
        unknown = GivenGrade(value="6", by="Олена", reason="ніхто не знає")
        objects = json.loads(exported("stix", Told(documents, unknown)))["objects"]
        (note,) = [one for one in objects if one.get("labels") == ["grade"]]
        assert "confidence" not in note


class TestProv:
    @SOME
    @given(made_documents())
    def test_prov_reads_the_document(self, documents: list[Document]) -> None:
        model = pytest.importorskip("prov.model")
        told = Told(documents, BY_OLENA)
        read = model.ProvDocument.deserialize(content=exported("prov", told).decode(), format="json")
        labels = {
            str(one.identifier).removeprefix("sayso:"): str(one.label)
            for one in read.get_records(model.ProvEntity)
            if str(one.identifier).startswith("sayso:statement/")
        }
        assert labels == {statement_key(one): one.words for one in all_statements(told.known)}
        generated = {
            str(one.args[0]).removeprefix("sayso:") for one in read.get_records(model.ProvGeneration)
        }
        assert generated == set(labels)
        attributed = len([one for one in all_statements(told.known) if one.source.type != "anonymous"])
        outlets = len([one for one in told.known if one.outlet])
        claims = len(all_statements(told.known))
        assert len(list(read.get_records(model.ProvAttribution))) == attributed + outlets + claims


def test_links_run_nothing() -> None:
    assert web_address("https://a.example/б?x=1&y=2") == "https://a.example/б?x=1&y=2"
    for address in (
        "javascript:alert(1)",
        "data:text/html,x",
        'https://a"><script>',
        "/etc/passwd",
        "",
        None,
    ):
        assert web_address(address) is None


def test_a_source_is_one_by_its_name(story: Told) -> None:
    assert report_key(next(story.accounts()).label).startswith("statement/")
    assert Source(name="a", type="person").name == "a"
