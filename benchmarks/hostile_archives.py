"""Hostile archives and workbooks: bombs, damage, locks; of `hostile.py`, which writes and describes them."""

import copy
import gzip
import io
import re
import zipfile
from collections.abc import Callable, Mapping

Content = str | bytes
Makers = dict[str, tuple[Callable[[], Content], str | None]]
"""Name of a file → what makes it, and how the problem of one of its rows begins; None where it is read,
and empty where either will do."""

SAID = "The mayor said on Monday that the bridge over the river will stay closed until spring."
HUGE = 99_000_000
"""Bytes of a member that is, alone, no bomb by its size."""


# ── Archives ──


def zipped(members: Mapping[str, Content], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content, method)
    return stream.getvalue()


def with_bytes(raw: bytes, mark: bytes, changes: Mapping[int, int], times: int = -1) -> bytes:
    """Other bytes at so many places after each mark, in the directory of a zip or before its members."""
    made, at = bytearray(raw), raw.find(mark)
    while at >= 0 and times:
        for place, value in changes.items():
            made[at + place] = value
        at, times = raw.find(mark, at + 1), times - 1
    return bytes(made)


DIRECTORY, MEMBER = b"PK\x01\x02", b"PK\x03\x04"


def two() -> bytes:
    return zipped({"a.txt": SAID, "b.txt": SAID})


def encrypted(raw: bytes) -> bytes:
    return with_bytes(with_bytes(raw, DIRECTORY, {8: 1}), MEMBER, {6: 1})


def nested(depth: int) -> bytes:
    """Ten archives in each archive; the innermost members are just below what is suspicious alone."""
    content = zipped({"a.txt": b"a" * HUGE})
    for _ in range(depth):
        content = zipped({f"{number}.zip": content for number in range(10)})
    return content


def overlapping() -> bytes:
    """One member that the directory names 500 times."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", b"a" * HUGE)
        archive.filelist += [copy.copy(archive.filelist[0]) for _ in range(499)]
    return stream.getvalue()


def deep(depth: int) -> bytes:
    content = zipped({"a.txt": SAID})
    for number in range(depth):
        content = zipped({f"{number}.zip": content})
    return content


def gzips_in_a_zip() -> bytes:
    return zipped({f"{number}.txt.gz": gzip.compress(b"a" * HUGE, 9) for number in range(20)})


def symlink() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        info = zipfile.ZipInfo("a.txt")
        info.external_attr = 0o120777 << 16
        archive.writestr(info, "/etc/passwd")
    return stream.getvalue()


ARCHIVES: Makers = {
    "zip_version.zip": (lambda: with_bytes(two(), DIRECTORY, {6: 200}), "broken zip"),
    "zip_version_within.zip": (
        lambda: zipped({"in.zip": with_bytes(two(), DIRECTORY, {6: 200}), "c.txt": SAID}),
        "broken zip",
    ),
    "zip_method_99.zip": (lambda: with_bytes(two(), DIRECTORY, {10: 99}), "broken zip"),
    "zip_encrypted.zip": (lambda: encrypted(two()), "encrypted"),
    "zip_strong_encryption.zip": (lambda: with_bytes(encrypted(two()), MEMBER, {6: 0x41}), "encrypted"),
    "zip_data_damaged.zip": (lambda: with_bytes(two(), MEMBER, {40: 255, 41: 255}, 1), "broken zip"),
    "zip_cut.zip": (lambda: two()[:60], "broken zip"),
    "zip_no_end.zip": (lambda: two()[:-22], "broken zip"),
    "zip_empty.zip": (lambda: zipped({}), "empty"),
    "zip_folders_only.zip": (lambda: zipped({"a/": "", "b/": ""}), "empty"),
    "zip_dot.zip": (lambda: zipped({"./a.txt": SAID}), None),
    "zip_dot_within.zip": (lambda: zipped({"sub/./a.txt": SAID, "b.txt": SAID}), None),
    "zip_climbing.zip": (lambda: zipped({"../a.txt": SAID}), "unsafe zip"),
    "zip_absolute.zip": (lambda: zipped({"/etc/a.txt": SAID}), "unsafe zip"),
    "zip_drive.zip": (lambda: zipped({"C:\\a.txt": SAID}), "unsafe zip"),
    "zip_backslash.zip": (lambda: zipped({"..\\a.txt": SAID}), "unsafe zip"),
    "zip_symlink.zip": (symlink, None),
    "zip_no_name.zip": (lambda: zipped({"": SAID}), None),
    "zip_nul_in_name.zip": (lambda: two().replace(b"b.txt", b"b\0txt"), None),
    "zip_flat_bomb.zip": (lambda: zipped({"a.txt": bytes(200_000_000)}), "unsafe zip"),
    "zip_nested_bomb.zip": (lambda: nested(1), "unsafe zip"),
    "zip_nested_bomb_3.zip": (lambda: nested(2), "unsafe zip"),
    "zip_nested_bomb_4.zip": (lambda: nested(3), "unsafe zip"),
    "zip_overlapping_bomb.zip": (overlapping, "unsafe zip"),
    "zip_of_gzip_bombs.zip": (gzips_in_a_zip, "unsafe"),
    "zip_five_deep.zip": (lambda: deep(5), "unsafe zip"),
    "zip_many.zip": (lambda: zipped({f"{n}.txt": "" for n in range(20_000)}, zipfile.ZIP_STORED), "empty"),
    "gzip_bomb.txt.gz": (lambda: gzip.compress(bytes(200_000_000)), "unsafe gzip"),
    "gzip_cut.txt.gz": (lambda: gzip.compress(SAID.encode() * 9)[:-9], "broken gzip"),
    "gzip_damaged.txt.gz": (lambda: gzip.compress(SAID.encode())[:12] + b"\xff" * 40, "broken gzip"),
    "gzip_five_deep.gz": (lambda: gzipped(5), "unsafe gzip"),
}


def gzipped(depth: int) -> bytes:
    content = SAID.encode()
    for _ in range(depth):
        content = gzip.compress(content)
    return content


# ── Workbooks ──

OFFICE = "application/vnd.openxmlformats-officedocument"
SPACE = "http://schemas.openxmlformats.org"


def workbook(sheet: Content, shared: Content = "<sst/>", **others: Content) -> bytes:
    kinds = "".join(
        f'<Override PartName="/xl/{part}.xml" ContentType="{OFFICE}.spreadsheetml.{kind}+xml"/>'
        for part, kind in {"workbook": "sheet.main", "sharedStrings": "sharedStrings"}.items()
    )
    relation = f'Type="{SPACE}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"'
    parts = {
        "[Content_Types].xml": f"<Types>{kinds}</Types>",
        "xl/workbook.xml": '<workbook><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships><Relationship Id="r1" {relation}/></Relationships>',
        "xl/sharedStrings.xml": shared,
        "xl/worksheets/sheet1.xml": sheet,
    }
    return zipped({name: spaced(name, content) for name, content in (parts | others).items()})


def spaced(name: str, content: Content) -> bytes:
    """A part of a workbook with the namespaces of its kind in its root."""
    main = f'xmlns="{SPACE}/spreadsheetml/2006/main" xmlns:r="{SPACE}/officeDocument/2006/relationships"'
    space = {
        "[Content_Types].xml": f'xmlns="{SPACE}/package/2006/content-types"',
        "xl/_rels/workbook.xml.rels": f'xmlns="{SPACE}/package/2006/relationships"',
    }.get(name, main)
    raw = content if isinstance(content, bytes) else content.encode()
    root = re.search(rb"<\w+", raw)
    return raw[: root.end()] + b" " + space.encode() + raw[root.end() :] if root else raw


def cells(rows: Content) -> bytes:
    """A workbook whose first row names two columns."""
    head = (
        '<row r="1"><c t="inlineStr"><is><t>title</t></is></c><c t="inlineStr"><is><t>body</t></is></c></row>'
    )
    body = rows if isinstance(rows, bytes) else rows.encode()
    return workbook(b"<worksheet><sheetData>" + head.encode() + body + b"</sheetData></worksheet>")


def written() -> bytes:
    return cells(f'<row r="2"><c t="inlineStr"><is><t>{SAID}</t></is></c></row>')


def shared_again() -> bytes:
    """One text of a megabyte in 20,000 cells."""
    text = f"<sst><si><t>body</t></si><si><t>{'It rains. ' * 100_000}</t></si></sst>"
    rows = "".join(f'<row r="{n}"><c t="s"><v>{min(n - 1, 1)}</v></c></row>' for n in range(1, 20_001))
    return workbook(f"<worksheet><sheetData>{rows}</sheetData></worksheet>", text)


def far(rows: int) -> bytes:
    cell = '<c r="XFD{0}" t="inlineStr"><is><t>x</t></is></c>'
    return cells("".join(f'<row r="{n}">{cell.format(n)}</row>' for n in range(2, rows + 2)))


ENTITY = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
LOL = '<!DOCTYPE a [<!ENTITY e0 "lol">{}]>'.format(
    "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
)

WORKBOOKS: Makers = {
    "xlsx_version.xlsx": (lambda: with_bytes(written(), DIRECTORY, {6: 200}), "broken"),
    "xlsx_encrypted_members.xlsx": (lambda: encrypted(written()), "encrypted"),
    "xlsx_encrypted.xlsx": (
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
        "encrypted",
    ),
    "xlsx_data_damaged.xlsx": (lambda: with_bytes(written(), MEMBER, {60: 255, 61: 255}), "broken zip"),
    "xlsx_no_sheet.xlsx": (lambda: zipped({"xl/workbook.xml": "<workbook/>"}), "unreadable"),
    "xlsx_sheet_is_no_xml.xlsx": (lambda: workbook("no > markup"), "unreadable"),
    "xlsx_row_2000000000.xlsx": (lambda: cells('<row r="2000000000"><c><v>1</v></c></row>'), "unsafe"),
    "xlsx_rows_of_nothing.xlsx": (lambda: cells("<row/>" * 3_000_000), "unsafe"),
    "xlsx_last_column.xlsx": (lambda: far(20_000), "unsafe"),
    "xlsx_cells_of_nothing.xlsx": (lambda: cells("<row>" + '<c r="A2"/>' * 8_000_000 + "</row>"), "unsafe"),
    "xlsx_cells_without_end.xlsx": (lambda: cells("<row>" + "<c/>" * 2_000_000 + "</row>"), "unsafe"),
    "xlsx_column_ZZZZZZ.xlsx": (lambda: cells('<row r="2"><c r="ZZZZZZ2"><v>1</v></c></row>'), "unreadable"),
    "xlsx_shared_again.xlsx": (shared_again, "unsafe"),
    "xlsx_no_such_string.xlsx": (lambda: cells('<row><c t="s"><v>77</v></c></row>'), "unreadable"),
    "xlsx_entity.xlsx": (lambda: workbook("<worksheet/>", ENTITY + "<sst><si><t>&e;</t></si></sst>"), ""),
    "xlsx_laughs.xlsx": (lambda: workbook("<worksheet/>", LOL + "<sst><si><t>&e9;</t></si></sst>"), ""),
    "xlsx_flat_bomb.xlsx": (lambda: workbook(b"<a>" + b" " * 200_000_000), "unsafe"),
}
