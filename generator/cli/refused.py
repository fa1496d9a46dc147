"""What the operating system refuses, or another process holds, told in one line instead of a trace."""

from __future__ import annotations

import errno
import shutil
import sqlite3

import click

from generator.locks import Held

_FULL = "the disk is full: make room and run this again; what stood there before is whole"
_RIGHTS = "see who may read and write it (ls -l), mend that, and run this again"
_REMEDIES = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EACCES: _RIGHTS,
    errno.EPERM: _RIGHTS,
    errno.EROFS: "the file system is mounted read-only: mount it writable, or work elsewhere",
    errno.ENOENT: "it went away meanwhile: run this again",
    errno.EFBIG: "files may not grow so large here: raise the limit (ulimit -f)",
    errno.EIO: "the disk cannot be read or written: look at the messages of the system, and at the room on it",
    errno.EMFILE: "too many files are open: raise the limit (ulimit -n)",
}
_OF_STORE = {
    sqlite3.SQLITE_FULL: errno.ENOSPC,
    sqlite3.SQLITE_READONLY: errno.EACCES,
    sqlite3.SQLITE_CANTOPEN: errno.EACCES,
    sqlite3.SQLITE_PERM: errno.EACCES,
    sqlite3.SQLITE_IOERR: errno.EIO,
}


class _Busy(click.ClickException):
    exit_code = 2


def refused(error: Exception) -> click.ClickException | None:
    """What to tell: status 2 where another process is at work, 1 where the system refuses; None of what is a bug."""
    if isinstance(error, Held):
        return _Busy(str(error))
    if isinstance(error, sqlite3.OperationalError):
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code == sqlite3.SQLITE_BUSY:
            return _Busy("another process is at work in build/.cache: wait until it ends, then run this again")
        remedy = _REMEDIES.get(_OF_STORE.get(code, 0))
        return click.ClickException(f"build/.cache: {error}: {remedy}") if remedy else None
    if isinstance(error, shutil.Error) and isinstance(error.args[0], list):
        return click.ClickException(f"{error.args[0][0][-1]}: look at it (ls -l), mend that, run this again")
    if isinstance(error, OSError) and error.errno not in (None, errno.EPIPE):
        where = " → ".join(str(name) for name in (error.filename, error.filename2) if name)
        told = f"{where}: {error.strerror}" if where else str(error.strerror)
        return click.ClickException(": ".join(filter(None, (told, _REMEDIES.get(error.errno)))))
    return None
