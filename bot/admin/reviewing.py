"""Reports on their way to be published: taken in, shown with their figures, put right; and published ones reopened."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from bot.admin import figures, screens
from bot.admin.disputes import KIND as DISPUTE
from bot.admin.proposals import Draft
from bot.admin.publishing import Candidate
from bot.admin.rooms import Asker, Rooms
from bot.errors import UserError
from bot.model import Bundle, Reply, Report
from bot.notices.text import last_report
from bot.store.facts import Wanted

KIND = "report"
FIGURES = "数据"
"""Asks, in reply to a proposal, for the numbered list of its figures."""


class Reviewing:
    """Shows proposals and changes them. One change at a time, since each builds on the one before."""

    def __init__(self, rooms: Rooms) -> None:
        self._rooms = rooms
        self._turn = asyncio.Lock()

    async def take(self, name: str, content: bytes, asker: Asker, url: str = "") -> tuple[int, Draft] | None:
        """Make a proposal of a file; None for one that was settled before. One that cannot be read leaves none behind.

        `url` is the page that it was fetched from. Raises UserError.
        """
        number = await self._rooms.store.ask(asker.key, KIND, {}, asker.user)
        pending = await self._rooms.store.pending(number)
        if pending is None or not pending.waiting:
            return None
        if pending.body:
            return number, Draft.from_body(pending.body)
        try:
            draft = await self._rooms.proposals.take(number, name, content, url)
        except UserError:
            await self._drop(number)
            raise
        await self._rooms.store.change(number, draft.body)
        return number, draft

    async def upload(self, name: str, content: bytes, asker: Asker) -> Reply:
        """A report that an admin sent, and what would be published of it."""
        taken = await self.take(name, content, asker)
        if taken is None:
            raise UserError("这份文件已经处理过了", "/proposals")
        return await self._show(*taken)

    async def listing(self, rest: str) -> Reply:
        """What waits to be published; with a number, that one with its buttons."""
        if not rest:
            return screens.proposals(await self._rooms.store.open_ones(KIND))
        pending = await self._rooms.waiting(int(rest) if rest.isdecimal() else 0, KIND)
        return await self._show(pending.id, Draft.from_body(pending.body))

    async def report(self, id_: str) -> Report:
        """The report that an admin names. Raises UserError when there is none of that id."""
        catalogue = await self._rooms.facts.catalogue()
        report = catalogue.reports.get(id_)
        if report is None:
            known = "、".join(list(catalogue.reports)[:8])
            wrong = f"没有编号为“{id_[:40]}”的报告" if id_ else "请写出报告的编号"
            raise UserError(f"{wrong}。现有：{known}")
        return report

    async def reopen(self, id_: str, asker: Asker, dispute: int = 0) -> Reply:
        """A published report as a proposal of itself, so that it can be put right; perhaps because of a dispute."""
        report = await self.report(id_)
        number = await self._rooms.store.ask(asker.key, KIND, {}, asker.user)
        pending = await self._rooms.waiting(number, KIND)
        if not pending.body:
            try:
                draft = replace(await self._rooms.proposals.reopen(number, report), dispute=dispute)
            except UserError:
                await self._drop(number)
                raise
            await self._rooms.store.change(number, draft.body)
            return await self._show(number, draft)
        return await self._show(number, Draft.from_body(pending.body))

    async def reopen_for(self, dispute: int, index: int, asker: Asker) -> Reply:
        """One of the reports that a disputed answer cites, as a proposal of itself."""
        pending = await self._rooms.waiting(dispute, DISPUTE)
        reports = pending.body.get("reports", ())
        if not 0 <= index < len(reports):
            raise UserError("没有这份报告", "/disputes")
        return await self.reopen(reports[index], asker, dispute)

    async def correct(self, number: int, text: str, asker: Asker) -> Reply:
        """Put something of a proposal right and show it again; or list its figures (`数据`, `数据 行政复议`)."""
        async with self._turn:
            pending = await self._rooms.waiting(number, KIND)
            draft = Draft.from_body(pending.body)
            word, _, rest = text.strip().partition(" ")
            if word == FIGURES:
                return screens.figures(number, await self._bundle(number, draft), rest.strip())
            if asker.key in draft.acts:
                return await self._show(number, draft)
            changed = await self._corrected(number, draft, text)
            changed = replace(changed, acts=(*changed.acts, asker.key))
            reply = await self._show(number, changed)
            await self._rooms.store.change(number, changed.body)
            return reply

    async def candidate(self, number: int, draft: Draft) -> Candidate:
        """The report as it would be published. Raises UserError while it cannot be."""
        return self._rooms.proposals.candidate(number, draft, await self._rooms.facts.catalogue())

    async def _corrected(self, number: int, draft: Draft, text: str) -> Draft:
        """A draft with what an admin wrote: about figures line by line, or about the report."""
        lines = [line for line in text.splitlines() if line.strip()]
        if not any(figures.names_figure(line) for line in lines):
            return self._rooms.proposals.corrected(draft, text)
        # All lines go by the numbers of the list that was shown, whatever a line above them has dropped.
        bundle = await self._bundle(number, draft)
        changes = [figures.change(line, bundle, self._rooms.proposals.topics) for line in lines]
        return draft.with_corrections([(one.toml, one.said) for one in changes])

    async def _bundle(self, number: int, draft: Draft) -> Bundle:
        return await self._rooms.proposals.bundle(number, await self.candidate(number, draft))

    async def _drop(self, number: int) -> None:
        """Leave nothing of a proposal that cannot be one."""
        await self._rooms.store.settle(number, done=False)
        await self._rooms.proposals.forget(number)

    async def _show(self, number: int, draft: Draft) -> Reply:
        """A proposal as it stands."""
        if draft.missing:
            return screens.proposal(number, draft)
        catalogue = await self._rooms.facts.catalogue()
        bundle = await self._bundle(number, draft)
        last = last_report(bundle.report, catalogue)
        old = catalogue.reports.get(bundle.report.id)
        facts = (await self._rooms.facts.find(Wanted(reports=(last.id,)))).facts if last else ()
        return screens.readable(number, draft, bundle, old, last, facts)
