"""Every error that this project raises on purpose.

FazhiError
├── UserError         what a user did wrong: one clear Chinese sentence with an example that works
├── DataError         what is wrong with data: file, line (0 when it concerns the whole file) and reason
├── DocumentError     a report file that cannot be read: too large, scanned, encrypted, of another format
├── FetchError        a page that cannot be had: not allowed to us, not there, too large, too slow
└── ConfigError       a setting that is unknown or does not fit
"""

from __future__ import annotations

import errno

_UNREADABLE = {
    errno.ENOENT: "没有这个文件",
    errno.ENOTDIR: "没有这个文件",
    errno.EISDIR: "这是文件夹，不是文件",
    errno.EACCES: "没有权限读取",
    errno.EPERM: "没有权限读取",
}


class FazhiError(Exception):
    """The root of the tree; its text may be shown to people."""


class UserError(FazhiError):
    """What a user did wrong, said in one Chinese sentence; `example` is a message that works. The text has both."""

    def __init__(self, sentence: str, example: str = "") -> None:
        stop = "" if sentence.endswith(("。", "？", "！")) else "。"
        super().__init__(f"{sentence}{stop}例如：{example}" if example else sentence)
        self.sentence = sentence
        self.example = example


class DataError(FazhiError):
    """Data that cannot be used: which file, which line (from 1; 0 for the whole file), and why."""

    def __init__(self, file: str, line: int, reason: str) -> None:
        super().__init__(f"{file}:{line}: {reason}" if line else f"{file}: {reason}")
        self.file = file
        self.line = line
        self.reason = reason


class DocumentError(FazhiError):
    """A file that cannot be read as a report; the text names the file and the reason."""

    def __init__(self, file: str, reason: str) -> None:
        super().__init__(f"{file}: {reason}")
        self.file = file
        self.reason = reason


class FetchError(FazhiError):
    """A page that cannot be had, and why; `final` when it is no use to try again, else `after` so many seconds."""

    def __init__(self, address: str, reason: str, *, final: bool = True, after: float = 0.0) -> None:
        super().__init__(f"{address}: {reason}")
        self.address = address
        self.reason = reason
        self.final = final
        self.after = after


class ConfigError(FazhiError):
    """A setting that is unknown or does not fit; the text names it and never shows a secret's value."""


def unreadable(error: OSError) -> str:
    """Why a file cannot be read, in words for people."""
    return _UNREADABLE.get(error.errno or 0, f"打不开（{error.strerror}）")
