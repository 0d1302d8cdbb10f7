"""The names behind the ids of a control block: roles, agencies, people, administrative fields."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sotay.model.province import Province


@dataclass(frozen=True, slots=True)
class Names:
    """Names by id; an id that has none stands for itself."""

    roles: Mapping[str, str] = field(default_factory=dict)
    agencies: Mapping[str, str] = field(default_factory=dict)
    """Agencies of the province, and partners outside it."""
    fields: Mapping[str, str] = field(default_factory=dict)
    people: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """By the id of the agency and of the person."""

    def role(self, identifier: str) -> str:
        """Return the name of a role."""
        return self.roles.get(identifier, identifier)

    def agency(self, identifier: str) -> str:
        """Return the name of an agency."""
        return self.agencies.get(identifier, identifier)

    def field(self, identifier: str) -> str:
        """Return the name of an administrative field."""
        return self.fields.get(identifier, identifier)

    def person(self, agency: str | None, identifier: str) -> str:
        """Return the name of a person of an agency."""
        return self.people.get((agency or "", identifier), identifier)


def names_of(province: Province) -> Names:
    """Return the names that the repository of a province has today."""
    return Names(
        roles={role.id: role.name for role in province.settings.value.roles},
        agencies={
            **{partner.id: partner.name for partner in province.settings.value.partners},
            **{files.id: files.agency.name for files in province.agencies},
        },
        fields={entry.id: entry.name for entry in province.fields.value.entries},
        people={(files.id, person.id): person.name for files in province.agencies for person in files.agency.people},
    )
