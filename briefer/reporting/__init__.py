"""The run: from the file of a report to an edition that is stored, printed and delivered.

Whatever ends a run, the next one goes on where it was: an edition is stored in one transaction with all
that is owed of it, its period can be stored once, and what was delivered is noted after it was.
"""
