"""A page that remembers what went wrong on it."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Dialog, Page, Request


class Watched:
    """A page that remembers what went wrong on it, and which hosts it asked."""

    def __init__(self, browser: Browser, width: int, scheme: str, address: str) -> None:
        self.context = browser.new_context(
            viewport={"width": width, "height": 800},
            color_scheme=scheme,  # type: ignore[arg-type]
            reduced_motion="reduce",
        )
        self.page: Page = self.context.new_page()
        self.faults: list[str] = []
        self.page.on(
            "console",
            lambda m: self.faults.append(m.text) if m.type in ("error", "warning") else None,
        )
        self.page.on("dialog", self._dialog)
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("requestfailed", self._failed)
        self.page.on(
            "request",
            lambda r: (
                None
                if r.url.startswith((address, "data:", "blob:"))
                else self.faults.append(f"foreign: {r.url}")
            ),
        )

    def _failed(self, request: Request) -> None:
        # What the reader's going to another page cut short is no fault of the page.
        if request.failure != "net::ERR_ABORTED":
            self.faults.append(f"failed ({request.failure}): {request.url}")

    def _dialog(self, dialog: Dialog) -> None:
        self.faults.append(f"dialog: {dialog.message}")
        dialog.dismiss()


def serious(page: Page) -> list[str]:
    """What axe finds on a page that is serious or worse."""
    return [
        f"{v['id']} ({v['impact']}): {v['nodes'][0]['html'][:120]}"
        for v in Axe().run(page).response["violations"]
        if v["impact"] in ("serious", "critical")
    ]
