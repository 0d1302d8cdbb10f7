"""The open data of the portal as a Dataset of schema.org, so that catalogues of data find it."""

from __future__ import annotations

from collections.abc import Sequence

from sotay.rendering.addresses import OPEN_DATA
from sotay.rendering.open_data.index import DataSet
from sotay.rendering.site_view import SiteView
from sotay.rendering.structured_data.organisation import province, province_address
from sotay.rendering.structured_data.thing import Thing, reference, thing


def dataset_things(view: SiteView, name: str, description: str, files: Sequence[DataSet]) -> Sequence[Thing]:
    """Return the data as a whole with its files, and the province."""
    page = view.whole(OPEN_DATA)
    settings = view.publication.province.settings.value
    dataset = thing(
        "Dataset",
        f"{page}#danh-muc",
        name=f"{name}: {settings.name}",
        description=description,
        disambiguatingDescription=settings.notice,
        url=page,
        inLanguage="vi",
        dateModified=view.publication.day.isoformat(),
        license=thing("CreativeWork", text=settings.data_terms) if settings.data_terms else None,
        spatialCoverage=reference(province_address(view, OPEN_DATA)),
        distribution=[_download(one, view) for one in files],
    )
    return [dataset, province(view, OPEN_DATA)]


def _download(one: DataSet, view: SiteView) -> Thing:
    href = view.at(OPEN_DATA).here(one.address).rstrip("/")
    form = one.media_type.value.partition(";")[0]
    return thing("DataDownload", name=one.title, encodingFormat=form, contentUrl=view.whole(OPEN_DATA, href))
