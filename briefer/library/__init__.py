"""The library: one SQLite file that keeps articles, with the bytes they were read from.

`sqlite3` enters here alone. Import a module of this package only when the library is used.
"""
