"""Documents that people write and print: Word, OpenDocument, RTF, PDF; each gives its text line by line."""
