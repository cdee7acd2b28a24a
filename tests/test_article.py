"""Each name in the lists of the article that the guide grew from has a page or an entry."""

from pathlib import Path

import pytest

from macros.knowledge import loading
from macros.knowledge.guide import Guide
from macros.pages.site import Site

from .conftest import ROOT

# "Key Roles of a Backend Developer", Full Scale, 15 October 2020: its lists, in its spelling.
NAMES = [
    *("Python", ".NET", "Java"),
    *("Oracle", "MySQL", "MongoDB", "SQLServer"),
    *("Apache", "Microsoft IIS", "Nginx", "II Servers"),
    *("REST", "SOAP"),
    *("CakePHP", "Laravel", "Ruby on Rails", "Django", "Flask"),
    *("front-end developer", "full-stack developer", "software tester", "user experience designer"),
]
RESPONSIBILITIES = {
    "creating and managing databases": "create-and-manage-databases",
    "implementing web server technologies": "implement-web-servers",
    "creating software using backend frameworks": "build-with-backend-frameworks",
    "writing code using server-side languages": "write-server-side-code",
    "handling API integration": "handle-api-integration",
    "overseeing cloud computing management": "manage-cloud-computing",
    "setting up and maintaining the Content Management System": "maintain-content-management-system",
    "monitoring security settings and prevent hackings": "monitor-security-and-prevent-attacks",
    "backing up and restoring the website files and databases": "back-up-and-restore",
    "generating reports and analytics to stakeholders": "generate-reports-and-analytics",
}
GROUPS = {
    "Programming Languages": "programming-languages",
    "Databases and Cache": "databases-and-cache",
    "Servers": "servers-and-operations",
    "Application Programming Interface (API)": "apis",
    "Frameworks": "frameworks-and-cms",
    "Soft Skills": "soft-skills",
}
SOFT = {
    "excellent communication": "communication",
    "problem-solver": "problem-solving",
    "detail-oriented": "attention-to-detail",
    "well-organized": "planning-and-organisation",
    "share their ideas and feedback": "collaboration-and-feedback",
}


@pytest.fixture(scope="module")
def real() -> Guide:
    return loading.load(Path(ROOT / "data"), "data")


def called(guide: Guide) -> dict[str, str]:
    """Every name and synonym, folded → the address where it is found."""
    site = Site(guide)
    names = {}
    for record in guide.all_records():
        for name in (record.title, *getattr(record, "synonyms", [])):
            address = site.address(record.kind, record.id)
            assert address
            names[name.casefold()] = address
    return names


@pytest.mark.parametrize("name", NAMES)
def test_names(real: Guide, name: str) -> None:
    assert name.casefold() in called(real)


def test_a_name_that_is_not_there_is_seen(real: Guide) -> None:
    assert "fortran" not in called(real)


def test_responsibilities_in_the_order_of_the_article(real: Guide) -> None:
    assert list(real.responsibilities) == list(RESPONSIBILITIES.values())


def test_groups_and_soft_skills(real: Guide) -> None:
    assert set(GROUPS.values()) <= set(real.skill_groups)
    assert all(real.skills_of_group(group) for group in GROUPS.values())
    assert all(real.skills[skill].group == "soft-skills" for skill in SOFT.values())


def test_the_size_of_the_knowledge_base(real: Guide) -> None:
    assert len(real.roles) == 5
    assert len(real.role_levels()) == 16
    assert len(real.responsibilities) == 10
    assert len(real.skills) == 44
    needed = {
        e.skill for role in real.roles.values() for e in role.skills if any(e.levels.values())
    }
    assert needed == set(real.skills)
