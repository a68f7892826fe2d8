"""Writes a workbook as releases come: several sheets, every text once in the shared strings."""

import csv
import re
import sys
import zipfile
from itertools import chain, islice

NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,8})$")
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def letters(column):
    """The name of a column: A, B, … Z, AA."""
    name = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        name = chr(65 + letter) + name
    return name


def write(source, target, sheets):
    """Writes the rows of a CSV file, one line each, into so many sheets, each with the header."""
    with open(source, "rb") as file:
        each = -(-sum(1 for _ in file) // sheets)
    rows = csv.reader(open(source, newline="", encoding="utf-8"))
    header = next(rows)
    names = [letters(column) for column in range(len(header))]
    strings = {}

    def cell(column, row, text):
        place = f'{names[column]}{row}'
        if NUMBER.match(text):
            return f'<c r="{place}"><v>{text}</v></c>'
        return f'<c r="{place}" t="s"><v>{strings.setdefault(text, len(strings))}</v></c>'

    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as book:
        for sheet in range(sheets):
            with book.open(f"xl/worksheets/sheet{sheet + 1}.xml", "w") as part:
                part.write(f'{HEAD}<worksheet xmlns="{MAIN}"><sheetData>'.encode())
                for number, row in enumerate(chain([header], islice(rows, each)), 1):
                    cells = "".join(
                        cell(column, number, text) for column, text in enumerate(row) if text)
                    part.write(f'<row r="{number}">{cells}</row>'.encode())
                part.write(b"</sheetData></worksheet>")
        with book.open("xl/sharedStrings.xml", "w") as part:
            part.write(f'{HEAD}<sst xmlns="{MAIN}" uniqueCount="{len(strings)}">'.encode())
            for text in strings:
                part.write(f'<si><t xml:space="preserve">{escaped(text)}</t></si>'.encode())
            part.write(b"</sst>")
        office = "application/vnd.openxmlformats-officedocument.spreadsheetml"
        numbers = range(1, sheets + 1)
        book.writestr("[Content_Types].xml", (
            f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
            '<Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{office}.sheet.main+xml"/>'
            f'<Override PartName="/xl/sharedStrings.xml" ContentType="{office}.sharedStrings+xml"/>'
            + "".join(f'<Override PartName="/xl/worksheets/sheet{number}.xml" '
                      f'ContentType="{office}.worksheet+xml"/>' for number in numbers) + "</Types>"))
        book.writestr("_rels/.rels", (
            f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
            f'Type="{LINKS}/officeDocument" Target="xl/workbook.xml"/></Relationships>'))
        book.writestr("xl/workbook.xml", (
            f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{LINKS}"><sheets>'
            + "".join(f'<sheet name="Part {number}" sheetId="{number}" r:id="rId{number}"/>'
                      for number in numbers) + "</sheets></workbook>"))
        book.writestr("xl/_rels/workbook.xml.rels", (
            f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
            + "".join(f'<Relationship Id="rId{number}" Type="{LINKS}/worksheet" '
                      f'Target="worksheets/sheet{number}.xml"/>' for number in numbers)
            + f'<Relationship Id="rId{sheets + 1}" Type="{LINKS}/sharedStrings" '
            'Target="sharedStrings.xml"/></Relationships>'))


if __name__ == "__main__":
    write(sys.argv[1], sys.argv[2], int(sys.argv[3]))
