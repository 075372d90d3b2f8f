"""Blobs are durable, verified, shared without harm, and never half there; in a folder and in a bucket."""

import io
import os
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from types import FrameType

import pytest

from store.blobs import BlobStore, digest, open_blobs
from store.errors import BlobDamaged, BlobMissing, StoreError, StoreUnreachable
from store.flush import A_BATCH, syncfs_function
from store.folder import FolderBlobs
from store.settings import StoreSettings
from tests.servers.s3 import S3


@pytest.fixture(scope="module")
def s3() -> Iterator[S3]:
    with S3() as server:
        yield server


@pytest.fixture(params=["folder", "bucket"])
def any_blobs(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> BlobStore:
    """An empty blob store of each kind, chosen by configuration."""
    if request.param == "folder":
        return open_blobs(StoreSettings(blobs=str(tmp_path / "blobs")))
    server: S3 = request.getfixturevalue("s3")
    monkeypatch.chdir(tmp_path)
    for name, value in server.credentials().items():
        monkeypatch.setenv(name, value)
    return open_blobs(StoreSettings(blobs=f"s3://{server.bucket()}/desk", bucket_endpoint=server.url))


def test_what_is_put_can_be_read_in_every_way(any_blobs: BlobStore) -> None:
    contents = [b"one", b"", b"three" * 100_000, b"one"]
    names = any_blobs.put_many(contents)
    assert names == [digest(content) for content in contents]
    for name, content in zip(names, contents, strict=True):
        assert any_blobs.read(name) == content
        with any_blobs.open(name) as stream:
            assert stream.read() == content
        with any_blobs.local(name) as path:
            assert path.read_bytes() == content
    assert sorted(sha for sha, _ in any_blobs.all()) == sorted(set(names))


def test_putting_nothing_is_nothing(any_blobs: BlobStore) -> None:
    assert any_blobs.put_many([]) == []
    any_blobs.adopt({})
    assert list(any_blobs.all()) == []


def test_a_content_that_comes_in_pieces_is_kept_under_its_own_name(any_blobs: BlobStore) -> None:
    pieces = [os.urandom(70_000) for _ in range(30)]
    name = any_blobs.put_stream(iter(pieces))
    assert name == digest(b"".join(pieces))
    with any_blobs.open(name) as stream:
        assert b"".join(iter(partial(stream.read, 50_000), b"")) == b"".join(pieces)


def test_a_stream_that_breaks_off_leaves_nothing(any_blobs: BlobStore) -> None:
    def pieces() -> Iterator[bytes]:
        yield b"half"
        raise ConnectionError

    with pytest.raises(ConnectionError):
        any_blobs.put_stream(pieces())
    assert list(any_blobs.all()) == []


def test_files_are_taken_over_and_gone_from_where_they_were(any_blobs: BlobStore, tmp_path: Path) -> None:
    spool = tmp_path / "spool"
    spool.mkdir()
    any_blobs.put_many([b"known"])
    files = {}
    for content in (b"new", b"known"):
        files[digest(content)] = spool / digest(content)
        files[digest(content)].write_bytes(content)
    any_blobs.adopt(files)
    assert list(spool.iterdir()) == []
    assert {sha for sha, _ in any_blobs.all()} == {digest(b"new"), digest(b"known")}
    assert any_blobs.read(digest(b"new")) == b"new"


def test_a_file_with_another_content_than_it_is_said_to_have_is_refused(
    any_blobs: BlobStore, tmp_path: Path
) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"something else")
    with pytest.raises(BlobDamaged):
        any_blobs.adopt({digest(b"this"): path})
    assert list(any_blobs.all()) == []


def test_what_is_not_kept_is_told_so(any_blobs: BlobStore) -> None:
    missing = digest(b"never put")
    for ask in (
        any_blobs.read,
        lambda name: any_blobs.open(name).read(),
        lambda name: any_blobs.local(name).__enter__(),
    ):
        with pytest.raises(BlobMissing):
            ask(missing)
    assert not any_blobs.remove(missing)


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "A" * 64, "a" * 63, "a" * 64 + "\n"])
def test_only_a_sha256_can_be_asked_for(any_blobs: BlobStore, name: str) -> None:
    with pytest.raises(StoreError, match="no sha256"):
        any_blobs.read(name)


def test_a_removed_content_is_gone_and_can_be_put_again(any_blobs: BlobStore) -> None:
    (name,) = any_blobs.put_many([b"x"])
    assert any_blobs.remove(name)
    with pytest.raises(BlobMissing):
        any_blobs.read(name)
    any_blobs.put_many([b"x"])
    assert any_blobs.read(name) == b"x"


def test_a_content_put_again_after_the_sweep_began_stays(any_blobs: BlobStore) -> None:
    (name,) = any_blobs.put_many([b"x"])
    assert not any_blobs.remove(name, unless_after=datetime.now(UTC) - timedelta(minutes=1))
    assert any_blobs.read(name) == b"x"
    assert any_blobs.remove(name, unless_after=datetime.now(UTC) + timedelta(minutes=1))


def test_a_check_leaves_nothing_behind(any_blobs: BlobStore) -> None:
    any_blobs.check()
    assert list(any_blobs.all()) == []


def test_many_threads_that_put_the_same_contents_agree(any_blobs: BlobStore) -> None:
    contents = [bytes([number]) * 1000 for number in range(40)]
    names: list[list[str]] = []
    threads = [threading.Thread(target=lambda: names.append(any_blobs.put_many(contents))) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert names == [[digest(content) for content in contents]] * 6
    assert len(list(any_blobs.all())) == 40
    assert all(any_blobs.read(digest(content)) == content for content in contents)


def test_a_bucket_that_does_not_answer_is_told_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in S3().credentials().items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("AWS_MAX_ATTEMPTS", "1")
    blobs = open_blobs(StoreSettings(blobs="s3://desk", bucket_endpoint="http://127.0.0.1:9"))
    with pytest.raises(StoreUnreachable, match="bucket cannot be used"):
        blobs.check()


def test_damage_is_found_when_a_blob_is_read(blobs: FolderBlobs) -> None:
    content = b"a photo" * 10_000
    (name,) = blobs.put_many([content])
    path = blobs.path(name)
    path.write_bytes(content[:-1] + b"!")
    with pytest.raises(BlobDamaged):
        blobs.read(name)
    with blobs.open(name) as stream, pytest.raises(BlobDamaged):
        stream.read()
    with pytest.raises(BlobDamaged):
        blobs.local(name).__enter__()
    path.write_bytes(content[:100])
    with blobs.open(name) as stream, pytest.raises(BlobDamaged):
        io.BytesIO().writelines(iter(partial(stream.read, 10), b""))


def test_a_content_that_is_kept_already_is_not_written_again_but_made_young(blobs: FolderBlobs) -> None:
    (name,) = blobs.put_many([b"x"])
    before = blobs.path(name).stat()
    os.utime(blobs.path(name), (1, 1))
    blobs.put_many([b"x"])
    after = blobs.path(name).stat()
    assert (after.st_ino, after.st_ctime_ns > before.st_ctime_ns) == (before.st_ino, True)
    assert after.st_mtime > 1


def test_nothing_unfinished_counts_as_a_blob_and_old_leftovers_are_swept(
    blobs: FolderBlobs, tmp_path: Path
) -> None:
    (name,) = blobs.put_many([b"x"])
    leftover = tmp_path / "blobs" / "unfinished" / "of-a-crash"
    leftover.write_bytes(b"half a ma")
    assert [sha for sha, _ in blobs.all()] == [name]
    now = datetime.now(UTC)
    assert blobs.sweep_leftovers(now - timedelta(minutes=1)) == 0
    assert blobs.sweep_leftovers(now + timedelta(minutes=1)) == 1
    assert not leftover.exists()


def test_files_of_another_disk_are_copied(blobs: FolderBlobs) -> None:
    other = Path("/dev/shm")  # a memory disk on Linux
    if not other.is_dir() or other.stat().st_dev == Path(blobs.path(digest(b""))).parents[2].stat().st_dev:
        pytest.skip("no second disk here")
    path = other / f"intake-test-{os.getpid()}"
    path.write_bytes(b"from afar")
    blobs.adopt({digest(b"from afar"): path})
    assert not path.exists()
    assert blobs.read(digest(b"from afar")) == b"from afar"


@pytest.mark.parametrize("one_by_one", [True, False], ids=["few", "many"])
def test_a_blob_is_flushed_before_it_gets_its_name_and_its_folder_after(
    blobs: FolderBlobs, one_by_one: bool
) -> None:
    if not one_by_one and syncfs_function() is None:
        pytest.skip("this system has no syncfs")
    order: list[str] = []

    def watch(frame: FrameType, event: str, function: object) -> None:
        name = getattr(function, "__name__", "") if event == "c_call" else frame.f_code.co_name
        if event in ("c_call", "call") and name in {"fsync", "syncfs", "rename"}:
            order.append(name)

    blobs.put_many([b"the folder of unfinished files is there"])
    count = A_BATCH - 2 if one_by_one else A_BATCH + 8
    contents = [bytes([number]) for number in range(count)]
    for content in contents:  # their folders are there
        blobs.remove(blobs.put_many([content])[0])
    threading.setprofile(watch)  # sees the calls that are made, changes none
    sys.setprofile(watch)
    try:
        names = blobs.put_many(contents)
    finally:
        threading.setprofile(None)
        sys.setprofile(None)
    folders = {blobs.path(sha).parent for sha in names}
    if one_by_one:
        each = ["fsync"] * (len(folders) + 1)  # each folder once, and the one that holds them
        assert order == ["fsync"] * count + ["rename"] * count + each
    else:
        assert order == ["syncfs"] + ["rename"] * count + ["syncfs"]


def test_what_is_on_its_way_stands_where_upkeep_sweeps(any_blobs: BlobStore, tmp_path: Path) -> None:
    def on_its_way() -> list[Path]:
        return [path for path in tmp_path.rglob("*") if path.is_file()]

    def pieces() -> Iterator[bytes]:
        yield b"half"
        (unfinished,) = on_its_way()
        assert unfinished.is_relative_to(tmp_path)
        stands.append(unfinished)
        yield b"whole"

    stands: list[Path] = []
    sha256 = any_blobs.put_stream(pieces())
    assert any_blobs.read(sha256) == b"halfwhole"
    if isinstance(any_blobs, FolderBlobs):
        return  # whose own leftovers are swept by itself
    with any_blobs.local(sha256) as path:
        stands.append(path)
    assert {one.resolve().parent for one in stands} == {(tmp_path / "var" / "spool").resolve()}
    assert on_its_way() == []
