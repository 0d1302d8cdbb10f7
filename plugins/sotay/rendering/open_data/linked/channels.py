"""Ways to file and what they cost, in linked data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sotay.model.procedure import Channel, ChannelKind, Fee
from sotay.rendering.open_data.linked import names
from sotay.rendering.open_data.linked.concepts import CHANNELS_SCHEME
from sotay.rendering.open_data.linked.nodes import Name, Node, Ref, node, typed, words
from sotay.rendering.open_data.linked.organisations import opening_hours
from sotay.rendering.open_data.linked.time_limits import limit_facts, limit_node
from sotay.rendering.site_view import SiteView
from sotay.text.labels import CHANNELS
from sotay.text.wording import fee_conditions, fee_words, is_charged_on, sentence_case
from sotay.usecases.publication import Entry


class Filing:
    """The channels and costs of a service, as its owner issued it or as an agency with own terms has it."""

    def __init__(self, entry: Entry, page: str, view: SiteView, performers: Sequence[Entry], prefix: str = "") -> None:
        """Work out names: `page` is that of the service, `prefix` the agency whose own terms they are."""
        self.entry, self.page, self.view = entry, page, view
        self.performers = performers
        self.prefix = prefix

    def channel_name(self, kind: ChannelKind) -> Ref:
        """Return the name of a way to file."""
        return self._part(names.CHANNEL_NAMES[kind])

    def _part(self, *steps: object) -> Ref:
        return names.part(self.page, *([self.prefix] if self.prefix else []), *steps)

    def channels(self) -> tuple[Ref, ...]:
        """Return the names of all ways to file."""
        return tuple(self.channel_name(channel.kind) for channel in self.entry.control.channels)

    def cost_names(self) -> tuple[Ref, ...]:
        """Return the names of all costs."""
        return tuple(name for name, _, _ in self._costs())

    def nodes(self, inputs: dict[ChannelKind, tuple[Ref, ...]]) -> Iterator[Node]:
        """Yield channels, their limits, and costs; `inputs` are the papers for one way to file only."""
        for channel in self.entry.control.channels:
            yield from self._channel(channel, inputs.get(channel.kind, ()))
        for name, fee, only_for in self._costs():
            yield self._cost(name, fee, only_for)

    def _channel(self, channel: Channel, inputs: tuple[Ref, ...]) -> Iterator[Node]:
        at, limit = self.channel_name(channel.kind), self.entry.time_limit_of(channel)
        limit_name = Ref(f"{at.address}-thoi-han")
        owners = tuple(names.agency(performer.agency.id) for performer in self.performers)
        yield node(
            at,
            "cv:Channel",
            ("dct:identifier", typed(f"{self.entry.code}-{at.address.partition('#')[2]}")),
            ("dct:type", (names.concept(CHANNELS_SCHEME, channel.kind.value),)),
            ("dct:description", words(channel.note or CHANNELS[channel.kind])),
            *(limit_facts(limit, limit_name) if limit else ()),
            ("cv:ownedBy", owners),
            ("cv:openingHours", self._hours(channel)),
            ("cpsv:hasInput", inputs),
        )
        if limit:
            yield limit_node(limit, limit_name)

    def _hours(self, channel: Channel) -> tuple[Ref, ...]:
        """When one can go, if that is the same for all; hours of each agency are at its counters."""
        if channel.kind is not ChannelKind.COUNTER or len(self.performers) != 1:
            return ()
        return opening_hours(self.performers[0].agency)

    def _costs(self) -> Iterator[tuple[Ref, Fee, Channel | None]]:
        """Every fee that is charged on the day or later, once; with its channel where it does not hold for all."""
        channels = self.entry.control.channels
        lists = {channel.kind: self.entry.fees_of(channel) for channel in channels}
        if len(set(lists.values())) <= 1:
            fees = next(iter(lists.values()), self.entry.control.fees)
            yield from ((self._part("le-phi", number), fee, None) for number, fee in self._open(fees))
            return
        for channel in channels:
            kind = names.CHANNEL_NAMES[channel.kind]
            yield from ((self._part(kind, "le-phi", n), fee, channel) for n, fee in self._open(lists[channel.kind]))

    def _open(self, fees: Sequence[Fee]) -> Iterator[tuple[int, Fee]]:
        day = self.view.publication.day
        for number, fee in enumerate(fees, start=1):
            if is_charged_on(fee, day) or (fee.valid_from and fee.valid_from > day):
                yield number, fee

    def _cost(self, at: Ref, fee: Fee, channel: Channel | None) -> Node:
        law = self.view.publication.province.legal_by_number.get(fee.legal_basis or "")
        money = (Name(f"currency:{fee.currency}"),) if fee.amount is not None else ()
        return node(
            at,
            "cv:Cost",
            ("dct:identifier", typed(f"{self.entry.code}-{at.address.partition('#')[2]}")),
            ("cv:hasValue", typed(None if fee.amount is None else f"{fee.amount}.0", "xsd:double")),
            ("cv:currency", money),
            ("dct:description", words("; ".join((sentence_case(fee_words(fee)), *fee_conditions(fee))))),
            ("cv:ifAccessedThrough", (self.channel_name(channel.kind),) if channel else ()),
            ("cv:isDefinedBy", (names.other_organisation(law.issuer),) if law else ()),
            ("dct:source", (names.legal(fee.legal_basis),) if fee.legal_basis else ()),
        )
