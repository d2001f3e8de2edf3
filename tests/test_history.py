"""Earlier content is read from git as it is, wherever the repository is and whoever made it."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from tests.in_git import InGit, environment
from tests.project import DECK, write, write_deck

from deckgen.files import is_deck_file
from deckgen.folders import Folder
from deckgen.history import History
from deckgen.history import repository as git_repository
from deckgen.history import running as git_running
from deckgen.history.reports import Asked, Found, find_report, tagged_reports
from deckgen.history.repository import Repository, Snapshot, State
from deckgen.history.running import Unreadable
from deckgen.problems import UnusableFile

OLD, NEW = DECK, DECK.replace("Plan", "Lot")
PLACE = "content/a"


def _repository(root: Path) -> Repository:
    found = History().of(root / PLACE)
    assert found is not None
    return found


def _read(root: Path, revision: str, place: str = PLACE) -> Mapping[str, bytes] | None:
    """The deck's YAML files at a revision; None where it was not there."""
    snapshot = _snapshot(root, revision, place)
    return snapshot.files if snapshot else None


def _beside(root: Path, revision: str, place: str = PLACE) -> Mapping[str, bytes]:
    """The other files of the deck at a revision."""
    snapshot = _snapshot(root, revision, place)
    assert snapshot is not None
    return snapshot.beside


def _snapshot(root: Path, revision: str, place: str) -> Snapshot | None:
    folder = Folder("a", place, root / place)
    history = History()
    repository = history.of(folder.place)
    assert repository is not None
    commit = repository.commit(revision)
    assert commit is not None
    return repository.snapshot(commit, folder.place, folder.deck_files().yaml, is_deck_file)


def _state(root: Path, place: str = PLACE, *named: str) -> State | None:
    """The state of a deck that names some files."""
    folder = Folder("a", place, root / place)
    files = folder.deck_files()
    for path in named:
        assert path in files
    return History().state(folder.place, files.read, files.is_read)


def _is_clean(root: Path, place: str = PLACE, *named: str) -> bool | None:
    state = _state(root, place, *named)
    return state.is_clean if state else None


@pytest.fixture
def project(tmp_path: Path) -> InGit:
    """A deck whose first version has a tag, and whose second is the newest."""
    repository = InGit(tmp_path / "project")
    repository.commit({f"{PLACE}/deck.yaml": OLD, "README.md": "x"}, "report-1")
    repository.commit({f"{PLACE}/deck.yaml": NEW})
    return repository


def test_content_is_read_as_it_was_and_nothing_is_touched(project: InGit):
    write(project.root / PLACE / "deck.yaml", DECK + "# not yet committed\n")
    before = (project.git("status", "--porcelain"), (project.root / ".git/index").read_bytes())

    assert _read(project.root, "report-1") == {"deck.yaml": OLD.encode()}
    assert _read(project.root, "HEAD") == {"deck.yaml": NEW.encode()}
    after = (project.git("status", "--porcelain"), (project.root / ".git/index").read_bytes())
    assert before == after


def test_only_what_a_deck_is_made_of_is_read(project: InGit):
    files = {"projects/x.yaml": "title: X\n", "t.CSV": "a", ".x.csv": "b", "notes.txt": "c"}
    project.commit({f"{PLACE}/{path}": text for path, text in files.items()})

    assert {"deck.yaml", "projects/x.yaml"} == (_read(project.root, "HEAD") or {}).keys()


def test_what_a_deck_named_is_read_when_it_is_asked_for(project: InGit):
    files = {"mittel.csv": "a;b", "tabellen/termine.csv": "c;d"}
    project.commit({f"{PLACE}/{path}": text for path, text in files.items()}, "report-2")
    project.commit({f"{PLACE}/{path}": "later" for path in files} | {"secret.csv": "x"})

    beside = _beside(project.root, "report-2")

    assert b"a;b" == beside["mittel.csv"] == beside["tabellen/../mittel.csv"]
    assert b"c;d" == beside["./tabellen/termine.csv"]
    assert {"deck.yaml", *files} == {*beside}
    assert len(beside) == len(files) + 1
    for path in ("nowhere.csv", "tabellen", "../../secret.csv", "/secret.csv", "a\nb", ""):
        assert beside.get(path) is None


def test_a_file_that_was_too_large_is_not_read(project: InGit, monkeypatch: pytest.MonkeyPatch):
    project.commit({f"{PLACE}/mittel.csv": "12345"})
    monkeypatch.setattr(git_repository, "LARGEST_NAMED", 4)

    with pytest.raises(UnusableFile, match="too large"):
        _beside(project.root, "HEAD")["mittel.csv"]


def test_a_deck_is_clean_if_what_it_names_is_as_committed(project: InGit):
    project.commit({f"{PLACE}/mittel.csv": "1", f"{PLACE}/other.csv": "1"})
    write(project.root / PLACE / "mittel.csv", "2")

    assert _is_clean(project.root)
    assert _is_clean(project.root, PLACE, "other.csv")
    assert _is_clean(project.root, PLACE, "mittel.csv") is False
    assert _is_clean(project.root, PLACE, "other.csv", "mittel.csv") is False
    write(project.root / PLACE / "new.csv", "2")
    assert _is_clean(project.root, PLACE, "new.csv") is False


def test_the_newest_report_with_a_smaller_number_is_found(project: InGit):
    for tag in ("report-3", "report-12", "report-x", "b/report-4", "v4"):
        project.git("tag", tag)
    repository = _repository(project.root)

    found = [find_report(repository, "a", Asked(below=number)) for number in (5, 4, 3, 13, 1)]

    names = ["report-3", "report-3", "report-1", "report-12", None]
    assert names == [each and each.name for each in found]


def test_a_decks_own_tag_comes_before_that_of_all(project: InGit):
    project.git("tag", "a/report-1", "HEAD")
    repository = _repository(project.root)

    found = find_report(repository, "a", Asked(below=2))

    assert found == Found("a/report-1", _repository(project.root).commit("HEAD"), 1)  # type: ignore[arg-type]
    assert ["a/report-1"] == [each.name for each in tagged_reports(repository, "a")]


def test_a_tag_with_a_message_stands_for_its_commit(project: InGit):
    project.git("tag", "--annotate", "--message", "Ausschuss", "report-2")

    assert _repository(project.root).commit("report-2") == _repository(project.root).commit("HEAD")


def test_a_day_stands_for_the_last_commit_until_its_end(project: InGit):
    repository = _repository(project.root)
    asked = [Asked(f"2019-01-0{day}") for day in (1, 2, 9)]

    found = [find_report(repository, "a", each) for each in asked]

    commits = [repository.commit(name) for name in ("HEAD~1", "HEAD", "HEAD")]
    assert commits == [each and each.commit for each in found]
    assert date(2019, 1, 1) == commits[0].day if commits[0] else None
    assert find_report(repository, "a", Asked("2018-12-31")) is None
    assert find_report(repository, "a", Asked("2019-13-01")) is None


@pytest.mark.parametrize("name", ["nowhere", "", "-x", "a b", "HEAD\nHEAD", "x" * 5000, "HEAD:"])
def test_what_is_no_revision_is_none(project: InGit, name: str):
    assert _repository(project.root).commit(name) is None


def test_a_detached_head_is_a_revision(project: InGit):
    project.git("checkout", "--quiet", "--detach", "report-1")

    assert _is_clean(project.root)
    assert _read(project.root, "main") == {"deck.yaml": NEW.encode()}


def test_on_a_branch_without_commits_there_is_no_revision(tmp_path: Path):
    InGit(tmp_path)
    write_deck(tmp_path, "a")

    assert _state(tmp_path) is None
    assert _repository(tmp_path).commit_of(date(2030, 1, 1)) is None


def test_without_git_there_is_no_repository(tmp_path: Path):
    write_deck(tmp_path, "a")

    assert History().of(tmp_path / PLACE) is None
    assert _state(tmp_path) is None


def test_a_bare_repository_beside_is_another_one(tmp_path: Path):
    InGit(tmp_path / "project.git", "--bare")
    write_deck(tmp_path / "project", "a")

    assert History().of(tmp_path / "project" / PLACE) is None


def test_a_folder_that_only_looks_like_git_is_passed_over(project: InGit):
    (project.root / "content" / ".git").mkdir()

    assert _read(project.root, "HEAD") == {"deck.yaml": NEW.encode()}


def test_a_broken_repository_is_told_and_stops_no_build(project: InGit):
    (project.root / ".git" / "HEAD").write_text("nonsense")

    with pytest.raises(Unreadable, match="git cannot read the repository"):
        _repository(project.root).commit("HEAD")
    assert _state(project.root) is None


def test_a_work_tree_has_the_same_history(project: InGit, tmp_path: Path):
    project.git("worktree", "add", "--quiet", "--detach", str(tmp_path / "other"), "report-1")

    assert (tmp_path / "other" / ".git").is_file()
    assert _read(tmp_path / "other", "main") == {"deck.yaml": NEW.encode()}
    assert _is_clean(tmp_path / "other")
    assert _state(tmp_path / "other") != _state(project.root)


def test_content_in_a_submodule_has_the_history_of_that(project: InGit, tmp_path: Path):
    outer = InGit(tmp_path / "outer")
    allow = ("-c", "protocol.file.allow=always")
    outer.git(*allow, "submodule", "--quiet", "add", str(project.root), "inner")
    outer.commit()

    inner = outer.root / "inner"
    assert _read(inner, "report-1") == {"deck.yaml": OLD.encode()}
    assert _state(inner) == _state(project.root)


def test_projects_in_a_submodule_are_out_of_reach(project: InGit, tmp_path: Path):
    inner = InGit(tmp_path / "inner")
    inner.commit({"one.yaml": "title: Eins\n"})
    allow = ("-c", "protocol.file.allow=always")
    project.git(*allow, "submodule", "--quiet", "add", str(inner.root), f"{PLACE}/projects")
    project.commit()
    folder = Folder("a", PLACE, project.root / PLACE)
    repository = _repository(project.root)
    commit = repository.commit("HEAD")
    assert commit

    files = folder.deck_files().yaml
    snapshot = repository.snapshot(commit, folder.place, files, is_deck_file)

    assert snapshot
    assert ("projects",) == snapshot.missing
    assert _is_clean(project.root) is False


def test_a_shallow_clone_is_known_as_one(project: InGit, tmp_path: Path):
    clone = tmp_path / "clone"
    url = f"file://{project.root}"
    words = ("git", "clone", "--quiet", "--depth", "1", "--no-tags", url, str(clone))
    subprocess.run(words, env=environment(), check=True)

    assert _repository(clone).is_shallow
    assert not _repository(project.root).is_shallow
    assert _is_clean(clone)
    assert _repository(clone).commit("HEAD~1") is None


def test_a_deck_is_found_where_its_folder_was(project: InGit):
    for other in ("b", "c"):
        project.commit({f"content/{other}/deck.yaml": DECK.replace("Rat", other)})
    projects = {f"{PLACE}/projects/{name}.yaml": f"title: {name}\n" for name in ("x", "y")}
    project.commit(projects, "before")
    project.git("mv", "content", "inhalt")
    project.commit({}, "moved")
    project.git("mv", "inhalt/a", "inhalt/anfang")
    project.commit()

    assert (_read(project.root, "before", "inhalt/anfang") or {})["deck.yaml"] == NEW.encode()
    assert (_read(project.root, "moved", "inhalt/anfang") or {}).keys() >= {"projects/x.yaml"}
    assert (_read(project.root, "before", "inhalt/b") or {})["deck.yaml"] == DECK.replace(
        "Rat", "b"
    ).encode()


def test_a_deck_that_was_not_there_is_not_found(project: InGit):
    project.commit({"content/new/deck.yaml": DECK, "content/new/projects/n.yaml": "title: N\n"})

    assert _read(project.root, "report-1", "content/new") is None


@pytest.mark.parametrize("name", ["Bürger büro", 'it\'s "quoted"', "tab\there", "[a]*?", "-a", "ж"])
def test_any_name_is_read(tmp_path: Path, name: str):
    repository = InGit(tmp_path)
    files = {"deck.yaml": DECK, f"projects/{name}.yaml": "title: Äpfel\n"}
    table = f"{name}/b.csv"
    repository.commit(
        {f"content/{name}/{path}": text for path, text in {**files, table: "1"}.items()}, "x"
    )

    read = _read(tmp_path, "x", f"content/{name}")

    assert {path: text.encode() for path, text in files.items()} == read
    assert b"1" == _beside(tmp_path, "x", f"content/{name}")[table]
    assert _is_clean(tmp_path, f"content/{name}", table)


def test_the_ends_of_lines_of_another_system_are_no_change(project: InGit):
    project.git("config", "core.autocrlf", "true")
    place = project.root / PLACE / "deck.yaml"
    place.write_bytes(NEW.replace("\n", "\r\n").encode())
    assert _is_clean(project.root)

    place.write_bytes(NEW.replace("\n", "\r\n").replace("Rat", "Ausschuss").encode())
    assert _is_clean(project.root) is False


def test_what_is_not_committed_is_not_clean(project: InGit):
    assert _is_clean(project.root)

    added = write(project.root / PLACE / "projects" / "x.yaml", "title: X\n")
    assert _is_clean(project.root) is False
    project.git("add", "--all")
    assert _is_clean(project.root) is False
    project.commit()
    assert _is_clean(project.root)
    added.unlink()
    assert _is_clean(project.root) is False


def test_files_of_others_make_no_difference(project: InGit):
    write(project.root / "README.md", "changed")
    write(project.root / PLACE / "notes.csv", "not part of the deck")

    assert _is_clean(project.root)


def test_a_deck_that_was_never_committed_has_no_revision(project: InGit):
    write_deck(project.root, "b")

    assert _state(project.root, "content/b") is None


def test_links_are_followed_inside_of_the_repository(project: InGit, tmp_path: Path):
    shared = {"shared/one.yaml": "title: Eins\n", "shared/more/x.csv": "1;2"}
    project.commit(shared)
    projects = project.root / PLACE / "projects"
    projects.mkdir()
    (projects / "one.yaml").symlink_to("../../../shared/one.yaml")
    (projects / "away.yaml").symlink_to(write(tmp_path / "away.yaml", "title: Fort\n"))
    (projects / "round.csv").symlink_to("round.csv")
    (project.root / PLACE / "more").symlink_to("../../shared/more")
    for name in ("x", "y"):
        (project.root / PLACE / name).symlink_to(".")
    (project.root / "content" / "linked").symlink_to("a")
    project.commit({}, "linked")
    for path in ("x", "y", "projects/round.csv", "projects/one.yaml", "projects/away.yaml"):
        (project.root / PLACE / path).unlink()

    read = _read(project.root, "linked", "content/linked")

    beside = _beside(project.root, "linked", "content/linked")

    assert {"deck.yaml", "projects/one.yaml"} == (read or {}).keys()
    assert beside["more/x.csv"] == b"1;2"
    assert "projects/away.yaml" not in beside
    assert "projects/round.csv" not in beside


def test_what_lfs_keeps_is_read_if_it_is_there(project: InGit):
    picture = b"\x89PNG\r\n\x1a\n"
    name = sha256(picture).hexdigest()
    pointer = f"version https://git-lfs.github.com/spec/v1\noid sha256:{name}\nsize 8\n"
    project.commit({f"{PLACE}/plan.png": pointer})
    (project.root / PLACE / "plan.png").write_bytes(picture)

    assert _is_clean(project.root, PLACE, "plan.png")
    with pytest.raises(UnusableFile, match="is not to be had"):
        _beside(project.root, "HEAD")["plan.png"]
    kept = project.root / ".git" / "lfs" / "objects" / name[:2] / name[2:4] / name
    kept.parent.mkdir(parents=True)
    kept.write_bytes(picture)
    assert _beside(project.root, "HEAD")["plan.png"] == picture


def _set_trap(project: InGit, folder: Path) -> Path:
    """Configure all that git would run to make a file; gives the path of that."""
    trap = write(folder / "trap", f"#!/bin/sh\necho sprung >> {folder}/sprung\n")
    trap.chmod(0o755)
    hooks = folder / "hooks"
    hooks.mkdir()
    for hook in ("post-index-change", "reference-transaction", "post-checkout"):
        (hooks / hook).symlink_to(trap)
    settings = {
        "core.fsmonitor": str(trap),
        "core.hooksPath": str(hooks),
        "core.pager": str(trap),
        "core.sshCommand": str(trap),
        "core.alternateRefsCommand": str(trap),
        "log.showSignature": "true",
        "gpg.program": str(trap),
        "filter.x.clean": str(trap),
        "filter.x.smudge": str(trap),
        "filter.x.process": str(trap),
        "diff.external": str(trap),
        "extensions.partialClone": "origin",
        "remote.origin.promisor": "true",
        "remote.origin.url": f"ext::{trap}",
        "remote.origin.uploadpack": str(trap),
        "credential.helper": f"!{trap}",
    }
    write(project.root / ".gitattributes", "* filter=x diff=x\n")
    for name, value in settings.items():
        project.git("config", name, value)
    return folder / "sprung"


def test_nothing_that_a_repository_is_configured_to_run_is_run(project: InGit, tmp_path: Path):
    sprung = _set_trap(project, tmp_path)
    write(project.root / PLACE / "deck.yaml", NEW + "# changed\n")
    repository = _repository(project.root)

    assert _is_clean(project.root) is False
    assert _read(project.root, "report-1") == {"deck.yaml": OLD.encode()}
    assert repository.commit_of(date(2030, 1, 1)) == repository.commit("HEAD")
    assert repository.commit("1" * 40) is None
    assert ("report-1",) == repository.tags("*")
    assert not sprung.exists()


def test_what_a_hook_sets_for_git_makes_no_difference(
    project: InGit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    other = InGit(tmp_path / "other")
    other.commit()
    monkeypatch.setenv("GIT_DIR", str(other.root / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "index"))
    monkeypatch.setenv("GIT_TRACE", "1")

    assert _is_clean(project.root)
    assert _read(project.root, "report-1") == {"deck.yaml": OLD.encode()}


def test_without_the_program_it_is_told_what_to_do(
    project: InGit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(Unreadable) as caught:
        _repository(project.root).commit("HEAD")

    assert caught.value.message == "the program git could not be started"
    assert "install git" in caught.value.hint
    assert _state(project.root) is None


def test_a_program_that_does_not_answer_is_ended(
    project: InGit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    slow = write(tmp_path / "bin" / "git", "#!/bin/sh\nexec sleep 60\n")
    slow.chmod(0o755)
    monkeypatch.setenv("PATH", f"{slow.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(git_running, "LONGEST", 0.2)
    repository = _repository(project.root)

    for ask in (lambda: repository.commit("HEAD"), lambda: repository.tags("*")):
        with pytest.raises(Unreadable, match="git cannot read the repository"):
            ask()


def test_the_program_ends_with_what_asked_it(project: InGit):
    repository = _repository(project.root)
    repository.commit("HEAD")
    process = repository._objects._process
    assert process is not None
    assert process.poll() is None

    del repository

    assert process.poll() is not None
