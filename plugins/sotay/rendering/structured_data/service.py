"""A procedure as a GovernmentService of schema.org.

Reads: an entry, as an agency has it or as its owner issued it for the whole province.
Returns: the service and the page that tells of it; a time stands there only where it is exact by the calendar.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from sotay.model.agency import Counter
from sotay.model.procedure import Channel, ChannelKind, Fee
from sotay.rendering.exact_time import exact_duration
from sotay.rendering.listing import field_name, is_over
from sotay.rendering.site_view import SiteView
from sotay.rendering.structured_data.organisation import agency_name, office, postal_address, province, province_address
from sotay.rendering.structured_data.thing import Thing, reference, thing
from sotay.rendering.versions.document_history import day_of_facts
from sotay.text.labels import APPLICANTS, CHANNELS
from sotay.text.wording import duration_words, fee_conditions, fee_words, is_charged_on, sentence_case
from sotay.usecases.publication import Entry


def service_things(
    entry: Entry, view: SiteView, page: str, description: str, performers: Sequence[Entry] | None = None
) -> Sequence[Thing]:
    """Return the service, its page and the province; no service where the procedure is over.

    `performers` are given where the portal speaks for the whole province.
    """
    if is_over(entry):
        return ()
    whole = view.whole(page)
    service = f"{whole}#dich-vu"
    about = thing(
        "WebPage",
        f"{whole}#trang",
        url=whole,
        name=entry.control.title,
        inLanguage="vi",
        dateModified=entry.period.decision.date.isoformat(),
        mainEntity=reference(service),
    )
    return [_service(entry, view, page, description, _doing(entry, performers)), about, province(view, page)]


def _doing(entry: Entry, performers: Sequence[Entry] | None) -> Sequence[Entry]:
    if performers is not None:
        return performers
    return (entry,) if entry.is_performed else ()


def _service(entry: Entry, view: SiteView, page: str, description: str, doing: Sequence[Entry]) -> Thing:
    control, whole = entry.control, view.whole(page)
    operators = [agency_name(view, page, other.agency) for other in doing]
    area = reference(province_address(view, page))
    return thing(
        "GovernmentService",
        f"{whole}#dich-vu",
        name=control.title,
        alternateName=list(control.keywords),
        description=description,
        identifier=[thing("PropertyValue", propertyID="Mã thủ tục hành chính", value=code) for code in control.tthc],
        url=whole,
        serviceType=field_name(entry, view.publication),
        jurisdiction=area,
        areaServed=area,
        serviceOperator=operators,
        provider=[reference(operator["@id"]) for operator in operators],
        audience=[thing("Audience", audienceType=APPLICANTS[applicant]) for applicant in control.applicants],
        availableChannel=[_channel(entry, channel, view, _counters(doing)) for channel in control.channels],
        serviceOutput=[thing("Thing", name=result.name, identifier=result.code) for result in control.results],
        offers=list(_offers(entry, view)),
        termsOfService=" ".join(control.conditions),
        isRelatedTo=list(_related(entry, view, page)),
    )


def _counters(doing: Sequence[Entry]) -> Sequence[Counter]:
    """Where to go, if that is the same for all: the counters of the one agency that does it."""
    return doing[0].agency.counters if len(doing) == 1 else ()


def _channel(entry: Entry, channel: Channel, view: SiteView, counters: Sequence[Counter]) -> Thing:
    limit = entry.time_limit_of(channel)
    at_counter, by_post = channel.kind is ChannelKind.COUNTER, channel.kind is ChannelKind.POST
    return thing(
        "ServiceChannel",
        name=CHANNELS[channel.kind],
        description=f"Thời hạn: {duration_words(limit)}" if limit else None,
        processingTime=exact_duration(limit) if limit else None,
        availableLanguage="vi",
        serviceLocation=[office(counter, view) for counter in counters] if at_counter else None,
        servicePostalAddress=[postal_address(counter.address, view) for counter in counters] if by_post else None,
    )


def _offers(entry: Entry, view: SiteView) -> Iterator[Thing]:
    """The fees with a number; those that others fix are told on the page."""
    day = day_of_facts(entry, view.publication.day)
    for fee in _fees(entry):
        if fee.amount is not None and is_charged_on(fee, day):
            words = (sentence_case(fee_words(fee)), *fee_conditions(fee))
            yield thing(
                "Offer",
                price=fee.amount,
                priceCurrency=fee.currency,
                description="; ".join(words),
                validFrom=fee.valid_from.isoformat() if fee.valid_from else None,
                validThrough=fee.valid_to.isoformat() if fee.valid_to else None,
            )


def _fees(entry: Entry) -> Iterable[Fee]:
    """Each fee once, whatever the number of channels that it holds for."""
    channels = chain.from_iterable(entry.fees_of(channel) for channel in entry.control.channels)
    return dict.fromkeys(channels) if entry.control.channels else entry.control.fees


def _related(entry: Entry, view: SiteView, page: str) -> Iterator[Thing]:
    related = entry.control.related
    if related is None:
        return
    for code in dict.fromkeys((*related.part_of, *related.before, *related.after)):
        href = view.at(page).document(code)
        if href:
            yield thing("GovernmentService", name=view.addresses.titles[code], url=view.whole(page, href))
