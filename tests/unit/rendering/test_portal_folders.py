"""The folders that belong to the portal are all that it writes into."""

from __future__ import annotations

from sotay.model.portal_folders import PORTAL_FOLDERS
from sotay.rendering.portal_pages import portal_site
from sotay.usecases.publish_province import publish_province
from tests.support.province import DAY, a_province


def test_every_page_and_file_of_the_portal_is_in_a_folder_of_its_own_or_is_written_by_hand() -> None:
    site = portal_site(publish_province(a_province().examined(DAY), None), "https://sotay.example/")
    addresses = [thing.address for thing in (*site.pages, *site.feeds, *site.data)]
    folders = {address.partition("/")[0] for address in addresses if "/" in address}
    assert folders | {"assets"} == PORTAL_FOLDERS | {"huong-dan"}
