"""One demo and one browser for a run; a failing test leaves a picture of its page in var/browser/."""

from collections.abc import AsyncIterator, Generator

import pytest
from handset import NoChromium, browse, turn_to
from playwright.async_api import Browser, Page, async_playwright
from stage import Stage

from bot.settings import ROOT

PICTURES = ROOT / "var" / "browser"
FAILED = pytest.StashKey[bool]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Note that a test failed, for the page's fixture."""
    report = yield
    item.stash[FAILED] = item.stash.get(FAILED, False) or report.failed
    return report


@pytest.fixture(scope="session")
async def stage() -> AsyncIterator[Stage]:
    """The running demo; it must end well when it is told to."""
    stage = await Stage.open()
    yield stage
    assert 0 == await stage.close()


@pytest.fixture(scope="session")
async def browser() -> AsyncIterator[Browser]:
    """Chromium."""
    async with async_playwright() as playwright:
        try:
            browser = await browse(playwright)
        except NoChromium as error:
            pytest.fail(str(error))
        yield browser
        await browser.close()


@pytest.fixture
async def page(request: pytest.FixtureRequest, stage: Stage, browser: Browser) -> AsyncIterator[Page]:
    """The demo's page; a fault of its scripts fails the test."""
    page = await turn_to(browser, stage.address)
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    yield page
    if request.node.stash.get(FAILED, False):
        PICTURES.mkdir(parents=True, exist_ok=True)
        await page.screenshot(path=PICTURES / f"{request.node.name}.png")
    await page.close()
    assert [] == faults
